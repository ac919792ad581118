"""What this program itself wrote into an IATI file, in its own namespace -> the columns of the table as they were."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any

from etl.schema import ACTIVITIES, Column

NAMESPACE = "{urn:assistance-dashboard:activity:1}"
# Columns of our tables and not of the activity; what they hold is made anew.
NOT_READ = frozenset(("activity_id", "title", "review", "mentions", "documents", "sources", "confidence"))


def own_columns(element: Any) -> dict[str, Any]:
    """Return every column by name, None or [] where nothing was known; {} for an activity that others wrote.

    Raises ValueError where a value is not of its column's type.
    """
    said: dict[str, list[str]] = defaultdict(list)
    for child in element:
        if isinstance(child.tag, str) and child.tag.startswith(NAMESPACE):
            said[child.tag.removeprefix(NAMESPACE)].append(child.text or "")
    if not said:
        return {}
    return {column.name: _value(column, said[column.name]) for column in _read(ACTIVITIES)}


def _read(columns: Iterable[Column]) -> Iterable[Column]:
    return (column for column in columns if column.name not in NOT_READ)


def _value(column: Column, said: list[str]) -> Any:
    if column.type == "list":
        return said
    if not said:
        return None
    if column.type == "int":
        return int(said[0])
    if column.type == "bool":
        return said[0] == "true"
    return date.fromisoformat(said[0]) if column.type == "date" else said[0]
