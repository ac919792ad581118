"""Records -> a zip of a CSV file in UTF-8 and, beside it, its schema (Frictionless Table Schema)."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterable, Mapping
from typing import Any

from dashboard.exports.records_csv import records_csv
from dashboard.exports.reproducible import reproducible
from etl.schema import ACTIVITIES

TYPES = {"string": "string", "list": "string", "int": "integer", "float": "number", "bool": "boolean", "date": "date"}
LIST = "Members are separated by a semicolon. "


def csv_zip(records: Iterable[Mapping[str, Any]], note: str, day: str) -> bytes:
    """Return the zip; `note` stands in the last column of the first row, `day` is the day of the data."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as written:
        written.writestr("records.csv", records_csv(records, note))
        written.writestr("records.schema.json", json.dumps(table_schema(), indent=1, ensure_ascii=False))
    return reproducible(file.getvalue(), day)


def table_schema() -> dict[str, Any]:
    """Return the columns as a Table Schema."""
    fields = [
        {
            "name": column.name,
            "title": column.label,
            "type": TYPES[column.type],
            "description": (LIST if column.type == "list" else "") + column.description,
            "constraints": {"required": column.required},
        }
        for column in ACTIVITIES
    ]
    note = {"name": "note", "title": "Note", "type": "string", "description": "Filters, counting, date and link."}
    return {"fields": [*fields, note], "missingValues": [""], "primaryKey": "activity_id"}
