"""Records -> CSV with the columns of the schema, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from typing import Any

from dashboard.briefing.clean import clean
from etl.schema import ACTIVITIES
from etl.title import made

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")  # a cell that begins so is run by spreadsheets
COLUMNS = tuple(column.name for column in ACTIVITIES)
BYTE_ORDER_MARK = "\ufeff"  # without it Excel takes UTF-8 for something else


def records_csv(records: Iterable[Mapping[str, Any]], note: str = "", own_titles: bool = False) -> str:
    """Return the text of the file; `note` (filters, date, link) stands in a last column, in the first row alone.

    Lines of comment above the headings would be taken for data by spreadsheets, and a second file gets lost. Titles are
    made from the fields, because the documents' own may name people; `own_titles` asks for these.
    """
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerow([*COLUMNS, "note"])
    for record in records:
        shown = record if own_titles else titled(record)
        writer.writerow([*(safe(shown.get(name)) for name in COLUMNS), safe(note)])
        note = ""
    return BYTE_ORDER_MARK + file.getvalue()


def titled(record: Mapping[str, Any]) -> dict[str, Any]:
    """Put a title made from the fields in place of the document's own."""
    return {**record, "title": made(record)}


def safe(value: Any) -> str | int | float:
    """Return a cell: lists joined by ";", and words that a spreadsheet would run made words again by an apostrophe."""
    if value is None:
        return ""
    if isinstance(value, int | float):
        return value
    text = clean(";".join(map(str, value)) if isinstance(value, list | tuple) else str(value))
    return f"'{text}" if text.lstrip().startswith(FORMULA) or text.startswith(FORMULA) else text
