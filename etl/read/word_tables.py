"""A table of a Word file -> its rows as lines with their cells, merged cells filled in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from etl.read.registers import Line

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TEXT, SPACES = f"{W}t", {f"{W}tab": " ", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
WIDEST_SPAN = 100  # columns that one cell may span; more is an error


def rows_of(table: Any, number: int) -> Iterator[Line]:
    """Yield the rows of the `number`th table of a file; a row of one cell is a box, and gives its paragraphs as lines.

    A value that is merged over several rows stands in each of them; a cell that spans columns stands in the first.
    """
    above: dict[int, str] = {}
    rows = [row for row in table.iter(f"{W}tr") if next(row.iterancestors(f"{W}tbl")) is table]
    for count, row in enumerate(rows, 1):
        place = f"table {number}, row {count}"
        cells = [cell for cell in row.iter(f"{W}tc") if next(cell.iterancestors(f"{W}tr")) is row]
        said = [_paragraphs(cell, table) for cell in cells]
        if len(cells) == 1:
            yield from (Line(words, place) for words in said[0])
        elif any(said):
            words = [" ".join(paragraphs) for paragraphs in said]
            yield Line(" | ".join(filter(None, words)), place, tuple(_grid(cells, words, above)), number)


def words_of(paragraph: Any) -> str:
    """Return the words of a paragraph, without those of text boxes inside it."""
    words = []
    for element in paragraph.iter(TEXT, *SPACES):
        if next(element.iterancestors(f"{W}p")) is paragraph:
            words.append(SPACES.get(element.tag) or element.text or "")
    return "".join(words)


def _paragraphs(cell: Any, table: Any) -> list[str]:
    """Return the filled paragraphs of a cell, without those of tables inside it."""
    own = (p for p in cell.iter(f"{W}p") if next(p.iterancestors(f"{W}tbl")) is table)
    return [words for p in own if (words := " ".join(words_of(p).split()))]


def _grid(cells: list[Any], words: list[str], above: dict[int, str]) -> list[str]:
    """Return the words by column; `above` holds those of the row before, by column, and then of this one."""
    grid: list[str] = []
    for cell, own in zip(cells, words, strict=True):
        merged = cell.find(f"{W}tcPr/{W}vMerge")
        goes_on = merged is not None and merged.get(f"{W}val", "continue") == "continue"
        said = above.get(len(grid), "") if goes_on else own
        above[len(grid)] = said
        grid += [said, *[""] * (_span(cell) - 1)]
    return grid


def _span(cell: Any) -> int:
    span = cell.find(f"{W}tcPr/{W}gridSpan")
    said = span.get(f"{W}val") or "" if span is not None else ""
    return min(max(int(said), 1), WIDEST_SPAN) if said.isdecimal() else 1
