"""A name -> a folder among the temporary files that nobody else on the machine can read or write."""

from __future__ import annotations

import atexit
import os
import shutil
import stat
import tempfile
from contextlib import suppress
from pathlib import Path


def own_folder(name: str) -> Path:
    """Return this user's folder of that name, for what can be made anew; it is made where it is missing.

    Where that place is somebody else's, a link, or open to others, it is a new one, removed when the process ends.
    """
    folder = Path(tempfile.gettempdir()) / f"{name}-{os.getuid()}"
    with suppress(FileExistsError):
        folder.mkdir(mode=0o700)
    if is_own(folder):
        return folder
    new = Path(tempfile.mkdtemp(prefix=f"{name}-"))
    atexit.register(shutil.rmtree, new, ignore_errors=True)
    return new


def is_own(path: Path) -> bool:
    """Say whether a path is a folder, no link, that belongs to this user and is closed to all others."""
    about = path.lstat()
    return stat.S_ISDIR(about.st_mode) and about.st_uid == os.getuid() and not stat.S_IMODE(about.st_mode) & 0o077
