"""One Chromium for all exports of a server: a process that draws for the others, warm before the first press."""

from __future__ import annotations

import os
from contextlib import suppress
from multiprocessing import parent_process
from multiprocessing.connection import wait
from multiprocessing.context import BaseContext
from multiprocessing.managers import BaseManager
from multiprocessing.util import Finalize
from threading import Lock, Thread
from typing import Any

from dashboard.exports.chromium import BROWSER, is_installed

GONE = (OSError, EOFError)  # what a caller hears where the process is dead


class _Drawing(BaseManager):
    """The process. Only those that the same server has started know the word that it asks for."""


def _browser() -> Any:
    return BROWSER


_Drawing.register("browser", callable=_browser, exposed=("picture", "warm"))


class Drawer:
    """The drawing process of this server: started when somebody will want it, anew where it has died."""

    def __init__(self, context: BaseContext) -> None:
        """`context` is how processes are started; nothing is yet."""
        self._context, self._lock = context, Lock()
        self._drawing: _Drawing | None = None

    def make_ready(self) -> None:
        """Start it and its Chromium in the background."""
        if is_installed():
            Thread(target=self._warm, daemon=True, name="drawer").start()

    def address(self) -> Any:
        """Return where it can be asked, None where none was started."""
        return self._drawing.address if self._drawing else None

    def _warm(self) -> None:
        with self._lock, suppress(Exception):  # an export draws for itself then, and says what is wrong
            try:
                browser = lent(self.address())
            except GONE:
                started = _Drawing(ctx=self._context)
                started.start(_end_with_the_server)
                self._drawing, browser = started, lent(started.address)
            BROWSER.borrow(browser)  # for the pages that the server itself shows
            browser.warm()


def lent(address: Any) -> Any:
    """Return the Chromium of another process; OSError or EOFError where it does not answer."""
    if address is None:
        raise FileNotFoundError("no process draws")
    drawing = _Drawing(address)
    drawing.connect()
    return drawing.browser()  # type: ignore[attr-defined]


def _end_with_the_server() -> None:
    """Leave neither Chromium nor the process behind, however the server ended."""
    Finalize(None, BROWSER.end, exitpriority=1)
    Thread(target=_end_after_the_server, daemon=True).start()


def _end_after_the_server() -> None:
    server = parent_process()
    if server:
        wait([server.sentinel])
        BROWSER.end()
        os._exit(0)
