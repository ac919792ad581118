"""A text of any encoding with cells parted by commas, semicolons, tabs or bars -> a Document of rows, or no table."""

from __future__ import annotations

import csv
import re
from collections import Counter

from etl.read.file import File
from etl.read.sheet import document
from etl.records import Document
from etl.rows.grid import layout_of

DELIMITERS = (",", ";", "\t", "|")
SPACES = re.compile(r"(?<=\S) {2,}(?=\S)")  # columns of a table copied from a page or a PDF file
TRIED = 60  # lines among which the headings stand
LONGEST_HEADING = 80  # characters; a clause between two commas of a text is often longer
FEWEST_WORDS = 4  # before a full stop that make a sentence
FIRST_DATA = 3  # row under headings on the first row, with or without tags
EVEN = 0.5  # share of the rows below the headings that have as many cells; notes and empty ends are cut short
LONGEST_CELL = 1_000_000
MOST_ROWS = 1_000_000


def read(file: File, text: str, warnings: tuple[str, ...] = ()) -> Document | None:
    """Return the Document of a table written as text; None where it is none.

    It is one where a row of headings that we know can be cut out of it, whatever its name. A quote that is never
    closed does not swallow the rest: then quotes are taken as letters, and a warning says so.
    """
    head = "\n".join(text.splitlines()[:TRIED])
    delimiter = next((d for d in _likely(head) if _is_table(_cells(head, d))), None)
    if delimiter is None and SPACES.search(head) and _is_table(_cells(SPACES.sub("\t", head), "\t")):
        text, delimiter = SPACES.sub("\t", text), "\t"
    if delimiter is None:
        return None
    rows = _cells(text, delimiter)
    if _swallowed(text, rows):
        rows = _cells(text, delimiter, csv.QUOTE_NONE)
        warnings += ("a quotation mark is never closed: marks were taken as letters",)
    return document(file, [("", rows)], warnings)


def _is_table(rows: list[list[str]]) -> bool:
    """Say whether rows have headings that we know, and rows as wide as these below: sentences with commas have not."""
    layout = layout_of(rows)
    if layout is None or any(map(_is_sentence, layout.headings)):
        return False
    below = [row for row in rows[layout.first_row - 1 :] if any(cell.strip() for cell in row)]
    width = len(layout.headings)
    if not below:
        return layout.first_row <= FIRST_DATA  # a register without a row yet
    return sum(1 for row in below if len(row) == width) >= EVEN * len(below)


def _is_sentence(cell: str) -> bool:
    """Say whether a cell is too long for a heading, or ends as a sentence does: "18 people."; "No." is a heading."""
    counts = any(map(str.isdigit, cell)) or len(cell.split()) >= FEWEST_WORDS
    return len(cell) > LONGEST_HEADING or (cell.endswith(".") and counts)


def _likely(head: str) -> list[str]:
    """Return the delimiters that occur, the commonest first."""
    times = Counter({d: head.count(d) for d in DELIMITERS})
    return [d for d, count in times.most_common() if count]


def _cells(text: str, delimiter: str, quoting: int = csv.QUOTE_MINIMAL) -> list[list[str]]:
    csv.field_size_limit(max(LONGEST_CELL, len(text) + 1))
    reader = csv.reader(text.splitlines(keepends=True), delimiter=delimiter, quoting=quoting)  # type: ignore[arg-type]
    rows: list[list[str]] = []
    for row in reader:
        rows += [[]] * (reader.line_num - 1 - len(rows)) + [row]  # a row stands in the line in which it ends
        if len(rows) >= MOST_ROWS:
            break
    return rows


def _swallowed(text: str, rows: list[list[str]]) -> bool:
    """Say whether one cell has taken in so many lines that its quote must be a stray one."""
    longest = max((cell.count("\n") for row in rows for cell in row), default=0)
    return longest > 50 and longest > text.count("\n") / 4
