"""A table <-> its text as CSV, by the columns of etl/schema.py: lists joined by ';', nothing for what is not known."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Collection
from datetime import date
from typing import Any

import pandas as pd

from etl.schema import TABLES, Column

FROM_TEXT: dict[str, Callable[[str], Any]] = {
    "string": str,
    "list": lambda text: text.split(";"),
    "int": int,
    "float": float,
    "bool": lambda text: text == "true",
    "date": date.fromisoformat,
}


def to_csv(frame: pd.DataFrame, table: str, without: Collection[str] = ()) -> str:
    """Return `frame` as CSV with the columns of `table` but those named in `without`."""
    columns = [column for column in TABLES[table] if column.name not in without]
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(column.name for column in columns)
    writer.writerows(zip(*([_text(v) for v in frame[column.name]] for column in columns), strict=True))
    return out.getvalue()


def from_csv(text: str, table: str) -> pd.DataFrame:
    """Return the frame of a CSV; a column that is lacking is empty. Raises ValueError that names what does not fit."""
    rows = list(csv.DictReader(io.StringIO(text)))
    return pd.DataFrame(
        {column.name: pd.Series([_value(column, row, n) for n, row in enumerate(rows, 2)], dtype=_dtype(column))
         for column in TABLES[table]}
    )  # fmt: skip


def _text(value: Any) -> str:
    if isinstance(value, (list, tuple)):
        return ";".join(value)
    if value is None or pd.isna(value):
        return ""
    if isinstance(value, bool) or type(value).__name__ == "bool_":
        return "true" if value else "false"
    return str(value)


def _value(column: Column, row: dict[str, str], line: int) -> Any:
    text = row.get(column.name) or ""
    if not text:
        return [] if column.type == "list" else None
    try:
        return FROM_TEXT[column.type](text)
    except ValueError as error:
        raise ValueError(f"line {line}, column {column.name}: {text!r} is no {column.type}") from error


def _dtype(column: Column) -> str:
    return {"int": "Int64", "float": "float64"}.get(column.type, "object")
