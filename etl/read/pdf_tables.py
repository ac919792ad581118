"""The lines of a page of a PDF -> the same with each row of a register's table as one line with its cells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from etl.read.pdf_lines import Line
from etl.rows.dates import YEAR, days_of
from etl.rows.headings import columns

BESIDE = 0.4  # times the size of the letters: lines this near in height stand beside each other
UNDER = 1.5  # times their size: lines this near belong to one heading of several lines
APART = 5.0  # times their size: what stands further below is no row of the table
HEAD_LINES = 3
FEWEST_HEADS = 3
NEXT_ROW = 1.2  # times the smallest step from line to line: a new row begins
WHOLE = 0.6  # of the table's width: one piece of text as wide as this is a paragraph below the table
LEAP = 2000  # a year in which every day is one
Rank = list[Line]  # what stands beside each other, from the left


@dataclass(frozen=True, slots=True)
class Table:
    """A table on one page: its headings from the left, its number, the lines that it is made of, its rows as lines."""

    heads: Rank
    number: int
    ranks: list[Rank]
    rows: list[Line]


def with_rows(lines: Sequence[Line], before: Table | None, number: int) -> tuple[list[Line], Table | None]:
    """Return the lines with those of tables joined to rows, and the last table where it reaches the foot of the page.

    `before` is the table that the page before left open; `number` that of the first table which begins here.
    """
    ranks = _ranks(lines)
    found = _tables(ranks, before, number)
    if not found:
        return list(lines), None
    of_line = {id(line): table for table in found for rank in table.ranks for line in rank}
    kept: list[Line] = []
    done: set[int] = set()
    for line in lines:
        table = of_line.get(id(line))
        if table is None:
            kept.append(line)
        elif id(table) not in done:
            done.add(id(table))
            kept += table.rows
    return kept, found[-1] if found[-1].ranks[-1] is ranks[-1] else None


def _ranks(lines: Sequence[Line]) -> list[Rank]:
    """Return the lines by their height, from the top."""
    ranks: list[Rank] = []
    for line in sorted(lines, key=lambda line: -line.base):
        if ranks and ranks[-1][0].base - line.base < BESIDE * line.size:
            ranks[-1].append(line)
        else:
            ranks.append([line])
    return [sorted(rank, key=lambda line: line.left) for rank in ranks]


def _tables(ranks: list[Rank], before: Table | None, number: int) -> list[Table]:
    found: list[Table] = []
    place = 0
    if before and ranks and not _heads(ranks[:HEAD_LINES])[0] and (below := _below(ranks, before.heads)):
        found.append(Table(before.heads, before.number, below, _rows(below, before.heads, before.number)))
        place = len(below)
    while place < len(ranks):
        heads, used = _heads(ranks[place : place + HEAD_LINES])
        if used > 1 and _known(_heads(ranks[place + 1 : place + 1 + HEAD_LINES])[0]) >= _known(heads):
            place += 1  # the last line of a paragraph stood close above the headings
            continue
        below = _below(ranks[place + used :], heads) if heads else []
        if not below:
            place += 1
            continue
        number += 1
        rows = [_row([[head] for head in heads], number), *_rows(below, heads, number)]
        found.append(Table(heads, number, ranks[place : place + used] + below, rows))
        place += used + len(below)
    return found


def _heads(ranks: list[Rank]) -> tuple[Rank, int]:
    """Return the headings that the first of the ranks make, and of how many ranks; [] and 0 where they make none."""
    best: tuple[Rank, int] = ([], 0)
    known = 0
    heads: Rank = []
    for used, rank in enumerate(ranks, 1):
        if heads and heads[0].base - rank[0].base > UNDER * used * rank[0].size:
            break
        joined = _under(heads, rank)
        if joined is None:
            break
        heads = joined
        more = _known(heads) - known
        if more > 0 or (known and more == 0 and 2 * len(rank) <= len(heads)):  # or a second line of some of them
            best, known = (heads, used), known + more
    return best


def _known(heads: Rank) -> int:
    """Return how many headings of a register these are; 0 where they head none."""
    return sum(map(bool, columns([head.text for head in heads]))) if len(heads) >= FEWEST_HEADS else 0


def _under(heads: Rank, rank: Rank) -> Rank | None:
    """Return the headings with the pieces below put under those that they stand under; None where one is too wide."""
    joined = list(heads)
    for line in rank:
        over = [n for n, head in enumerate(joined) if _overlap(head, line) > 0]
        if len(over) > 1:
            return None
        if not over:
            joined.append(line)
            continue
        head = joined[over[0]]
        left, right = min(head.left, line.left), max(head.right, line.right)
        joined[over[0]] = replace(head, left=left, right=right, text=f"{head.text} {line.text}")
    return sorted(joined, key=lambda line: line.left)


def _below(ranks: list[Rank], heads: Rank) -> list[Rank]:
    """Return the ranks that are rows under the headings."""
    taken: list[Rank] = []
    width = heads[-1].right - heads[0].left
    for rank in ranks:
        if taken and taken[-1][0].base - rank[0].base > APART * rank[0].size:
            break
        if len(rank) == 1 and (not taken or rank[0].right - rank[0].left > WHOLE * width):
            break
        taken.append(rank)
    return taken


def _rows(ranks: list[Rank], heads: Rank, number: int) -> list[Line]:
    """Return the rows: lines that stand close below each other are one, where steps tell; else where a row begins."""
    edges = _edges(ranks, heads)
    steps = [a[0].base - b[0].base for a, b in pairwise(ranks)]
    close = min(steps, default=0.0)
    dated = next((n for n, column in enumerate(columns([head.text for head in heads])) if column == "date"), None)
    told = max(steps, default=0.0) > NEXT_ROW * close
    rows: list[list[list[Line]]] = []
    for rank, step in zip(ranks, [None, *steps], strict=True):
        cells = _cells(rank, edges)
        if not rows or (step > NEXT_ROW * close if told and step else _begins(cells, rows[-1], dated)):
            rows.append(cells)
        else:
            rows[-1] = [above + below for above, below in zip(rows[-1], cells, strict=True)]
    return [_row(row, number) for row in rows]


def _begins(cells: list[list[Line]], above: list[list[Line]], dated: int | None) -> bool:
    """Say whether pieces of text begin a row: with a day of their own, which is no year that the row above lacked."""
    if dated is None or not cells[dated]:
        return bool(cells[0]) and (cells[0][0].text.isdigit() if dated else sum(map(bool, cells)) > 1)
    said, before = (" ".join(piece.text for piece in row[dated]) for row in (cells, above))
    if YEAR.fullmatch(said):
        return YEAR.search(before) is not None
    return days_of(said, year=LEAP) is not None


def _edges(ranks: list[Rank], heads: Rank) -> list[float]:
    """Return where each column begins: half way between what stands under one heading and the next."""
    spans = [(head.left, head.right) for head in heads]
    for line in (line for rank in ranks for line in rank):
        over = [n for n, head in enumerate(heads) if _overlap(head, line) > 0]
        if len(over) == 1:
            left, right = spans[over[0]]
            spans[over[0]] = min(left, line.left), max(right, line.right)
    between = [
        (a[1] + b[0]) / 2 if a[1] < b[0] else head.left for (a, b), head in zip(pairwise(spans), heads[1:], strict=True)
    ]
    return [float("-inf"), *between]


def _cells(rank: Rank, edges: list[float]) -> list[list[Line]]:
    """Return the pieces of a rank by column; one that reaches over several columns is cut at its words."""
    cells: list[list[Line]] = [[] for _ in edges]
    for line in rank:
        words = line.text.split()
        starts = line.starts if len(line.starts) == len(words) else (line.left,) * len(words)
        for word, start in zip(words, starts, strict=True):
            column = sum(edge <= start for edge in edges) - 1
            if cells[column] and cells[column][-1].base == line.base:
                cells[column][-1] = replace(cells[column][-1], text=f"{cells[column][-1].text} {word}")
            else:
                cells[column].append(replace(line, text=word))
    return cells


def _row(cells: list[list[Line]], number: int) -> Line:
    pieces = [piece for cell in cells for piece in cell]
    said = tuple(" ".join(piece.text for piece in cell) for cell in cells)
    return Line(
        min(piece.left for piece in pieces),
        min(piece.bottom for piece in pieces),
        max(piece.right for piece in pieces),
        max(piece.top for piece in pieces),
        pieces[0].size,
        " | ".join(filter(None, said)),
        cells=said,
        table=number,
    )


def _overlap(one: Line, other: Line) -> float:
    return min(one.right, other.right) - max(one.left, other.left)
