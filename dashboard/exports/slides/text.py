"""Paragraphs and a room -> a text box whose words fit, with bullets that an editor knows as bullets."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE
from pptx.util import Pt

from dashboard.exports.slides.room import POINT, Room
from dashboard.exports.text_fit import fitted

TEXT_SIZES = (18, 10)  # points, largest and smallest
PARAGRAPH_GAP = 6  # points between two paragraphs
FULL = 0.92  # of the height of a room: a house's font may need more lines than ours
INDENT = 1.0  # of a bullet, in sizes of its letters


def text_box(
    slide: Any, room: Room, paragraphs: Sequence[str], sizes: tuple[int, int] = TEXT_SIZES, *, quiet: bool = False,
    bold: bool = False, bullets: bool = False, middle: bool = False, accent: bool = False,
) -> Any:  # fmt: skip
    """Write paragraphs into a room, as large as fits between two sizes; `quiet` is greyer, `accent` in its colour."""
    box = slide.shapes.add_textbox(room.left, room.top, room.width, room.height)
    frame = box.text_frame
    frame.word_wrap, frame.auto_size = True, MSO_AUTO_SIZE.NONE
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.vertical_anchor = MSO_ANCHOR.MIDDLE if middle else MSO_ANCHOR.TOP
    gaps, indent = PARAGRAPH_GAP * (len(paragraphs) - 1), INDENT * sizes[0] if bullets else 0
    height = room.height / POINT * (FULL if len(paragraphs) > 1 else 1.0)
    text, size = fitted("\n".join(paragraphs), room.width / POINT - indent, height - gaps, *sizes)
    for i, line in enumerate(text.split("\n")):
        paragraph = frame.paragraphs[0] if i == 0 else frame.add_paragraph()
        paragraph.text = line
        paragraph.space_after = Pt(PARAGRAPH_GAP if len(paragraphs) > 1 else 0)
        for run in paragraph.runs:  # not of the paragraph: not every program heeds what that says of letters
            run.font.size, run.font.bold = Pt(size), bold
            run.font.color.theme_color = MSO_THEME_COLOR.ACCENT_1 if accent else MSO_THEME_COLOR.TEXT_1
            if quiet:
                run.font.color.brightness = 0.2
        if bullets and line:
            _put_bullet(paragraph, int(size * INDENT * POINT))
    return box


def _put_bullet(paragraph: Any, indent: int) -> None:
    """Give a paragraph a bullet and let its lines begin behind it; `indent` is EMU."""
    properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001 (python-pptx has no public way)
    properties.set("marL", str(indent))
    properties.set("indent", str(-indent))
    drawing = properties.nsmap["a"]
    for name, values in (("buFont", {"typeface": "Arial"}), ("buChar", {"char": "•"})):
        bullet = properties.makeelement(f"{{{drawing}}}{name}", values)
        properties.insert_element_before(bullet, "a:tabLst", "a:defRPr", "a:extLst")
