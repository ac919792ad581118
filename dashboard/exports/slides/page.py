"""Adds slides with their title, source line and notes, and texts that fit their boxes."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from typing import Any

from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE
from pptx.util import Pt

from dashboard.briefing.model import Briefing
from dashboard.exports.slides.room import FOOT, POINT, Room
from dashboard.exports.slides.template import FOOTERS, Template
from dashboard.exports.text_fit import fitted

TITLE_SIZES, TEXT_SIZES, FOOT_SIZES = (28, 14), (18, 10), (9, 7)  # points, largest and smallest
PARAGRAPH_GAP = 6  # points between two paragraphs
BULLET = "•  "


def add_page(template: Template, briefing: Briefing, title: str, said: Sequence[str]) -> tuple[Any, Room]:
    """Add a slide with its title, source line and speaker notes; return it and the room that is left.

    `said` are the words that the notes carry beside the facts of the briefing.
    """
    slide = template.presentation.slides.add_slide(template.page)
    put_title(slide.shapes.title, title)
    drop_empty(slide)
    number_page(slide, template.page)
    room, foot = template.room.below(FOOT)
    text_box(slide, foot, [briefing.source()], FOOT_SIZES, quiet=True).name = "Source"
    facts = [f"{name}: {value}" for name, value in briefing.facts if value]
    slide.notes_slide.notes_text_frame.text = "\n".join([title, *said, "", *facts])
    return slide, room


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
        shape.text_frame.paragraphs[0].font.size = Pt(size)


def drop_empty(slide: Any) -> None:
    """Take away what a layout wants filled and we do not fill: it would say "click to add text"."""
    for shape in list(slide.placeholders):
        if shape.placeholder_format.idx not in (0, *FOOTERS):
            shape._element.getparent().remove(shape._element)  # noqa: SLF001


def text_box(
    slide: Any, room: Room, paragraphs: Sequence[str], sizes: tuple[int, int] = TEXT_SIZES, *, quiet: bool = False,
    bold: bool = False, bullets: bool = False, middle: bool = False,
) -> Any:  # fmt: skip
    """Write paragraphs into a room, as large as fits between two sizes; `quiet` is greyer."""
    box = slide.shapes.add_textbox(room.left, room.top, room.width, room.height)
    frame = box.text_frame
    frame.word_wrap, frame.auto_size = True, MSO_AUTO_SIZE.NONE
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.vertical_anchor = MSO_ANCHOR.MIDDLE if middle else MSO_ANCHOR.TOP
    marked = [(BULLET if bullets else "") + text for text in paragraphs]
    gaps = PARAGRAPH_GAP * (len(marked) - 1)
    text, size = fitted("\n".join(marked), room.width / POINT, room.height / POINT - gaps, *sizes)
    for i, line in enumerate(text.split("\n")):
        paragraph = frame.paragraphs[0] if i == 0 else frame.add_paragraph()
        paragraph.text = line
        paragraph.space_after = Pt(PARAGRAPH_GAP if len(marked) > 1 else 0)
        font = paragraph.font
        font.size, font.bold = Pt(size), bold
        font.color.theme_color = MSO_THEME_COLOR.TEXT_1
        if quiet:
            font.color.brightness = 0.2
    return box
