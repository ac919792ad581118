"""Rows of cells -> workbooks and tables of text, made by libraries."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from datetime import date
from io import BytesIO, StringIO
from typing import Any

from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P
from openpyxl import Workbook

Rows = Sequence[Sequence[Any]]
REGISTER: Rows = (
    ("Register of the field office",),
    (),
    ("No.", "Activity", "Start date", "End date", "Countries", "Participants", "of which women", "Donor", "Venue",
     "Trainer", "Type", "Remarks"),
    (1, "Workshop on sealed cargo and trafficking in persons", date(2019, 5, 12), date(2019, 5, 14), "Kenya; Uganda",
     25, 12, "Sweden", "Nairobi", "Ann Other", "Workshop", "Judges took part. Call +43 1 26060 1234."),
    (2, "Course on false papers", "3/4/2019", "5/4/2019", "MDA", "30+", "", "European Union", "Online", "Jo Other",
     "Training", ""),
    (),
    ("", "Total", "", "", "", 55, 12),
)  # fmt: skip


def xlsx(rows: Rows, title: str = "Year 2019", merged: Sequence[str] = (), hidden: bool = False) -> bytes:
    workbook = Workbook()
    sheet = workbook.active
    sheet.title = title
    for row in rows:
        sheet.append(list(row))
    for cells in merged:
        sheet.merge_cells(cells)
    if hidden:
        aside = workbook.create_sheet("Aside")
        for row in rows:
            aside.append(list(row))
        aside.sheet_state = "hidden"
    stream = BytesIO()
    workbook.save(stream)
    return stream.getvalue()


def ods(rows: Rows, title: str = "Year 2019") -> bytes:
    book = OpenDocumentSpreadsheet()
    table = Table(name=title)
    for row in rows:
        line = TableRow()
        for value in row or ("",):
            line.addElement(_cell(value))
        table.addElement(line)
    book.spreadsheet.addElement(table)
    stream = BytesIO()
    book.write(stream)
    return stream.getvalue()


def _cell(value: Any) -> TableCell:
    if isinstance(value, date):
        cell = TableCell(valuetype="date", datevalue=value.isoformat())
    elif isinstance(value, (int, float)):
        cell = TableCell(valuetype="float", value=str(value))
    else:
        cell = TableCell(valuetype="string")
    cell.addElement(P(text=str(value)))
    return cell


def delimited(rows: Rows, delimiter: str = ",", encoding: str = "utf-8") -> bytes:
    stream = StringIO()
    csv.writer(stream, delimiter=delimiter).writerows(rows)
    return stream.getvalue().encode(encoding)
