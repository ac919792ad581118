"""A table written out, a cell a line, below the names of its columns -> the people whom a record states.

"Date / Event / Participants", then "3 May / Course on wells / 21": the third line of each block counts people. The
names stand a line each in a block of their own, or on one line. A block of fewer or more lines is no record of it.
"""

from __future__ import annotations

import re
from functools import lru_cache

from etl import vocabulary
from etl.numbers import numbers
from etl.people.group import PARTICIPANT, Group
from etl.records import Document, Passage
from etl.rows.headings import columns

PARTED = re.compile(r"\s+[/|]\s+|\t")
COUNTS = ("participants", "trained")
FEWEST, MOST = 3, 9  # columns
OPEN = re.compile(r"\s*(?:$|[(+])")  # what may stand behind the number in its cell: "38 (Togo 18, Benin 20)"


def stated(passage: Passage, document: Document) -> Group | None:
    """Return the group of the cell for people in the record that tells of a passage; None outside of such a table."""
    names = _columns(document)
    if not names:
        return None
    block = _block(document.lines, passage.item.text.line_at(passage.cue_start))
    place = next(n for n, name in enumerate(names) if name in COUNTS)
    return _of_cell(passage, block[place]) if len(block) == len(names) else None


def _of_cell(passage: Passage, line: int) -> Group | None:
    """Return the group of a line that says no more than a number, "38", "over 200"."""
    text = passage.item.text
    if line not in text.lines:
        return None
    place = text.lines.index(line)
    start = text.starts[place]
    end = text.starts[place + 1] if place + 1 < len(text.starts) else len(text.string)
    number = next((n.moved(start) for n in numbers(text.string[start:end], passage.item.language)), None)
    if number is None or not OPEN.match(text.string[number.end : end].rstrip()):
        return None
    before = text.string[start : number.start].strip()
    hits = vocabulary.terms().find(before, "qualifier") if before else []
    said = next((h.code for h in hits if h.end - h.start == len(before)), "")
    if before and not said:
        return None
    return Group(start, number.end, number.value, PARTICIPANT, "", said or "exact")


def _block(lines: tuple[str, ...], line: int) -> list[int]:
    """Return the numbers of the filled lines around a line, up to the next empty ones."""
    first = last = line
    while first > 1 and lines[first - 2].strip():
        first -= 1
    while last < len(lines) and lines[last].strip():
        last += 1
    return list(range(first, last + 1))


@lru_cache(maxsize=4)
def _columns(document: Document) -> tuple[str, ...]:
    """Return the columns that a document names in a block, or on one line of it; () where none counts people."""
    block: list[str] = []
    for line in (*document.lines, ""):
        if line.strip():
            block.append(line)
            continue
        for cells in (block, *(PARTED.split(row) for row in block)):
            named = columns(cells) if FEWEST <= len(cells) <= MOST else []
            if sum(name in COUNTS for name in named) == 1:
                return tuple(named)
        block = []
    return ()
