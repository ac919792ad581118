"""Figures of the pages -> PNG and SVG pictures by kaleido and Chromium, with title, filters and disclaimer inside.

Kaleido's traps: its server answers one call at a time and mixes up answers without a lock; it is dead once Chromium
has died; it asks a server far away for map shapes and MathJax unless told otherwise.
"""

from __future__ import annotations

import io
import os
import shutil
import textwrap
import zipfile
from pathlib import Path
from threading import Lock
from typing import Any

import kaleido
import plotly.graph_objects as go
import plotly.io as pio

from dashboard.briefing.model import Briefing
from dashboard.exports.progress import Tell
from dashboard.exports.reproducible import reproducible
from dashboard.exports.section_figures import figures_of
from dashboard.figures.inert import inert
from dashboard.source import State
from dashboard.words import word

SHAPES = Path(__file__).parents[2] / "assets" / "topojson"
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
SIZES = {"slide": (1280, 720), "print": (1000, 640)}  # pixels, at scale 2 for PNG
SCALE = 2
LETTER = 6.8  # pixels of a letter of the words under a picture
LINE = 15  # pixels
TRIES = 2  # Chromium may have died since the last picture
PATIENCE = 30  # seconds until Chromium must be up


class NoBrowser(Exception):  # noqa: N818 (a sentence)
    """Chromium is not installed."""


class _Browser:
    """One kaleido server; started at the first picture, and anew after a failure."""

    def __init__(self) -> None:
        self._lock, self._up = Lock(), False

    def picture(self, figure: go.Figure, kind: str, **size: Any) -> bytes:
        with self._lock:
            for attempt in range(1, TRIES + 1):
                try:
                    self._start()
                    return bytes(figure.to_image(kind, **size))
                except Exception:  # kaleido raises whatever Chromium did
                    self._stop()
                    if attempt == TRIES:
                        raise
        raise AssertionError("never reached")

    def _start(self) -> None:
        if not self._up:
            pio.defaults.headers = None  # else a warning with every picture
            pio.defaults.topojson = f"{SHAPES}/"
            kaleido.start_sync_server(n=1, mathjax=False, timeout=PATIENCE, silence_warnings=True)
            self._up = True

    def _stop(self) -> None:
        self._up = False
        kaleido.stop_sync_server(silence_warnings=True)


BROWSER = _Browser()


def picture(figure: dict[str, Any], kind: str, title: str, said: list[str], size: str = "slide") -> bytes:
    """Return a PNG or SVG of a figure with its title above and `said` under it; raises NoBrowser."""
    if not (os.environ.get("BROWSER_PATH") or any(map(shutil.which, BROWSERS))):
        raise NoBrowser(word("briefing_no_browser"))
    width, height = SIZES[size]
    scale = SCALE if kind == "png" else 1
    framed = _framed(figure, title, said, int(width / LETTER))
    return BROWSER.picture(framed, kind, width=width, height=height, scale=scale)


def _framed(figure: dict[str, Any], title: str, said: list[str], letters: int) -> go.Figure:
    """Give a figure of the page a white ground, its title, and the words under it."""
    made = go.Figure({"data": figure["data"], "layout": {k: v for k, v in figure["layout"].items() if k != "meta"}})
    lines = [line for text in said for line in textwrap.wrap(text, letters)]
    foot = len(lines) * LINE + 46
    made.update_layout(paper_bgcolor="#ffffff", margin={"l": 40, "r": 40, "t": 84, "b": foot + 30}, uirevision=None)
    place = {"xref": "container", "yref": "container"}
    made.update_layout(title={"text": f"<b>{_plain(title)}</b>", "x": 0.03, "y": 0.96, "yanchor": "top", **place})
    words = "<br>".join(map(_plain, lines))
    made.add_annotation(
        text=words, x=0, y=0, xref="paper", yref="paper", yshift=-46, xanchor="left", yanchor="top", align="left",
        showarrow=False, font={"size": 11},
    )  # fmt: skip
    return made


def _plain(text: str) -> str:
    """Take the meaning off what plotly would read as marks."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def pictures_zip(state: State, briefing: Briefing, tell: Tell) -> bytes:
    """Return a zip of every chart of the briefing as PNG and SVG at the sizes of slides and of print."""
    file = io.BytesIO()
    drawn = [(name, draw(state)) for name, draw in figures_of(section.key for section in briefing.sections).items()]
    steps = [(name, chart, size, kind) for name, chart in drawn for size in SIZES for kind in ("png", "svg")]
    notes = [word(key, briefing.language) for key in ("map_disclaimer", "map_footnotes")]
    with zipfile.ZipFile(file, "w") as written:
        for number, (name, chart, size, kind) in enumerate(steps):
            tell(number / len(steps))
            said = [*filter(None, [chart.note]), *(notes if name == "map" else []), briefing.source()]
            written.writestr(f"{name}-{size}.{kind}", picture(inert(chart.figure), kind, chart.title, said, size))
    return reproducible(file.getvalue(), briefing.data_date)
