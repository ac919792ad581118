"""Adds slides with their title, source line and notes."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from typing import Any

from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.util import Pt

from dashboard.briefing.model import Briefing
from dashboard.exports.slides.room import FOOT, GAP, POINT, TITLE, Room, is_low
from dashboard.exports.slides.template import FOOTERS, Template
from dashboard.exports.slides.text import text_box
from dashboard.exports.text_fit import fitted

TITLE_SIZES, FOOT_SIZES = (28, 14), (9, 7)  # points, largest and smallest


def add_page(template: Template, briefing: Briefing, title: str, said: Sequence[str]) -> tuple[Any, Room]:
    """Add a slide with its title, source line and speaker notes; return it and the room that is left.

    `said` are the words that the notes carry beside the facts of the briefing.
    """
    slide = template.presentation.slides.add_slide(template.page)
    if is_low(slide.shapes.title, template.presentation.slide_height):
        _move_up(slide.shapes.title, template.room)
    put_title(slide.shapes.title, title)
    drop_empty(slide)
    number_page(slide, template.page)
    room, foot = template.room.below(FOOT)
    text_box(slide, foot, [briefing.source()], FOOT_SIZES, quiet=True).name = "Source"
    facts = [f"{name}: {value}" for name, value in briefing.facts if value]
    slide.notes_slide.notes_text_frame.text = "\n".join([title, *said, "", *facts])
    return slide, room


def _move_up(title: Any, room: Room) -> None:
    title.left, title.top, title.width, title.height = room.left, room.top - GAP - TITLE, room.width, TITLE


def number_page(slide: Any, layout: Any) -> None:
    """Let the slide show its number where the layout has one: new slides do not take it by themselves."""
    for shape in layout.placeholders:
        if shape.placeholder_format.type == PP_PLACEHOLDER.SLIDE_NUMBER:
            element = deepcopy(shape._element)  # noqa: SLF001 (python-pptx has no public way)
            element.nvSpPr.cNvPr.set("id", str(max(map(int, slide._element.xpath(".//p:cNvPr/@id"))) + 1))  # noqa: SLF001
            slide.shapes._spTree.append(element)  # noqa: SLF001


def put_title(shape: Any, title: str) -> None:
    """Write a title at a size that fits; a cut one stands whole in the notes."""
    largest = TITLE_SIZES[0]
    text, size = fitted(title, shape.width / POINT - 15, shape.height / POINT - 8, largest, TITLE_SIZES[1])
    shape.text_frame.text = text.replace("\n", " ")
    if size < largest:
        for run in shape.text_frame.paragraphs[0].runs:
            run.font.size = Pt(size)


def drop_empty(slide: Any) -> None:
    """Take away what a layout wants filled and we do not fill: it would say "click to add text"."""
    for shape in list(slide.placeholders):
        if shape.placeholder_format.idx not in (0, *FOOTERS):
            shape._element.getparent().remove(shape._element)  # noqa: SLF001
