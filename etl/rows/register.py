"""A sheet of cells -> one record a row of its registers, with what each row states and where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from etl.records import Finding, Record
from etl.rows.dates import month_first_in, year_in
from etl.rows.grid import WIDEST, Cells, Layout, layout_of, text_of
from etl.rows.groups import country_named, year_named
from etl.rows.names import word_of
from etl.rows.state import Cell, findings
from etl.rows.state import stated as stated_by
from etl.small_words import spelt

PUT_OFF = re.compile(rf"\W*(?:{spelt('put off')})\b", re.I)
PUT_OFF_WHOLE = re.compile(rf"{PUT_OFF.pattern}\s*(?:$|[:;,(–—-]|(?:{spelt('reason')})\b)", re.I)  # "Cancelled: ..."
ASIDE = re.compile(r"\(([^()]+)\)|\s[–—-]\s([^–—-]+)$")  # "Course on wells (cancelled)", "Course on wells - cancelled"
FREE = ("title", "text", "", "kind", "programme")  # columns whose words the finders read; "": a heading we do not know
DROPPED = ("names", "name", "person", "none", "again")  # people's names and what is no matter of ours


@dataclass(slots=True)
class Sheet:
    """A sheet while it is read: its lines as text with their places, its records, and what a person must be told."""

    lines: list[str] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    records: list[Record] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)


def read_sheet(
    name: str,
    rows: Sequence[Cells],
    first_line: int = 1,
    language: str = "en",
    at: Sequence[Sequence[int]] = (),
) -> Sheet:
    """Return the sheet `name` as lines (line `first_line` is its row 1) and records; [] where no headings are known.

    Where the cells of a row stand on lines of their own, `at` holds the line of each.

    A total at the foot, cancelled rows and repeated headings are left out; cells of people's names are not kept. A
    country or year that alone is the sheet's name, or stands alone in a row, is that of the rows below it.
    """
    sheet = Sheet()
    layout = layout_of(rows)
    if layout is None:
        if any(text_of(cell) for row in rows for cell in row[:WIDEST]):
            sheet.warnings.append(f"{name or 'sheet'}: no row of headings that we know (what, when, where); not read")
        return sheet
    month_first = month_first_in(cell for row in rows for cell in _of(row, layout, ("date", "end_date")))
    year = year_in(name) or year_in(" ".join(text_of(c) for row in rows[: layout.first_row - 2] for c in row[:WIDEST]))
    above = _country_above(Cell("country", "", name, name, first_line - 1 + layout.first_row - 1, name))
    left_out, between = 0, False
    for number, row in enumerate(rows, 1):
        line = first_line - 1 + number
        if between and number > layout.first_row:  # another register may begin below an empty row or a heading
            layout = layout_of(rows, number, searched=1) or layout
        cells = _cells(name, number, row, layout, at[number - 1] if at else [line] * len(row))
        between = len(cells) < 2
        sheet.lines.append(" | ".join(cell.text for cell in cells if cell.column not in DROPPED))
        sheet.places.append(_range(name, number, row))
        if len(cells) == 1 and _is_group(cells[0]):
            above, year = _country_above(cells[0]) or above, year_named(cells[0].text) or year
            continue
        if number < layout.first_row or not cells or _is_heading(cells):
            continue
        if _is_sum(cells) or _cancelled(cells):
            left_out += 1
            continue
        stated = findings(cells, month_first, language, year)
        stated += () if "country" in layout.columns else above
        if record := _record(cells, sheet.places[-1], stated):
            sheet.records.append(record)
    if left_out:
        sheet.warnings.append(f"{name or 'sheet'}: {left_out} rows left out (totals, or cancelled)")
    return sheet


@lru_cache(maxsize=1000)
def letters(column: int) -> str:
    """Return the letters by which a spreadsheet calls its column `column` (0: A)."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


def _of(row: Cells, layout: Layout, wanted: Sequence[str]) -> Iterator[Any]:
    yield from (cell for cell, column in zip(row, layout.columns, strict=False) if column in wanted)


def _cells(sheet: str, number: int, row: Cells, layout: Layout, lines: Sequence[int]) -> list[Cell]:
    """Return the filled cells of a row under its headings, each with its line."""
    filled = []
    before = f"{sheet}!" if sheet else ""
    for index, (value, column) in enumerate(zip(row, layout.columns, strict=False)):
        if text := text_of(value):
            place = f"{before}{letters(index)}{number}"
            filled.append(Cell(column, layout.headings[index], value, text, lines[index], place))
    return filled


def _range(sheet: str, number: int, row: Cells) -> str:
    filled = [i for i, cell in enumerate(row[:WIDEST]) if cell not in (None, "")] or [0]
    before = f"{sheet}!" if sheet else ""
    return f"{before}{letters(filled[0])}{number}:{letters(filled[-1])}{number}"


def _is_group(cell: Cell) -> bool:
    return bool(country_named(cell.text) or year_named(cell.text))


def _country_above(cell: Cell) -> tuple[Finding, ...]:
    """Return what a row or the name of a sheet that is a country alone states of the rows below it."""
    code = country_named(cell.text)
    return (stated_by("country", [code], cell),) if code else ()


def _is_heading(cells: list[Cell]) -> bool:
    """Say whether a row only repeats the headings, as at the top of a printed page."""
    return all(cell.text == cell.heading for cell in cells)


def _is_sum(cells: list[Cell]) -> bool:
    said = (c.text for c in cells[:1] + [c for c in cells if c.column == "title"] if isinstance(c.value, str))
    return any(word_of(text, "sum") for text in said)


def _cancelled(cells: list[Cell]) -> bool:
    asides = [
        aside for c in cells if c.column == "title" for found in ASIDE.findall(c.text) for aside in found if aside
    ]
    said = [c.text for c in cells if c.column != "title"]  # "put off to June" often stands where a date or number would
    told = any(word_of(text, "status") == "cancelled" for text in (*said, *asides))
    titles = [c.text for c in cells if c.column == "title"]
    return told or any(map(_puts_off, (*said, *asides))) or any(map(PUT_OFF_WHOLE.match, titles))


def _puts_off(remark: str) -> bool:
    return PUT_OFF.match(remark) is not None


def _record(cells: list[Cell], place: str, stated: tuple[Finding, ...]) -> Record | None:
    """Return the record of a row; None where it says neither what was done nor when, as in a table of sums by kind."""
    titles = [cell.text for cell in cells if cell.column == "title"]
    words = [(cell.line, _words(cell)) for name in FREE for cell in cells if cell.column == name]
    told = any(cell.column in ("title", "text") for cell in cells) or any(f.field == "date" for f in stated)
    if not words or not told or not (titles or len(stated) > 1):
        return None
    lines = [cell.line for cell in cells]
    in_order = tuple(sorted(words, key=lambda word: word[0]))
    return Record(min(lines), max(lines), place, titles[0] if titles else "", in_order, stated)


def _words(cell: Cell) -> str:
    """Return a cell as the finders read it: a title alone, other cells as sentences."""
    if cell.column == "title" or cell.text.endswith((".", "!", "?", "؟")):
        return cell.text
    return f"{cell.heading}: {cell.text}." if cell.column == "" else f"{cell.text}."
