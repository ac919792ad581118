"""The charts of a briefing -> PNG and SVG pictures with title, filters and disclaimer inside."""

from __future__ import annotations

import io
import textwrap
import zipfile
from typing import Any

from dashboard.briefing.model import Briefing
from dashboard.exports import chromium
from dashboard.exports.progress import Tell
from dashboard.exports.reproducible import reproducible
from dashboard.exports.section_figures import figures_of
from dashboard.figures.inert import inert
from dashboard.figures.printed import printed
from dashboard.source import State
from dashboard.words import word

SIZES = {"slide": (1280, 720), "print": (1000, 640)}  # pixels, at scale 2 for PNG
SCALE = 2
LETTER = 6.8  # pixels of a letter of the words under a picture
LINE = 15  # pixels


def picture(figure: dict[str, Any], kind: str, title: str, said: list[str], size: str = "slide") -> bytes:
    """Return a PNG or SVG of a figure with its title above and `said` under it; raises chromium.NoBrowser."""
    width, height = SIZES[size]
    framed = _framed(figure, title, said, int(width / LETTER))
    return chromium.drawn(framed, kind, width, height, SCALE if kind == "png" else 1)


def _framed(figure: dict[str, Any], title: str, said: list[str], letters: int) -> dict[str, Any]:
    """Give a figure of the page a white ground, its title, and the words under it."""
    lines = [line for text in said for line in textwrap.wrap(text, letters)]
    foot = len(lines) * LINE + 46
    place = {"xref": "container", "yref": "container"}
    words = {
        "text": "<br>".join(map(_plain, lines)), "x": 0, "y": 0, "xref": "paper", "yref": "paper", "yshift": -46,
        "xanchor": "left", "yanchor": "top", "align": "left", "showarrow": False, "font": {"size": 11},
    }  # fmt: skip
    return printed(
        figure,
        margin={"l": 40, "r": 40, "t": 84, "b": foot + 30},
        title={"text": f"<b>{_plain(title)}</b>", "x": 0.03, "y": 0.96, "yanchor": "top", **place},
        annotations=[*figure["layout"].get("annotations", []), words],
    )


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
