"""A PDF -> its pages, read by a process that is ended where a page hangs it, breaks it or takes all memory."""

from __future__ import annotations

import atexit
import os
import subprocess
import sys
from contextlib import suppress
from functools import cache
from multiprocessing.connection import Pipe
from time import monotonic
from typing import Any

from etl.read.errors import ReadError
from etl.read.file import File
from etl.read.pdf_lines import Page

WORKER = "etl.read.pdf_worker"
MOST_PAGES = 3_000
START_SECONDS = 60.0  # until the process is there, on a machine that is busy with other things
PAGE_SECONDS = 20.0  # for one page; an honest one takes a fortieth of a second
FILE_SECONDS = 120.0  # for one file; at 40 pages a second no honest one needs as long


class Lost(Exception):  # noqa: N818
    """The process that read a page gave no answer."""


class Worker:
    """A process that reads pages, started when it is first asked and again after it was lost."""

    def __init__(self) -> None:
        self._connection, theirs = Pipe()
        path = os.pathsep.join([*sys.path, os.environ.get("PYTHONPATH", "")])
        self._process = subprocess.Popen(
            [sys.executable, "-m", WORKER, str(theirs.fileno())],
            pass_fds=[theirs.fileno()],
            env=os.environ | {"PYTHONPATH": path},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        theirs.close()
        atexit.register(self.end)
        with suppress(Lost):
            self.answer(START_SECONDS)  # its word that it is there

    def ask(self, *question: Any) -> Any:
        """Return the first answer to a question; raises Lost."""
        try:
            self._connection.send(question)
        except OSError as error:
            raise Lost from error
        return self.answer()

    def answer(self, seconds: float | None = None) -> Any:
        """Return the next answer; raises Lost where the process ends or says nothing in time."""
        try:
            if self._connection.poll(PAGE_SECONDS if seconds is None else seconds):
                return self._connection.recv()
        except (EOFError, OSError) as error:
            raise Lost from error
        raise Lost

    def end(self) -> None:
        """End the process, whatever it does."""
        atexit.unregister(self.end)
        self._process.kill()
        self._process.wait()
        self._connection.close()


@cache
def _workers(process: int) -> list[Worker]:
    """Return the worker of a process of ours, in a list that is empty while there is none; a copy has its own."""
    return []


def _worker() -> Worker:
    kept = _workers(os.getpid())
    if not kept:
        kept.append(Worker())
    return kept[0]


def _end() -> None:
    for worker in _workers(os.getpid()):
        worker.end()
    _workers(os.getpid()).clear()


def pages_of(file: File) -> tuple[list[Page | None], int]:
    """Return the pages of a PDF, None for one that gave no answer in time, and how many it has.

    There are fewer where the file takes too long as a whole. Raises ReadError where it is damaged or locked.
    """
    found: list[Page | None] = []
    total, begun = 1, monotonic()

    def goes_on() -> bool:
        return len(found) < min(total, MOST_PAGES) and monotonic() - begun < FILE_SECONDS

    while goes_on():
        total = _opened(file, len(found))
        try:
            while goes_on():
                found.append(_worker().answer())
        except Lost:
            _end()
            found.append(None)
    if len(found) < total:
        _end()  # it may still be at work on the rest
    return found, total


def _opened(file: File, first: int) -> int:
    """Return how many pages a file has, once its worker has begun to read from page `first` (from 0) on."""
    try:
        said = _worker().ask(file.path or file.data, first, MOST_PAGES)
    except Lost as error:
        _end()
        what = "is a PDF file that takes all time or memory as it is opened"
        raise ReadError(file.name, what, "Save it again from the program that made it.") from error
    if isinstance(said, int):
        return said
    locked = "password" in said.lower()
    what = "is protected by a password" if locked else "is a PDF file that cannot be opened: it is damaged"
    raise ReadError(file.name, what, "Save it without one." if locked else "Get it anew.")
