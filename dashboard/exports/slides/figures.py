"""The figures of a briefing -> tiles beside each other."""

from __future__ import annotations

from typing import Any

from dashboard.briefing.model import Figure, Figures
from dashboard.exports.slides.page import text_box
from dashboard.exports.slides.room import INCH, Room

HEIGHT = INCH * 17 // 10
LABEL, NOTE = INCH * 42 // 100, INCH * 5 // 10
ONE_LINE = INCH * 52 // 100  # of the largest letters


def add_figures(slide: Any, room: Room, figures: Figures) -> None:
    """Put a tile for each figure."""
    for place, figure in zip(room.columns(len(figures.items)), figures.items, strict=True):
        _add_tile(slide, place, figure)


def _add_tile(slide: Any, room: Room, figure: Figure) -> None:
    label, rest = room.above(LABEL)
    shown, note = rest.below(NOTE)
    shown = shown.above(ONE_LINE)[0]
    text_box(slide, label, [figure.label], (14, 8), quiet=True)
    text_box(slide, shown, [figure.shown], (30, 12), bold=True, middle=True)
    text_box(slide, note, [figure.note], (11, 8), quiet=True)
