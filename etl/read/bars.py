"""The lines of a text -> the same with the cells of its tables, whose columns are parted by bars.

Where a report is saved as text, "Course | Venue | Dates | Participants" and its rows stand so.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from etl.read.registers import Line

BAR = "|"
FEWEST_BARS, FEWEST_ROWS = 2, 3  # three columns, and two rows below the headings; a menu has one row, or two


def tabled(lines: Sequence[str]) -> list[Line]:
    """Return the lines, those of tables with their cells; the first and last bar of a row may stand outside of it."""
    found: list[Line] = []
    table = 0
    for columns, group in groupby(map(_cells, lines), key=len):
        rows = list(group)
        is_table = columns > FEWEST_BARS and len(rows) >= FEWEST_ROWS
        table += is_table
        for cells in rows:
            words = lines[len(found)]
            found.append(Line(words, "", cells, table) if is_table else Line(words, ""))
    return found


def _cells(line: str) -> tuple[str, ...]:
    """Return the cells of a line; of one without bars itself alone."""
    words = line.strip()
    inside = words.removeprefix(BAR).removesuffix(BAR) if words.count(BAR) > FEWEST_BARS else words
    return tuple(cell.strip() for cell in inside.split(BAR))
