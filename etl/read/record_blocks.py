"""The lines of a document -> the blocks of repeated labels in them that are rows of a register, as records."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from etl import vocabulary
from etl.lines import bare, is_title
from etl.records import Record
from etl.rows.block_table import table
from etl.rows.blocks import FEWEST, Block, blocks
from etl.rows.copied import copied
from etl.rows.headings import COUNTS, WHERE
from etl.rows.labels import Labelled
from etl.rows.register import read_sheet

OF_PEOPLE = ("names", "name", "person")  # columns whose cells are not kept
TELLS = COUNTS | {"kind", "donors", "partners"}  # what none but an activity states; news have a title and a day, too
AHEAD = ("future", "call")  # meanings of words above that put off what stands below
ABOVE = 3  # filled lines above the first block that may say so
MOST_UNDATED = 0.5  # share of the records without a date


@dataclass(slots=True)
class Found:
    """Records with the lines of their blocks, as text by index of the line in the document."""

    records: list[Record] = field(default_factory=list)
    lines: dict[int, str] = field(default_factory=dict)


def record_blocks(lines: Sequence[str], language: str) -> Found:
    """Return the blocks of `lines` whose labels are headings of a register; none where fewer than two tell activities.

    A block that tells of none, such as one of the news, stays text; one that was cancelled is none.
    """
    own = copied(lines) or blocks(lines)
    above = [bare(line) for line in lines[: own[0].first - 1] if line.strip()][-ABOVE:] if own else []
    if not own or any(map(_is_ahead, above)) or _are_projects(own):
        return Found()
    rows, at = table(own)
    sheet = read_sheet(above[-1] if above else "", rows, language=language, at=at)
    by_line = {record.line_start: record for record in sheet.records}
    read = [(block, _record(block, by_line)) for block in own]
    sure = [record for block, record in read if record and _is_activity(record, block)]
    told = [
        (block, r) for block, r in read if r is None or r in sure or (2 * len(sure) >= len(own) and _has_day(r, block))
    ]
    records = [record for _, record in told if record]
    undated = sum(1 for record in records if "date" not in _fields(record))
    if len(records) < FEWEST or undated > MOST_UNDATED * len(records):
        return Found()
    kept = {n - 1: words for block, _ in told for n, words in _kept(block, lines)}
    return Found(records, kept)


def _are_projects(own: list[Block]) -> bool:
    """Say whether the blocks are those of projects, which tell of their activities in sentences."""
    columns = {label.column for block in own for _, label in block.labels}
    return "programme" in columns and "title" not in columns and not any(block.title for block in own)


def _is_ahead(line: str) -> bool:
    if not is_title(line):
        return False
    return any(h.code in AHEAD for h in vocabulary.terms().find(line, "not_activity"))


def _record(block: Block, by_line: dict[int, Record]) -> Record | None:
    """Return the record of a block, with all its lines; None where it was left out."""
    inside = (by_line[n] for n in range(block.first, block.last + 1) if n in by_line)
    record = next(inside, None)
    return replace(record, line_start=block.first, line_end=block.last) if record else None


def _is_activity(record: Record, block: Block) -> bool:
    return bool(_fields(record) & TELLS) or (_is_titled(block) and bool(_fields(record) & WHERE))


def _has_day(record: Record, block: Block) -> bool:
    """Say whether a block names a title and its day, which suffices among others that tell activities."""
    return _is_titled(block) and "date" in _fields(record)


def _is_titled(block: Block) -> bool:
    return any(label.column == "title" for _, label in block.labels)


def _fields(record: Record) -> set[str]:
    return {finding.field for finding in record.findings}


def _kept(block: Block, lines: Sequence[str]) -> list[tuple[int, str]]:
    """Return the lines of a block, without the names of people."""
    people = {n for n, label in block.labels if label.column in OF_PEOPLE}
    words = {n: " | ".join(f"{own.label}: {own.value}" for own in _nameless(block, n)) for n in people}
    ends = [*(n for n, _ in block.labels[1:]), block.last + 1]
    hidden = {n for (first, label), end in zip(block.labels, ends, strict=True)
              if label.column in OF_PEOPLE for n in range(first + 1, end)}  # fmt: skip
    return [(n, words.get(n, "" if n in hidden else lines[n - 1])) for n in range(block.first, block.last + 1)]


def _nameless(block: Block, number: int) -> list[Labelled]:
    return [label for n, label in block.labels if n == number and label.column not in OF_PEOPLE]
