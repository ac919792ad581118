"""The text of a shape -> SVG text, line by line, with the size, place and colour of the shape or its layout."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import escape

from dashboard.exports.slides.drawn.colour import A, Theme, colour_in
from dashboard.exports.slides.room import POINT
from dashboard.exports.text_fit import LINE, wrapped

INSET_X, INSET_Y = 7.2, 3.6  # points: those of PowerPoint where a shape says nothing
SIZE = 18.0  # points, where nothing says another
ANCHORS = {"t": 0.0, "ctr": 0.5, "b": 1.0}
RISE = 0.95  # of the size: from the top of a line to the foot of its letters
SIDES = {"l": ("start", 0.0), "ctr": ("middle", 0.5), "r": ("end", 1.0)}
Box = tuple[float, float, float, float]  # left, top, width, height in points


@dataclass(frozen=True, slots=True)
class Line:
    """One line as it is drawn; `gap` points come after it."""

    text: str
    size: float
    bold: bool
    colour: str
    side: str
    left: float
    gap: float


def words_of(body: Any, box: Box, styles: list[Any], theme: Theme, number: int, anchor: str = "t") -> str:
    """Return the SVG of a text body. `styles` are bodies that it inherits from, nearest first."""
    settings = [entry for entry in (_child(one, "bodyPr") for one in (body, *styles)) if entry is not None]
    x, y, wide, high = _inside(box, settings)
    lines = list(_lines(body, wide, styles, theme, number))
    height = sum(line.size * LINE + line.gap for line in lines)
    y += max(high - height, 0) * ANCHORS.get(_first(settings, "anchor", anchor), 0.0)
    found = []
    for line in lines:
        side, share = SIDES.get(line.side, SIDES["l"])
        place = x + line.left + (wide - line.left) * share
        weight = ' font-weight="bold"' if line.bold else ""
        found.append(
            f'<text x="{place:.1f}" y="{y + line.size * RISE:.1f}" font-size="{line.size:g}" fill="{line.colour}"'
            f' text-anchor="{side}"{weight}>{escape(line.text)}</text>'
        )
        y += line.size * LINE + line.gap
    return "".join(found)


def _lines(body: Any, width: float, styles: list[Any], theme: Theme, number: int) -> Iterator[Line]:
    for paragraph in body.iterfind(f"{A}p"):
        text = "".join(str(number) if _is_number(t) else t.text or "" for t in paragraph.iter(f"{A}t"))
        own = paragraph.find(f"{A}pPr")
        levels = [own, *(entry for style in styles for entry in style.iter(f"{A}lvl1pPr"))]
        letters = [
            paragraph.find(f"{A}r/{A}rPr"),
            paragraph.find(f"{A}fld/{A}rPr"),
            *(_child(e, "defRPr") for e in levels),
        ]
        letters = [entry for entry in letters if entry is not None]
        size = float(_first(letters, "sz", SIZE * 100)) / 100
        levels = [entry for entry in levels if entry is not None]
        colour = next(filter(None, (colour_in(entry, theme) for entry in letters)), f"#{theme['dk1']}")
        left = int(own.get("marL", 0)) / POINT if own is not None else 0.0
        gap = _gap(own)
        found = wrapped(text, width - left, size)
        for place, line in enumerate(found):
            shown = f"•\u00a0\u00a0{line}" if left and place == 0 else line
            moved = 0.0 if left and place == 0 else left
            after = gap if place == len(found) - 1 else 0.0
            is_bold = _first(letters, "b", "0") in ("1", "true")
            yield Line(shown, size, is_bold, colour, _first(levels, "algn", "l"), moved, after)


def _is_number(text: Any) -> bool:
    field = text.getparent()
    return bool(field.tag == f"{A}fld" and field.get("type") == "slidenum")


def _gap(properties: Any) -> float:
    points = properties.find(f"{A}spcAft/{A}spcPts") if properties is not None else None
    return int(points.get("val")) / 100 if points is not None else 0.0


def _inside(box: Box, settings: list[Any]) -> Box:
    left, right = (float(_first(settings, name, INSET_X * POINT)) / POINT for name in ("lIns", "rIns"))
    top, bottom = (float(_first(settings, name, INSET_Y * POINT)) / POINT for name in ("tIns", "bIns"))
    return box[0] + left, box[1] + top, max(box[2] - left - right, 1.0), max(box[3] - top - bottom, 1.0)


def _child(element: Any, name: str) -> Any:
    return element.find(f"{A}{name}") if element is not None else None


def _first(elements: list[Any], name: str, otherwise: Any) -> Any:
    """Return what the first element says that says anything."""
    return next((value for value in (entry.get(name) for entry in elements) if value is not None), otherwise)
