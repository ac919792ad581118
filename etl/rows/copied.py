"""The lines of a text -> the rows of a table that was copied cell by cell: its headings, then the cells of each row.

So a table looks that was taken from a page or a PDF file by hand. A row whose day stands elsewhere ends it: a cell was
empty, and whose cell is whose can no longer be told. Where blank lines part the rows, only that row is left out.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby, pairwise

from etl.rows.blocks import FEWEST, Block, Row
from etl.rows.dates import days_of
from etl.rows.headings import LONGEST, TELLS_WHEN, columns
from etl.rows.labels import Labelled, label_alone, labelled

FEWEST_COLUMNS = 3
MOST_GAPS = 2  # blank lines around the cells of a row
LONGEST_CELL = 2 * LONGEST  # characters


def copied(lines: Sequence[str]) -> list[Block]:
    """Return the rows of the first such table as blocks whose labels are its headings; [] where there are not two."""
    rows = [(n, line.strip()) for n, line in enumerate(lines, 1) if line.strip()]
    for known, run in groupby(enumerate(rows), lambda pair: label_alone(pair[1][1]) is not None):
        heads = list(run)
        words = [line for _, (_, line) in heads]
        found = _below(rows[heads[-1][0] + 1 :], words) if known and len(words) >= FEWEST_COLUMNS else []
        if len(found) >= FEWEST:
            return found
    return []


def _below(rows: list[Row], heads: list[str]) -> list[Block]:
    """Return the rows of cells that follow each other below their headings."""
    meant = columns(heads)
    days = [n for n, column in enumerate(meant) if column in TELLS_WHEN]
    if not days or len({label.name for label in _labels(heads)}) < len(heads):
        return []
    found = []
    for first in range(0, len(rows) - len(heads) + 1, len(heads)):
        cells = rows[first : first + len(heads)]
        dated = days_of(cells[days[0]][1]) is not None
        if any(len(words) > LONGEST_CELL for _, words in cells) or not (dated or _is_parted(rows, first, len(heads))):
            break
        if not dated:
            continue
        labels = [(n, labelled(head, words)) for head, (n, words) in zip(heads, cells, strict=True)]
        found.append(Block(labels))
    return found


def _is_parted(rows: list[Row], first: int, length: int) -> bool:
    """Say whether blank lines stand around the cells of a row, and none between them."""
    numbers = [n for n, _ in rows[max(first - 1, 0) : first + length + 1]]
    gaps = [b - a > 1 for a, b in pairwise(numbers)]
    return gaps[:1] == [True] and gaps[-1] and sum(gaps) == MOST_GAPS


def _labels(heads: list[str]) -> list[Labelled]:
    return [labelled(head, "") for head in heads]
