"""Our columns -> a workbook that field offices fill in: headings, drop-downs, help, instructions."""

from __future__ import annotations

from pathlib import Path

import xlsxwriter

from etl import schema, vocabulary

ROWS = 500  # that have drop-downs
FIELDS = (
    "title", "date", "end_date", "kind", "country", "host_country", "mode", "participants", "trained", "women", "men",
    "audience", "areas", "topics", "donors", "partners", "programme", "organisation",
)  # fmt: skip
# What the sheet calls them where the table's own word would not be known as a heading of its own.
HEADINGS = {"title": "Activity", "date": "Start date"}
CHOSEN = {"kind": "kinds", "mode": "modes"}  # one of a list
LISTED = ("kinds", "modes", "audiences", "areas", "topics", "countries")
STATUS = ("Completed", "Planned", "Cancelled")
INSTRUCTIONS = (
    "One row is one activity. Leave a cell empty where you do not know: nothing is guessed or counted twice.",
    "Dates: as exact as you know them: 2024-05-12, 2024-05 or 2024. A single day needs no end date.",
    "Countries: those whose institutions or people were assisted, by name or code, parted by semicolons. "
    "Where it took place stands in a column of its own.",
    "Numbers: whole numbers of people. Write 30+ for at least 30, ~30 for about 30. Never add up several activities.",
    "Audience, areas, topics, donors, partners: several are parted by semicolons; the sheet “Lists” has the words.",
    "Names of persons, e-mail addresses and telephone numbers do not belong here; they are not kept.",
    "Planned or cancelled activities: say so under Status. Cancelled ones are left out.",
)


def write(path: Path) -> None:
    """Write the template to `path`; OSError where that cannot be done."""
    book = xlsxwriter.Workbook(path)
    head = book.add_format({"bold": True, "bg_color": "#1f4e79", "font_color": "#ffffff", "text_wrap": True})
    wrap = book.add_format({"text_wrap": True, "valign": "top"})
    sheet, help_sheet, lists = (book.add_worksheet(name) for name in ("Activities", "Instructions", "Lists"))
    names = [HEADINGS.get(name) or _column(name).label for name in FIELDS] + ["Description", "Status"]
    for index, name in enumerate(names):
        sheet.write(0, index, name, head)
        sheet.set_column(index, index, 44 if name in ("Activity", "Description") else 18)
        if index < len(FIELDS):
            sheet.write_comment(0, index, _column(FIELDS[index]).description)
    sheet.freeze_panes(1, 1)
    ranges = _write_lists(lists, head)
    for index, name in enumerate(FIELDS):
        if name in CHOSEN:
            sheet.data_validation(1, index, ROWS, index, {"validate": "list", "source": ranges[CHOSEN[name]]})
        elif _column(name).type == "int":
            message = {"validate": "integer", "criteria": ">=", "value": 0, "error_type": "warning"}
            sheet.data_validation(1, index, ROWS, index, message)
    sheet.data_validation(1, len(names) - 1, ROWS, len(names) - 1, {"validate": "list", "source": list(STATUS)})
    help_sheet.set_column(0, 0, 110, wrap)
    for row, line in enumerate(INSTRUCTIONS):
        help_sheet.write(row, 0, line, wrap)
    book.close()


def _column(name: str) -> schema.Column:
    return next(column for column in schema.ACTIVITIES if column.name == name)


def _write_lists(sheet: xlsxwriter.worksheet.Worksheet, head: object) -> dict[str, str]:
    """Write the words of each vocabulary into a column; return where each stands."""
    ranges = {}
    for index, name in enumerate(LISTED):
        labels = [vocabulary.label(name, code) for code in vocabulary.codes(name)]
        sheet.write(0, index, name.capitalize(), head)
        sheet.write_column(1, index, labels)
        sheet.set_column(index, index, 28)
        letter = chr(65 + index)
        ranges[name] = f"=Lists!${letter}$2:${letter}${len(labels) + 1}"
    return ranges
