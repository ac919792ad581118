"""The lines of all pages of a PDF -> those of the text in reading order: columns one after the other, no furniture."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from etl.read.pdf_lines import Line, Page
from etl.read.pdf_tables import Table, with_rows

EDGE = 0.10  # share of a page's height at its top and foot where headers and footers stand
REPEATED = 0.4  # share of the pages that have a header or footer
FEWEST_PAGES = 2  # that a header or footer stands on
NOTE_SIZE = 0.85  # times the size of the text: smaller letters are footnotes in the lower half, headers at the top
COLUMNS = (3, 2)  # how many a page may have; of three the middle one is not taken for a heading over two
COLUMN_SHARE = 0.25  # share of a page's lines that each of two columns has at least; of three two thirds of it
SLACK = 8.0  # points by which a line may reach over the gap between columns
MOST_TABLES = 1_000  # on a page: what keeps the numbers of the tables of two pages apart
FIGURES = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Placed:
    """A line of the text, its page from 1, and the column that it stands in (0: the whole width)."""

    line: Line
    page: int
    column: int


def text_size(pages: Sequence[Page]) -> float:
    """Return the size in which most letters are set; 0 where there are none."""
    sizes: Counter[float] = Counter()
    for page in pages:
        for line in page.lines:
            sizes[line.size] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def in_order(pages: Sequence[Page]) -> list[Placed]:
    """Return the lines of the text in reading order, rows of registers joined, without headers, footers, footnotes."""
    size, furniture = text_size(pages), _furniture(pages)
    placed: list[Placed] = []
    table: Table | None = None
    for number, page in enumerate(pages, 1):
        kept = [
            line
            for line in page.lines
            if line.text
            and not (_at_edge(line, page) and _mark(line) in furniture)
            and not (line.size < NOTE_SIZE * size and (line.bottom < page.height / 2 or _at_edge(line, page)))
        ]
        kept, table = with_rows(kept, table, number * MOST_TABLES)
        placed += [Placed(line, number, column) for line, column in _columns(kept, page.width)]
    return placed


def _mark(line: Line) -> str:
    """Return a line as it comes back on other pages: whatever the page's number."""
    return FIGURES.sub("#", line.text).lower()


def _at_edge(line: Line, page: Page) -> bool:
    return line.bottom > (1 - EDGE) * page.height or line.top < EDGE * page.height


def _furniture(pages: Sequence[Page]) -> set[str]:
    seen = Counter(mark for page in pages for mark in {_mark(ln) for ln in page.lines if _at_edge(ln, page)})
    return {mark for mark, times in seen.items() if times >= max(FEWEST_PAGES, REPEATED * len(pages))}


def _columns(lines: list[Line], width: float) -> list[tuple[Line, int]]:
    """Return the lines with their column; of several the left one first, cut where a line spans two or more."""
    sides = next((found for count in COLUMNS if (found := _sides(lines, width, count))), None)
    if sides is None:
        return [(line, 0) for line in lines]
    inside = {id(line) for side in sides for line in side}
    wide = sorted((line for line in lines if id(line) not in inside), key=_from_top)
    ordered: list[tuple[Line, int]] = []
    above = float("inf")
    for line in [*wide, None]:
        below = line.top if line else float("-inf")
        for column, side in enumerate(sides, 1):
            ordered += [(one, column) for one in sorted(side, key=_from_top) if below < one.top <= above]
        ordered += [(line, 0)] if line else []
        above = below
    return ordered


def _sides(lines: list[Line], width: float, count: int) -> list[list[Line]] | None:
    """Return the lines of each of `count` columns; None where they are not set in so many.

    Columns are alike in width, so the gaps between them stand at even parts of the text's width.
    """
    if not lines:
        return None
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    left, right = (0.0, width) if count == 2 else (left, right)  # a short right column moves the middle of the text
    edges = [left + (right - left) * n / count for n in range(count + 1)]
    sides = [
        [ln for ln in lines if ln.left >= start - SLACK and ln.right <= end + SLACK] for start, end in pairwise(edges)
    ]
    return sides if all(len(side) > COLUMN_SHARE * 2 / count * len(lines) for side in sides) else None


def _from_top(line: Line) -> float:
    return -line.top
