"""A record -> the cells of a spreadsheet: dates as dates, codes and their names in columns of their own."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from dashboard.briefing.titles import made_title
from dashboard.labels import label
from etl.schema import ACTIVITIES

TYPES = {column.name: column for column in ACTIVITIES}
COLUMNS = tuple(column.name for column in ACTIVITIES)
NAMED = tuple(name for name in COLUMNS if TYPES[name].vocabulary)  # have a column of names beside that of codes
WHOLE_DATE = 10  # letters of an ISO date with its day


def headings(language: str) -> tuple[str, ...]:
    """Return the headings: the columns of the schema, then the names of their codes."""
    return (*COLUMNS, *(f"{name}_name" for name in NAMED), f"title_{language}")


def cells(record: Mapping[str, Any], language: str) -> tuple[Any, ...]:
    """Return the cells; a date known to its day is a date, a coarser one stays the text that it is."""
    plain = (_cell(name, record, language) for name in COLUMNS)
    named = (_names(name, record[name], language) for name in NAMED)
    return (*plain, *named, made_title(record, language))


def _cell(name: str, record: Mapping[str, Any], language: str) -> Any:
    value = record[name]
    if name == "title":
        return made_title(record, "en")  # the documents' own headings may name people
    if isinstance(value, list | tuple):
        return ";".join(map(str, value))
    if name in ("date", "end_date") and isinstance(value, str) and len(value) == WHOLE_DATE:
        return date.fromisoformat(value)
    return value


def _names(name: str, value: Any, language: str) -> str | None:
    if isinstance(value, list | tuple):
        return ";".join(label(name, member, language) for member in value)
    return label(name, value, language) if value else None
