"""A briefing and a template -> the bytes of a PPTX file."""

from __future__ import annotations

import io
from datetime import datetime
from pathlib import Path
from typing import Any

from dashboard.briefing.model import Block, Briefing, Chart, Figures, Section, Table, Text, WorldMap
from dashboard.exports.progress import Tell, tell_nobody
from dashboard.exports.reproducible import UNKNOWN_DAY, reproducible
from dashboard.exports.slides import figures, world
from dashboard.exports.slides.charts import add_chart
from dashboard.exports.slides.page import FOOT_SIZES, add_page, drop_empty, put_title, text_box
from dashboard.exports.slides.room import FOOT, GAP, INCH, POINT, Room
from dashboard.exports.slides.tables import add_table, lines, pages
from dashboard.exports.slides.template import Template, open_template
from dashboard.exports.text_fit import LINE, lines_of
from dashboard.words import word

MESSAGES = INCH * 34 // 10  # width of the column of key messages
STRIP = INCH * 9 // 10  # most height of key messages above a table
STRIP_SIZE = 16  # points
MOST_ROWS = 36  # of one table; its spreadsheet has all
FULL = 0.93  # of the height: other fonts than ours need more lines
NOTE = INCH * 3 // 10
FACTS = INCH * 13 // 10  # least height of the list of facts on the cover


def pptx(briefing: Briefing, template: Path | None = None, tell: Tell = tell_nobody) -> bytes:
    """Return the file; raises slides.template.CannotUseTemplate, and what `tell` raises."""
    opened = open_template(template)
    _add_cover(opened, briefing)
    for i, section in enumerate(briefing.sections):
        tell(i / (len(briefing.sections) + 1))
        _add_section(opened, briefing, section)
    presentation = opened.presentation
    properties = presentation.core_properties
    properties.title, properties.author, properties.last_modified_by = briefing.title[:255], word("product"), ""
    properties.created = properties.modified = datetime.fromisoformat(briefing.data_date or UNKNOWN_DAY)
    properties.revision, properties.language = 1, briefing.language
    file = io.BytesIO()
    presentation.save(file)
    return reproducible(file.getvalue(), briefing.data_date)


def _add_cover(template: Template, briefing: Briefing) -> None:
    slide = template.presentation.slides.add_slide(template.cover)
    facts = [f"{name}: {value}" for name, value in briefing.facts if value]
    slide.notes_slide.notes_text_frame.text = "\n".join([briefing.title, "", *facts])
    put_title(slide.shapes.title, briefing.title)
    subtitle = next((p for p in slide.placeholders if p.placeholder_format.idx == 1), None)
    if subtitle is not None:
        put_title(subtitle, briefing.scope)
    drop_empty_but(slide, subtitle)
    bottom = max(s.top + s.height for s in slide.placeholders if s.top is not None)
    left, width = slide.shapes.title.left, slide.shapes.title.width
    room = Room(left, bottom + INCH // 4, width, template.room.top + template.room.height - bottom - INCH // 4)
    if room.height > FOOT:
        said = facts[1:] if room.height > FACTS else [briefing.source()]
        text_box(slide, room, said, (13, FOOT_SIZES[1]), quiet=True).name = "Facts"


def drop_empty_but(slide: Any, kept: Any) -> None:
    """Take empty placeholders away, but one."""
    if kept is None:
        drop_empty(slide)
        return
    for shape in list(slide.placeholders):
        if shape.placeholder_format.idx > 1 and not shape.text_frame.text:
            shape._element.getparent().remove(shape._element)  # noqa: SLF001


def _add_section(template: Template, briefing: Briefing, section: Section) -> None:
    """Add the slides of a section; its messages stand on the first."""
    messages = section.messages
    for block in section.blocks or (Text("", ()),):
        said = [*messages, *_notes(block)]
        if isinstance(block, Table):
            _add_table_slides(template, briefing, section, block, messages)
        else:
            slide, room = add_page(template, briefing, section.title, said)
            _add_block(slide, room, block, messages, briefing.language)
        messages = ()


def _notes(block: Block) -> list[str]:
    if isinstance(block, Chart | Table):
        return [text for text in (block.title, block.note) if text]
    return [*block.notes] if isinstance(block, WorldMap) else []


def _add_block(slide: Any, room: Room, block: Block, messages: tuple[str, ...], language: str) -> None:
    if isinstance(block, Figures):
        top, rest = room.above(figures.HEIGHT)
        figures.add_figures(slide, top, block)
        text_box(slide, rest, messages, (20, 10), bullets=True).name = "Messages"
        return
    if isinstance(block, Text):
        text_box(slide, room, [*messages, *block.paragraphs] or [""], (18, 9), bullets=bool(block.paragraphs))
        return
    if messages:
        room, column = room.beside(MESSAGES)
        text_box(slide, column, messages, (18, 9), bullets=True).name = "Messages"
    if isinstance(block, WorldMap):
        world.add_map(slide, room, block, language)
    elif isinstance(block, Chart):
        add_chart(slide, room, block)


def _add_table_slides(
    template: Template, briefing: Briefing, section: Section, table: Table, messages: tuple[str, ...]
) -> None:
    language = briefing.language
    heading, rows = lines(table, template.room.width, language)
    rows, strip = rows[:MOST_ROWS], _strip(messages, template.room.width)
    height = template.room.height - FOOT - NOTE - 2 * GAP - (strip + GAP if strip else 0)
    found = pages(heading, rows, int(height * FULL))
    for number, page in enumerate(found, 1):
        title = section.title
        if len(found) > 1:
            title = word("briefing_continued", language, title=title, page=number, pages=len(found))
        slide, place = add_page(template, briefing, title, [*messages, *_notes(table)])
        if strip and number == 1:
            top, place = place.above(strip)
            text_box(slide, top, messages, (STRIP_SIZE, 9)).name = "Messages"
        note = table.note
        if len(rows) < table.total:
            note = f"{word('briefing_cut', language, shown=len(rows), total=table.total)} {note}"
        place, foot = place.below(NOTE)
        if note:
            text_box(slide, foot, [note], (10, 7), quiet=True)
        if page:
            add_table(slide, place, table, heading, page)


def _strip(messages: tuple[str, ...], width: int) -> int:
    """Return how high the key messages above a table need to be."""
    if not messages:
        return 0
    count = sum(lines_of(text, width / POINT, STRIP_SIZE) for text in messages)
    return min(STRIP, int(count * (STRIP_SIZE * LINE + 8) * POINT))
