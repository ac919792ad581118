"""The labelled lines at the head of a page ("Venue: Nairobi, Kenya") -> what they state of its event.

The labels are the headings that a column of a register may have, and what stands behind them is read like its cells.
A block with day and place alone may be where and when news was published, so that a third line must tell of an event.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from etl.dates.written import expressions
from etl.fixed import fixed
from etl.records import Document, Finding
from etl.rows.headings import column_of
from etl.rows.state import Cell, findings, stated

LINE = re.compile(r"[\s*_>•-]*([^\W\d_][^:.]{1,40}?)[\s*_]*[:：][\s*_]+(\S.*?)[\s*_]*$")
MOST_WORDS = 4  # of a label
LONGEST = 160  # characters behind a label; what is longer is text
FEWEST = 3  # labels that we know
HEAD_LINES = 12  # filled lines among which the block begins
TITLE, DAY, PLACE = "title", "date", "host_country"
STATED = (PLACE, "country", "donors")  # numbers of people stand among their words: read as text


@fixed
class Block:
    """Labelled lines: the line of the first, the title that they give (0 and "" where none), and what they say."""

    first: int
    title_line: int
    title: str
    stated: tuple[Finding, ...]


def labelled(document: Document) -> Block | None:
    """Return the labelled lines at the head of a page that say when and where an event was, and more; else None."""
    cells = list(_cells(document))
    first = {cell.column: cell for cell in reversed(cells)}
    if len(first) < FEWEST or not {DAY, PLACE} <= first.keys():
        return None
    title = first.get(TITLE)
    said = findings([cell for cell in cells if cell.column in STATED], language=document.language)
    line, words = (title.line, title.value) if title else (0, "")
    return Block(cells[0].line, line, words, (*said, *_when(first[DAY], document)))


def _when(cell: Cell, document: Document) -> Iterator[Finding]:
    """Yield when the event was, unless it is its first day alone and the text says the span: "held from 4 to 6 May"."""
    told = next((e for e in expressions(cell.text) if e.first.year), None)
    if told is None:
        return
    text = expressions("\n".join(document.lines[cell.line :]))
    if told.range or not any(e.range and e.first[1:] == told.first[1:] for e in text):
        yield stated("date", told.first.iso(), cell)
        yield stated("end_date", told.last.iso(), cell)
        yield stated("date_basis", "event", cell)


def _cells(document: Document) -> Iterator[Cell]:
    """Yield the known labels of the first block of labelled lines; lines with other labels do not end it."""
    begun = False
    filled = [(n, line) for n, line in enumerate(document.lines, 1) if line.strip()]
    for place, (number, line) in enumerate(filled):
        label = LINE.match(line)
        if not label or len(label[1].split()) > MOST_WORDS or len(label[2]) > LONGEST:
            if begun or place >= HEAD_LINES:
                return
            continue
        begun = True
        if column := column_of(label[1]):
            yield Cell(column, label[1], label[2].strip("\"'“”"), label[2], number, f"line {number}")
