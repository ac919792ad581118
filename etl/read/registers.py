"""The lines of a document -> the tables among them that are registers: their rows as records, their lines.

Blocks of repeated labels, one block an activity, are rows of a table whose headings are these labels.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import NamedTuple

from etl.read.record_blocks import record_blocks
from etl.records import Record
from etl.rows.grid import layout_of
from etl.rows.register import read_sheet

SEARCHED = 4  # rows at the top of a table among which its headings stand: a title may span the first


class Line(NamedTuple):
    """The words of a line and where a person finds it ("p. 7"); of a row of a table its cells and the table's number.

    Rows of one table follow each other and bear the same number, from 1 on.
    """

    words: str
    place: str
    cells: tuple[str, ...] = ()
    table: int = 0


@dataclass(slots=True)
class Registers:
    """What the registers in a document state; `lines` are their lines as text, by their index in the document."""

    records: list[Record] = field(default_factory=list)
    lines: dict[int, str] = field(default_factory=dict)
    warnings: list[str] = field(default_factory=list)


def registers(lines: Sequence[Line], language: str) -> Registers:
    """Return the registers among the tables of a document: those with headings that we know.

    Their records stand at their rows. A year that the line above a table names is that of its dates without a year.
    """
    found = Registers()
    above = ""
    for table, numbered in groupby(enumerate(lines), key=lambda pair: pair[1].table):
        group = list(numbered)
        if table and layout_of([line.cells for _, line in group], searched=SEARCHED):
            _take(found, group, above, language)
        above = next((line.words for _, line in reversed(group) if line.words.strip()), above)
    _take_blocks(found, lines, language)
    return found


def _take_blocks(found: Registers, lines: Sequence[Line], language: str) -> None:
    own = record_blocks(["" if index in found.lines else line.words for index, line in enumerate(lines)], language)
    found.lines |= own.lines
    found.records += [_placed(record, lines) for record in own.records]


def _placed(record: Record, lines: Sequence[Line]) -> Record:
    """Return a record with its place and those of its values: the page, else the lines."""
    one = record.line_start == record.line_end
    place = lines[record.line_start - 1].place or (
        f"line {record.line_start}" if one else f"lines {record.line_start}-{record.line_end}"
    )
    findings = tuple(
        replace(f, locator=lines[f.line_start - 1].place or f"line {f.line_start}") for f in record.findings
    )
    return replace(record, locator=place, findings=findings)


def _take(found: Registers, group: list[tuple[int, Line]], above: str, language: str) -> None:
    first, head = group[0]
    sheet = read_sheet(above, [line.cells for _, line in group], first + 1, language)
    found.lines |= dict(zip((index for index, _ in group), sheet.lines, strict=True))
    found.warnings += [f"{head.place}: {warning.removeprefix(f'{above}: ')}" for warning in sheet.warnings]
    for record in sheet.records:
        place = group[record.line_start - 1 - first][1].place
        findings = tuple(replace(finding, locator=place) for finding in record.findings)
        found.records.append(replace(record, locator=place, findings=findings))
