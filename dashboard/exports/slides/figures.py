"""The figures of a briefing -> tiles beside each other."""

from __future__ import annotations

from typing import Any

from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.shapes import MSO_SHAPE

from dashboard.briefing.model import Figure, Figures
from dashboard.exports.slides.room import GAP, INCH, POINT, Room
from dashboard.exports.slides.text import text_box

HEIGHT = INCH * 175 // 100
LABEL, SHOWN = INCH * 32 // 100, INCH * 55 // 100
LINE = POINT * 3 // 2  # thickness of the line above a tile
SHORT = 8  # letters of a number; more, such as "at least 1,093", must not need a second line in any font


def add_figures(slide: Any, room: Room, figures: Figures) -> None:
    """Put a tile for each figure."""
    for place, figure in zip(room.columns(len(figures.items)), figures.items, strict=True):
        _add_tile(slide, place, figure)


def _add_tile(slide: Any, room: Room, figure: Figure) -> None:
    line = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, room.left, room.top, room.width, LINE)
    line.name, line.shadow.inherit = "Line", False
    line.fill.solid()
    line.fill.fore_color.theme_color = MSO_THEME_COLOR.ACCENT_1
    line.line.fill.background()
    label, rest = room.above(LINE + GAP // 4)[1].above(LABEL)
    shown, note = rest.above(SHOWN)
    text_box(slide, label, [figure.label], (14, 8), quiet=True, middle=True)
    largest = 30 if len(figure.shown) <= SHORT else 18
    text_box(slide, shown, [figure.shown], (largest, 12), bold=True, middle=True, accent=True)
    text_box(slide, note, [figure.note], (11, 8), quiet=True)
