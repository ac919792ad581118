"""Filters of the grid's columns <-> the filter model of AG Grid and the text that stands for them in the address."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, unquote

from etl.schema import ACTIVITIES

TYPES = {column.name: column for column in ACTIVITIES}
NUMBERS = ("int", "float")
COMPARED = {
    "equals": "=", "notEqual": "<>", "greaterThan": ">", "greaterThanOrEqual": ">=", "lessThan": "<",
    "lessThanOrEqual": "<=",
}  # fmt: skip
TESTS: Mapping[str, Callable[[str, str], bool]] = {
    "contains": lambda cell, asked: asked in cell,
    "equals": lambda cell, asked: cell == asked,
    "startsWith": lambda cell, asked: cell.startswith(asked),
    "endsWith": lambda cell, asked: cell.endswith(asked),
}
NEGATED = {"notContains": "contains", "notEqual": "equals"}
BLANKS = ("blank", "notBlank")
MOST_FILTERS = 12  # more columns than a screen shows
LONGEST_WORDS = 80  # letters that a reader types into one filter


@dataclass(frozen=True, slots=True)
class ColumnFilter:
    """What one column must be: `how` is AG Grid's name of the test, `to` the upper end of a range of numbers."""

    name: str
    how: str
    value: str = ""
    to: str = ""


def from_grid(model: Any) -> tuple[ColumnFilter, ...]:
    """Read a filter model; what it holds of unknown columns or tests is left out."""
    if not isinstance(model, Mapping):
        return ()
    found = []
    for name, asked in model.items():
        if isinstance(asked, Mapping):
            values = (asked.get(key) for key in ("type", "filter", "filterTo"))
            found.append(ColumnFilter(str(name), *("" if value is None else str(value) for value in values)))
    return _allowed(found)


def to_grid(filters: tuple[ColumnFilter, ...]) -> dict[str, Any]:
    """Return the filter model that shows these filters in the grid."""
    model = {}
    for one in filters:
        number = is_number(one.name)
        asked: dict[str, Any] = {"filterType": "number" if number else "text", "type": one.how}
        for key, value in (("filter", one.value), ("filterTo", one.to)):
            if value:
                asked[key] = float(value) if number else value
        model[one.name] = asked
    return model


def written(filters: tuple[ColumnFilter, ...]) -> str:
    """Return the text that stands in the address: `country:contains:ken;trained:inRange:5:9`."""
    parts = ([one.name, one.how, *(quote(value, safe=" ") for value in (one.value, one.to))] for one in filters)
    return ";".join(":".join(part).rstrip(":") for part in parts)


def read(text: str) -> tuple[ColumnFilter, ...]:
    """Read that text; what cannot be read is left out."""
    parts = [part.split(":") for part in text.split(";")]
    return _allowed([ColumnFilter(*map(unquote, part)) for part in parts if 2 <= len(part) <= 4])


def _allowed(filters: list[ColumnFilter]) -> tuple[ColumnFilter, ...]:
    return tuple(one for one in filters[:MOST_FILTERS] if _is_allowed(one))


def _is_allowed(one: ColumnFilter) -> bool:
    if one.name not in TYPES or len(one.value) > LONGEST_WORDS:
        return False
    if one.how in BLANKS:
        return True
    if not is_number(one.name):
        return bool(one.value) and (one.how in TESTS or one.how in NEGATED)
    ends = (one.value, one.to) if one.how == "inRange" else (one.value,)
    return (one.how in COMPARED or one.how == "inRange") and all(map(_reads_as_number, ends))


def is_number(name: str) -> bool:
    """Say whether a column is compared as numbers."""
    return name in TYPES and TYPES[name].type in NUMBERS


def _reads_as_number(text: str) -> bool:
    try:
        return abs(float(text)) < float("inf")  # neither infinite nor no number at all
    except ValueError:
        return False
