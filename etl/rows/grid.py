"""A sheet as rows of cells -> where its registers are: the row of headings, the columns, the rows under them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from etl.masks import masked
from etl.rows.headings import HXL, column_of, columns

SEARCHED = 60  # rows at the top of a sheet among which its headings stand
SAMPLE = 30  # rows below the headings that show what a column holds
SHORTEST_ADDRESS = 6  # characters of a@b.cd; a telephone number is longer
WIDEST = 400  # columns that are looked at; what is further right is formatting
Cells = Sequence[Any]


@dataclass(frozen=True, slots=True)
class Layout:
    """Which row holds the headings (1-based), their words and columns, and in which row the data begin."""

    headings: tuple[str, ...]
    columns: tuple[str, ...]
    first_row: int


def text_of(value: Any) -> str:
    """Return a cell as text: whole numbers without a point, dates as ISO 8601, no line breaks, no addresses."""
    if value is None or value == "":
        return ""
    if isinstance(value, (int, float)):
        return str(int(value) if isinstance(value, float) and value.is_integer() else value)
    if isinstance(value, datetime):
        return value.date().isoformat() if not (value.hour or value.minute) else value.isoformat(" ", "minutes")
    if isinstance(value, date):
        return value.isoformat()
    text = " ".join(str(value).split())
    return masked(text) if len(text) >= SHORTEST_ADDRESS else text


def layout_of(rows: Sequence[Cells], from_row: int = 1, searched: int = SEARCHED) -> Layout | None:
    """Return the layout of the first register whose headings stand in the `searched` rows from `from_row` on."""
    layout = _layout(rows, from_row, searched)
    if layout is None or "participants" in layout.columns:
        return layout
    below = rows[layout.first_row - 1 : layout.first_row - 1 + SAMPLE]
    counting = [n for n, column in enumerate(layout.columns) if column == "country" and _all_numbers(below, n)]
    columns = ["participants" if n in counting[:1] else column for n, column in enumerate(layout.columns)]
    return replace(layout, columns=tuple(columns))  # "Beneficiaries" may be countries, or how many people


def _all_numbers(rows: Sequence[Cells], column: int) -> bool:
    cells = [text for row in rows if column < len(row) and (text := text_of(row[column]))]
    return bool(cells) and all(text.isdigit() for text in cells)


def _layout(rows: Sequence[Cells], from_row: int, searched: int) -> Layout | None:
    for number in range(from_row, min(len(rows), from_row - 1 + searched) + 1):
        words = [text_of(cell) for cell in rows[number - 1][:WIDEST]]
        found = columns(words)
        if not found:
            continue
        below = [text_of(cell) for cell in rows[number][:WIDEST]] if number < len(rows) else []
        tags = columns(below) if any(HXL.match(cell) for cell in below) else []
        if tags:
            return Layout(tuple(words), tuple(tags), number + 2)
        if any(HXL.match(word) for word in words):
            above = [text_of(cell) for cell in rows[number - 2][:WIDEST]] if number > 1 else words
            return Layout(tuple(above) if len(above) == len(words) else tuple(words), tuple(found), number + 1)
        return _under_groups(words, found, below, number)
    return None


def _under_groups(words: list[str], found: list[str], below: list[str], number: int) -> Layout:
    """Return the layout where "Participants" may stand above "Women", "Men" and "Total" in a second row."""
    under = [column_of(cell) if cell else "" for cell in below]
    filled = [cell for cell in below if cell]
    known = [column for column in under if column]
    if not filled or len(known) < len(filled) or len(filled) > len([word for word in words if word]):
        return Layout(tuple(words), tuple(found), number + 1)
    width = max(len(words), len(below))
    names = [f"{word} {cell}".strip() for word, cell in zip(_to(width, words), _to(width, below), strict=True)]
    joined = [low or high for high, low in zip(_to(width, found), _to(width, under), strict=True)]
    return Layout(tuple(names), tuple(joined), number + 2)


def _to(width: int, cells: list[str]) -> list[str]:
    return cells + [""] * (width - len(cells))
