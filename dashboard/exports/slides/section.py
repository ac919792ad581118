"""A section of a briefing -> its slides: key messages, and what backs them; what belongs together shares a slide."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from dashboard.briefing.model import Block, Briefing, Chart, Figures, Section, Table, Text, WorldMap
from dashboard.exports.slides import figures, world
from dashboard.exports.slides.charts import add_chart
from dashboard.exports.slides.page import add_page
from dashboard.exports.slides.room import FOOT, GAP, INCH, Room
from dashboard.exports.slides.strip import STRIP, STRIP_SIZE, strip_height
from dashboard.exports.slides.table_slides import add_table_slides
from dashboard.exports.slides.tables import add_table, breaks_words, lines
from dashboard.exports.slides.template import Template
from dashboard.exports.slides.text import text_box

MESSAGES = INCH * 34 // 10  # width of the column of key messages
BESIDE = INCH * 55 // 10  # least width of a block that shares its slide
MOST_BARS = 15  # of a chart that shares its slide
MOST_COLUMNS = 12  # of a chart with key messages beside it
CAPTION = INCH * 4 // 10  # heading or note of a table that shares its slide
Messages = tuple[str, ...]


def add_section(template: Template, briefing: Briefing, section: Section) -> None:
    """Add the slides; the messages stand on the first."""
    messages = section.messages
    for blocks in arranged(section.blocks or (Text("", ()),), template.room, briefing.language):
        said = [*messages, *(text for block in blocks for text in _notes(block))]
        if isinstance(blocks[0], Table):
            add_table_slides(template, briefing, section.title, blocks[0], messages, said)
        else:
            slide, room = add_page(template, briefing, section.title, said)
            _add_blocks(slide, room, blocks, messages, briefing.language)
        messages = ()


def arranged(blocks: Sequence[Block], room: Room, language: str) -> Iterator[tuple[Block, ...]]:
    """Say which blocks share a slide: figures and the chart behind them, two charts of bars, bars and a short table."""
    place = 0
    while place < len(blocks):
        pair = tuple(blocks[place : place + 2])
        shared = pair if len(pair) == 2 and _belong(pair[0], pair[1], room, language) else pair[:1]
        yield shared
        place += len(shared)


def _belong(first: Block, second: Block, room: Room, language: str) -> bool:
    if isinstance(first, Figures):
        return isinstance(second, Chart)
    if (room.width - GAP) // 2 < BESIDE or not _is_small(first):
        return False
    if isinstance(second, Table):
        heading, rows = lines(second, (room.width - GAP) // 2, language)
        height = heading.height + sum(row.height for row in rows)
        whole = len(rows) == second.total and not breaks_words(second, (room.width - GAP) // 2)
        return bool(rows) and whole and height < room.height - FOOT - STRIP - 2 * CAPTION - 4 * GAP
    return _is_small(second)


def _is_small(block: Block) -> bool:
    return isinstance(block, Chart) and block.shape == "bars" and len(block.categories) <= MOST_BARS


def _is_wide(block: Block) -> bool:
    """Say whether a chart needs the whole width: the names under its columns would else stand on end."""
    return isinstance(block, Chart) and block.shape != "bars" and len(block.categories) > MOST_COLUMNS


def _notes(block: Block) -> list[str]:
    if isinstance(block, Chart | Table):
        return [text for text in (block.title, block.note) if text]
    return [*block.notes] if isinstance(block, WorldMap) else []


def _add_blocks(slide: Any, room: Room, blocks: Sequence[Block], messages: Messages, language: str) -> None:
    if isinstance(blocks[0], Figures):
        tiles, room = room.above(figures.HEIGHT)
        figures.add_figures(slide, tiles, blocks[0])
        blocks = blocks[1:] or (Text("", ()),)
        column, room = room.columns(2) if isinstance(blocks[0], Chart) else (room, room)
        _add_messages(slide, column, messages)
    elif messages and (len(blocks) > 1 or _is_wide(blocks[0])):
        strip, room = room.above(strip_height(messages, room.width))
        _add_messages(slide, strip, messages, STRIP_SIZE)
    elif messages and not isinstance(blocks[0], Text):
        room, column = room.beside(MESSAGES)
        _add_messages(slide, column, messages)
    for block, place in zip(blocks, room.columns(len(blocks)), strict=True):
        _add_block(slide, place, block, messages, language)


def _add_block(slide: Any, room: Room, block: Block, messages: Messages, language: str) -> None:
    if isinstance(block, WorldMap):
        world.add_map(slide, room, block, language)
    elif isinstance(block, Chart):
        add_chart(slide, room, block, language)
    elif isinstance(block, Table):
        caption, room = room.above(CAPTION)
        text_box(slide, caption, [block.title], (16, 10), bold=True, middle=True)
        room, foot = room.below(CAPTION)
        text_box(slide, foot, [block.note], (11, 7), quiet=True)
        add_table(slide, room, block, *lines(block, room.width, language))
    elif isinstance(block, Text) and (messages or block.paragraphs):
        text_box(slide, room, [*messages, *block.paragraphs], (18, 9), bullets=bool(block.paragraphs))


def _add_messages(slide: Any, room: Room, messages: Messages, largest: int = 18) -> None:
    if messages:
        text_box(slide, room, messages, (largest, 9), bullets=True).name = "Messages"
