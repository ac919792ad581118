"""The table of a chart -> a CSV or XLSX file that holds what the screen shows, and how it came about."""

from __future__ import annotations

import base64
import csv
import io
from collections.abc import Sequence
from typing import Any

import xlsxwriter

from dashboard.charts import Chart, Row
from dashboard.exports.records_csv import BYTE_ORDER_MARK, safe

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
WIDTH = 24  # letters of a column


def chart_table(chart: Chart, name: str, kind: str, note: Sequence[str]) -> dict[str, Any]:
    """Return what dcc.Download takes: `name`.`kind` with the table above and title and `note` below it."""
    if kind == "csv":
        return {"filename": f"{name}.csv", "content": as_csv(chart, note), "type": "text/csv", "base64": False}
    content = base64.b64encode(as_xlsx(chart, note)).decode()
    return {"filename": f"{name}.xlsx", "content": content, "type": XLSX, "base64": True}


def as_csv(chart: Chart, note: Sequence[str]) -> str:
    """Return headings and rows; after an empty line the title and the note."""
    file = io.StringIO()
    below = ((line,) for line in lines(chart, note))
    rows = (chart.headings, *rows_of(chart), (), *below)
    csv.writer(file).writerows([safe(cell) for cell in row] for row in rows)
    return BYTE_ORDER_MARK + file.getvalue()


def as_xlsx(chart: Chart, note: Sequence[str]) -> bytes:
    """Return a workbook of two sheets: the table, and title and note. Numbers are numbers, words never formulas."""
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    bold, whole = book.add_format({"bold": True}), book.add_format({"num_format": "#,##0"})
    table, about = book.add_worksheet("table"), book.add_worksheet("about")
    table.write_row(0, 0, chart.headings, bold)
    for number, row in enumerate(rows_of(chart), start=1):
        table.write_row(number, 0, ["" if cell is None else cell for cell in row], whole)
    table.set_column(0, max(len(chart.headings) - 1, 0), WIDTH)
    table.freeze_panes(1, 1)
    about.write_column(0, 0, lines(chart, note))
    book.close()
    return file.getvalue()


def lines(chart: Chart, note: Sequence[str]) -> list[str]:
    """Return the title, what the chart says beside it, and the note, a line each."""
    return [chart.title, *filter(None, [chart.note]), *note]


def rows_of(chart: Chart) -> tuple[Row, ...]:
    """Return the rows that may leave the machine."""
    return chart.file_rows or chart.rows
