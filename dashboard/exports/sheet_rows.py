"""A section of a briefing -> the rows of its sheet, each with its look."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from dashboard.briefing.model import Block, Chart, Figures, Section, Table, Text, WorldMap

TITLE, HEADING, CELLS, PROSE, PLAIN = "title", "heading", "cells", "prose", "plain"


@dataclass(frozen=True, slots=True)
class Row:
    """Cells and how they look: those of a table break their lines, prose is one text over the whole width."""

    cells: Sequence[Any] = ()
    look: str = PLAIN


def section_rows(section: Section) -> Iterator[Row]:
    """Yield the rows of a section: its messages, then each block as a table."""
    yield Row((section.title,), TITLE)
    yield from (Row((text,), PROSE) for text in section.messages)
    for block in section.blocks:
        yield Row()
        yield from block_rows(block, section.title)


def block_rows(block: Block, section: str) -> Iterator[Row]:
    """Yield one block as rows; a title that the section has already is not said again."""
    title = getattr(block, "title", "")
    if title and title != section:
        yield Row((title,), HEADING)
    if isinstance(block, Figures):
        yield from (Row((figure.label, figure.value, figure.shown, figure.note)) for figure in block.items)
    elif isinstance(block, Text):
        yield from _prose(*block.paragraphs)
    elif isinstance(block, Table):
        yield Row(block.headings, HEADING)
        yield from (Row(row, CELLS) for row in block.rows)
        yield from _prose(block.note)
    elif isinstance(block, Chart):
        yield Row(("", *(series.name for series in block.series)), HEADING)
        yield from map(Row, zip(block.categories, *(series.values for series in block.series), strict=True))
        yield from _prose(block.note)
    else:
        yield from map_rows(block)


def map_rows(world: WorldMap) -> Iterator[Row]:
    """Yield the class of each country that has one, by code, and the words under the map."""
    for shade in world.shades[1:]:
        yield from (Row((code, shade.name, world.said.get(code, ""))) for code in sorted(shade.codes))
    yield from _prose(*world.notes)


def _prose(*texts: str) -> Iterator[Row]:
    yield from (Row((text,), PROSE) for text in texts if text)
