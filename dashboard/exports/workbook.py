"""A briefing and its records -> an XLSX file: a sheet a section, the records, the definitions, the filters."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from math import ceil
from typing import Any

import xlsxwriter

from dashboard.briefing.clean import clean
from dashboard.briefing.model import Briefing
from dashboard.exports.progress import Tell, tell_nobody
from dashboard.exports.record_columns import COLUMNS, cells, headings
from dashboard.exports.reproducible import UNKNOWN_DAY, reproducible
from dashboard.exports.sheet_rows import CELLS, HEADING, PLAIN, PROSE, TITLE, Row, section_rows
from dashboard.labels import column_description, column_label
from dashboard.words import word
from etl.schema import ACTIVITIES

LONGEST_CELL = 32_767  # letters; Excel's limit
LONGEST_NAME = 31  # letters of the name of a sheet
MOST_ROWS = 1_048_575  # of a sheet, under its heading
NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\']")
TELL_EVERY = 2000  # rows
PAPERS = {"a4": 9, "letter": 1}  # Excel's numbers
SECTION_WIDTHS = (44, 16, 16, 16, 16, 44)  # letters
WIDEST = 200  # letters of a line that can still be read in print
LINE, MOST_LINES = 15, 27  # points of a line; Excel's highest row has 409
TEXTS = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
Rows = Iterable[Sequence[Any]]


class Book:
    """A workbook that is written row by row, so that a million records need no memory."""

    def __init__(self, briefing: Briefing) -> None:
        """Open an empty one."""
        self._file = io.BytesIO()
        self._book = xlsxwriter.Workbook(self._file, {"constant_memory": True, **TEXTS})
        created = datetime.fromisoformat(briefing.data_date or UNKNOWN_DAY)
        self._book.set_properties({"title": clean(briefing.title)[:255], "created": created})
        self._paper = PAPERS[briefing.paper]
        self._bold = self._book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
        self._looks = {
            TITLE: self._book.add_format({"bold": True, "font_size": 14}),
            HEADING: self._book.add_format({"bold": True, "text_wrap": True, "valign": "top"}),
            PROSE: self._book.add_format({"text_wrap": True, "valign": "top"}),
            CELLS: self._book.add_format({"text_wrap": True, "valign": "top"}),
            PLAIN: None,
        }
        self._formats = {
            int: self._book.add_format({"num_format": "#,##0", "valign": "top"}),
            date: self._book.add_format({"num_format": "yyyy-mm-dd"}),
        }
        self._names: set[str] = set()

    def sheet(self, name: str, heading: Sequence[str], rows: Rows, widths: Sequence[int] = ()) -> None:
        """Add a sheet with a heading that stays in sight ("" for none: rows are titles and notes)."""
        sheet = self._new(name, widths)
        if heading:
            sheet.freeze_panes(1, 1)
            sheet.repeat_rows(0)
            for column, text in enumerate(heading):
                sheet.write_string(0, column, clean(text), self._bold)
        for number, row in enumerate(rows, 1 if heading else 0):
            for column, value in enumerate(row):
                self._write(sheet, number, column, value)

    def section(self, name: str, rows: Iterable[Row]) -> None:
        """Add the sheet of a section."""
        sheet = self._new(name, SECTION_WIDTHS)
        for number, row in enumerate(rows):
            look = self._looks[row.look]
            if row.look != TITLE:  # which has a line of its own height
                sheet.set_row(number, LINE * lines_of(row))
            if row.look == PROSE:
                sheet.merge_range(number, 0, number, len(SECTION_WIDTHS) - 1, "", look)
            for column, value in enumerate(row.cells):
                self._write(sheet, number, column, value, look)

    def _new(self, name: str, widths: Sequence[int]) -> Any:
        """Add an empty sheet; what can be read on one page is printed as wide as a page."""
        sheet = self._book.add_worksheet(self._free(name))
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width)
        sheet.set_landscape()
        sheet.set_paper(self._paper)
        if sum(widths) <= WIDEST:
            sheet.fit_to_pages(1, 0)
        return sheet

    def _free(self, name: str) -> str:
        """Return a name that Excel takes and no other sheet has."""
        plain = NOT_IN_NAMES.sub(" ", name).strip()[:LONGEST_NAME] or "-"
        number = 1
        while plain.casefold() in self._names:
            number += 1
            plain = f"{plain[: LONGEST_NAME - 4]} {number}"
        self._names.add(plain.casefold())
        return plain

    def _write(self, sheet: Any, row: int, column: int, value: Any, look: Any = None) -> None:
        if isinstance(value, bool):
            sheet.write_boolean(row, column, value)
        elif isinstance(value, int):
            sheet.write_number(row, column, value, self._formats[int])
        elif isinstance(value, float):
            sheet.write_number(row, column, value)
        elif isinstance(value, date):
            sheet.write_datetime(row, column, datetime(value.year, value.month, value.day), self._formats[date])
        elif value is not None:
            sheet.write_string(row, column, clean(str(value))[:LONGEST_CELL], look)

    def bytes(self) -> bytes:
        """Close it and return the file."""
        self._book.close()
        return self._file.getvalue()


def lines_of(row: Row) -> int:
    """Return how many lines the longest cell of a section's row takes: not every program counts them by itself."""
    if row.look == PLAIN:
        return 1
    widths = (sum(SECTION_WIDTHS),) if row.look == PROSE else SECTION_WIDTHS
    texts = [(str(cell), width) for cell, width in zip(row.cells, widths, strict=False) if isinstance(cell, str)]
    return min(max((ceil(len(text) / width) for text, width in texts if text), default=1), MOST_LINES)


def xlsx(
    briefing: Briefing, records: Sequence[dict[str, Any]], scope: Sequence[tuple[str, str]], tell: Tell = tell_nobody
) -> bytes:
    """Return the file. `records` are rows of activities by column name, `scope` names and values of the filters."""
    book, language = Book(briefing), briefing.language
    summary: list[tuple[str, ...]] = [(briefing.title,), (), *briefing.facts]
    if len(records) > MOST_ROWS:
        summary.append(("", word("briefing_too_many", language, shown=MOST_ROWS, total=len(records))))
    book.sheet(word("sheet_summary", language), (), summary, (26, 90))
    for section in briefing.sections:
        if section.key != "annex":
            book.section(section.title, section_rows(section))
    book.sheet(word("sheet_records", language), headings(language), _told(records, language, tell), WIDTHS)
    definitions = (
        (column.name, column_label(column.name, language), column_description(column.name, language))
        for column in ACTIVITIES
    )
    heading = tuple(word(key, language) for key in ("code", "column", "meaning"))
    book.sheet(word("sheet_definitions", language), heading, definitions, (22, 26, 110))
    heading = word("filters", language), word("value", language)
    book.sheet(word("sheet_filters", language), heading, scope, (22, 60))
    return reproducible(book.bytes(), briefing.data_date)


WIDTHS = tuple(40 if name in ("title", "country", "sources") else 14 for name in COLUMNS)


def _told(records: Sequence[dict[str, Any]], language: str, tell: Tell) -> Rows:
    for number, record in enumerate(records[:MOST_ROWS]):
        if number % TELL_EVERY == 0:
            tell(number / (len(records) + 1))
        yield cells(record, language)
