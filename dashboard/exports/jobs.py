"""Files that are made in the background: started, watched, cancelled, taken; by any process of the dashboard."""

from __future__ import annotations

import os
import re
import stat
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing import forkserver, get_context
from pathlib import Path
from secrets import token_urlsafe
from time import time

from dashboard.exports.drawer import Drawer
from dashboard.exports.job_folder import JobFolder
from dashboard.exports.job_process import run
from dashboard.exports.order import Order, order_of

KEY = re.compile(r"[\w-]{22}")
KEPT = 3600.0  # seconds after which a file is taken away
MOST_KEPT = 60  # folders; the oldest goes
# A process that has read the code and holds nothing else is copied for each job: it begins at once, and a thread of
# the server that is copied with a lock in its hand cannot hang it.
CONTEXT = get_context("forkserver")
CONTEXT.set_forkserver_preload(["dashboard.exports.job_process"])
DRAWER = Drawer(CONTEXT)


@dataclass(frozen=True, slots=True)
class Job:
    """One export. `share` is what is done, 0 to 1; `file` is there at its end, `failed` says why it never is."""

    name: str
    media_type: str
    share: float
    file: Path | None
    failed: str


class Jobs:
    """The exports of one dashboard, by a key that only the reader who started one knows."""

    def __init__(self, folder: Path) -> None:
        """Use a folder that nobody else on the machine may read; it is made when the first export begins."""
        self._folder = folder

    def start(self, order: Order) -> str:
        """Begin to make a file; return the key of the job. OSError where the folder cannot be used."""
        self._prepare()
        key = token_urlsafe(16)
        folder = JobFolder(self._folder / key)
        folder.path.mkdir(mode=0o700)
        folder.write("order.json", order.to_json().encode())
        given = folder.path, DRAWER.address()
        CONTEXT.Process(target=run, args=given, daemon=True, name=f"export {order.name}").start()
        return key

    def get(self, key: str) -> Job | None:
        """Return a job; None where there is none of that key, or no longer."""
        if not KEY.fullmatch(key):
            return None
        folder = JobFolder(self._folder / key)
        is_under_way = folder.is_under_way()  # before the files are looked at: it may end in between
        if not (said := folder.text("order.json")):
            return None
        order, failed = order_of(said), folder.text("failed")
        file = folder.file if folder.file.exists() else None
        if not (file or failed or is_under_way):
            failed = "the process that made it was ended"
        return Job(order.name, order.media_type, float(folder.text("share") or 0), file, failed)

    def cancel(self, key: str) -> None:
        """End a job and forget it."""
        if KEY.fullmatch(key):
            JobFolder(self._folder / key).remove()

    def _prepare(self) -> None:
        with suppress(FileExistsError):
            self._folder.mkdir(mode=0o700, parents=True)
        about = self._folder.lstat()  # another user may have put a link here
        if about.st_uid != os.getuid() or stat.S_IMODE(about.st_mode) & 0o077 or not stat.S_ISDIR(about.st_mode):
            raise PermissionError(f"{self._folder}: others can write or read here. Remove it, or give --state FOLDER.")
        self._tidy()

    def _tidy(self) -> None:
        """Take old files away, those that no process works on."""
        found = {path: 0.0 for path in self._folder.iterdir() if path.is_dir()}
        for path in found:
            with suppress(OSError):  # another process tidies too
                found[path] = path.stat().st_mtime
        newest_first = sorted(found, key=lambda path: -found[path])
        for place, path in enumerate(newest_first):
            is_old = time() - found[path] > KEPT or place >= MOST_KEPT
            if is_old and not JobFolder(path).is_under_way():
                JobFolder(path).remove()


def folder_of_jobs(state: Path | None) -> Path:
    """Return where exports are made: in the folder of the dashboard's state, else in one of this user's own.

    That one lies in the folder of temporary files itself, where nobody can take away what is another's.
    """
    if state:
        return state / "exports"
    return Path(tempfile.gettempdir()) / f"assistance-dashboard-exports-{os.getuid()}"


def make_ready() -> None:
    """Let what jobs need begin: the process that they are copied from, and the one that draws for them."""
    forkserver.ensure_running()
    DRAWER.make_ready()
