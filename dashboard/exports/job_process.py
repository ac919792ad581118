"""The process of one export: reads the order in its folder, makes the file, says how far it is."""

from __future__ import annotations

import logging
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from fcntl import LOCK_EX, LOCK_NB, flock
from functools import partial
from pathlib import Path
from time import sleep
from typing import Any, TextIO

from dashboard.exports.chromium import BROWSER
from dashboard.exports.drawer import GONE, lent
from dashboard.exports.formats import make
from dashboard.exports.job_folder import JobFolder
from dashboard.exports.order import order_of

AT_ONCE = 2  # exports; the others wait: each may hold a Chromium
LOOK_EVERY = 0.2  # seconds between two looks for a free place
log = logging.getLogger(__name__)


def run(path: Path, drawer: Any = None) -> None:
    """Work on the job of a folder until its end; killed at any moment, it leaves nothing half written behind.

    `drawer` is the address of the process that draws for all, None where there is none.
    """
    folder = JobFolder(path)
    with suppress(*GONE):  # then a Chromium of its own is started
        BROWSER.borrow(lent(drawer))
    with suppress(FileNotFoundError), folder.held(), _place(path.parent):  # the folder goes when the reader cancels
        try:
            tempfile.tempdir = str(path)  # what Chromium leaves goes with the folder
            order = order_of(folder.text("order.json"))
            folder.write("file", make(order.format, order.wish(), partial(_tell, folder)))
            BROWSER.end()  # what it left goes before the file is an hour old
        except Exception as error:
            if path.exists():
                log.exception("the export %s failed", path.name)
                folder.write("failed", (str(error) or type(error).__name__).encode())


def _tell(folder: JobFolder, share: float) -> None:
    folder.write("share", str(share).encode())


@contextmanager
def _place(folder: Path) -> Iterator[None]:
    """Wait until fewer than AT_ONCE exports are under way."""
    while not (place := _free_place(folder)):
        sleep(LOOK_EVERY)
    with place:
        yield


def _free_place(folder: Path) -> TextIO | None:
    """Return a place that is now held, as long as it is open; None where all are taken."""
    for number in range(AT_ONCE):
        place = (folder / f"place-{number}").open("w")
        try:
            flock(place, LOCK_EX | LOCK_NB)
        except BlockingIOError:
            place.close()
        else:
            return place
    return None
