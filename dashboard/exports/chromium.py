"""A plotly figure -> a PNG or SVG picture, by kaleido and Chromium, with the plotly of the pages.

Kaleido's traps: it is dead once Chromium has died; it asks a server far away for map shapes and MathJax unless told
otherwise; its own server for many threads mixes up their answers.
"""

from __future__ import annotations

import asyncio
import atexit
import json
import os
import re
import shutil
from collections.abc import Callable, Coroutine
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from threading import Lock, Thread, Timer
from typing import Any

import kaleido

from dashboard.words import word

ASSETS = Path(__file__).parents[2] / "assets"
SHAPES = f"{ASSETS / 'topojson'}/"
PLOTLY = ((ASSETS / "00-plotly-app.min.js").as_uri(), "utf-8")
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
TRIES = 2  # Chromium may have died since the last picture
PATIENCE = 60.0  # seconds for one picture, with the start of Chromium on a busy machine
IDLE = 120.0  # seconds after the last picture until Chromium is ended: it holds half a gigabyte
KEPT = 32  # pictures; who edits the words of a briefing sees the same charts again and again
ID = re.compile(r'(\bid="|#)([\w-]+)')
TAG = re.compile(r"<[^>]*>")
FINE = re.compile(r"(?<=\.\d\d)\d+")  # digits of a place that no eye sees


class NoBrowser(Exception):  # noqa: N818 (a sentence)
    """Chromium is not installed, or does not run."""


class _Kaleido(kaleido.Kaleido):  # type: ignore[misc]
    """Kaleido whose page stays as it is after a picture: to read plotly anew takes longer than to draw."""

    async def _return_kaleido_tab(self, tab: Any) -> None:
        await self.tabs_ready.put(tab)


class _Browser:
    """One Chromium; started at the first picture, anew after a failure, and ended when nobody asks any more."""

    def __init__(self) -> None:
        self._lock, self._idle = Lock(), Timer(IDLE, self.end)
        self._loop: asyncio.AbstractEventLoop | None = None
        self._kaleido: _Kaleido | None = None
        self._lent: Any = None

    def picture(self, figure: dict[str, Any], options: dict[str, Any]) -> bytes:
        """Draw it, by the Chromium of another process where one is lent and lives."""
        if self._lent is not None:
            try:
                return bytes(self._lent.picture(figure, options))
            except (OSError, EOFError):
                self._lent = None
        return bytes(self._in_turn(lambda: self._drawn(figure, options)))

    def warm(self) -> None:
        """Start Chromium."""
        self._in_turn(self._opened)

    def borrow(self, browser: Any) -> None:
        """Draw with the Chromium of another process as long as it lives."""
        self._lent = browser

    def _in_turn(self, work: Callable[[], Coroutine[Any, Any, Any]]) -> Any:
        with self._lock:
            self._idle.cancel()
            for attempt in range(1, TRIES + 1):
                try:
                    made = self._run(work())
                    break
                except Exception:  # kaleido raises whatever Chromium did
                    self._stop()
                    if attempt == TRIES:
                        raise
            self._idle = Timer(IDLE, self.end)
            self._idle.daemon = True
            self._idle.start()
        return made

    def _run(self, work: Coroutine[Any, Any, Any]) -> Any:
        """Do it in the one thread that speaks with Chromium; TimeoutError where it takes too long."""
        if self._loop is None:
            self._loop = asyncio.new_event_loop()
            Thread(target=self._loop.run_forever, daemon=True, name="chromium").start()
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(PATIENCE)

    async def _drawn(self, figure: dict[str, Any], options: dict[str, Any]) -> bytes:
        opened = await self._opened()
        return bytes(await opened.calc_fig(figure, options, topojson=SHAPES))

    async def _opened(self) -> _Kaleido:
        if self._kaleido is None:
            self._kaleido = _Kaleido(page_generator=kaleido.PageGenerator(plotly=PLOTLY, mathjax=False))
            await self._kaleido.open()
            atexit.register(self.end)  # last registered, first done: before the folders of a running Chromium go
        return self._kaleido

    def _stop(self) -> None:
        stopped, self._kaleido = self._kaleido, None
        atexit.unregister(self.end)
        if stopped is not None:
            with suppress(Exception):  # it may be dead already
                self._run(stopped.close())

    def end(self) -> None:
        """End Chromium and take away what it left; the next picture starts another."""
        with self._lock:
            self._idle.cancel()
            self._stop()


BROWSER = _Browser()


def is_installed() -> bool:
    """Say whether there is a Chromium to draw with."""
    return bool(os.environ.get("BROWSER_PATH") or any(map(shutil.which, BROWSERS)))


def drawn(figure: dict[str, Any], kind: str, width: int, height: int, scale: float = 1) -> bytes:
    """Return a PNG or SVG of a figure; `width` and `height` in pixels. The same figure gives the same bytes.

    Raises NoBrowser, and whatever kaleido raises.
    """
    if not is_installed():
        raise NoBrowser(word("briefing_no_browser"))
    return _drawn_once(json.dumps(figure), kind, width, height, scale)


@lru_cache(KEPT)
def _drawn_once(figure: str, kind: str, width: int, height: int, scale: float) -> bytes:
    options = {"format": kind, "width": width, "height": height, "scale": scale}
    made = BROWSER.picture(json.loads(figure), options)
    return _same_each_time(made.decode()).encode() if kind == "svg" else made


def forget() -> None:
    """Let what was drawn be drawn anew."""
    _drawn_once.cache_clear()


def _same_each_time(svg: str) -> str:
    """Give the parts of a picture plain names in place of plotly's random ones, and places no finer than needed."""
    svg = TAG.sub(lambda tag: FINE.sub("", tag[0]), svg)  # words stay as they are
    names = {name: f"part{number}" for number, name in enumerate(re.findall(r'\bid="([\w-]+)"', svg))}
    return ID.sub(lambda found: found[1] + names.get(found[2], found[2]), svg)
