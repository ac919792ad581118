"""Records -> CSV with the columns of the schema, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from typing import Any

from etl.schema import ACTIVITIES

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")  # a cell that begins so is run by spreadsheets
COLUMNS = tuple(column.name for column in ACTIVITIES)
BYTE_ORDER_MARK = "\ufeff"  # without it Excel takes UTF-8 for something else


def records_csv(records: Iterable[Mapping[str, Any]], note: str = "") -> str:
    """Return the text of the file; `note` (filters, date, link) stands in a last column, in the first row alone."""
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerow([*COLUMNS, "note"])
    for record in records:
        writer.writerow([*(safe(record.get(name)) for name in COLUMNS), safe(note)])
        note = ""
    return BYTE_ORDER_MARK + file.getvalue()


def safe(value: Any) -> str | int | float:
    """Return a cell: lists joined by ";", and words that a spreadsheet would run made words again by an apostrophe."""
    if value is None:
        return ""
    if isinstance(value, int | float):
        return value
    text = ";".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
    return f"'{text}" if text.startswith(FORMULA) else text
