"""One entry of a file of corrections -> what is wrong with it, in words; it is looked at before anything is read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

from etl import vocabulary
from etl.dates.day import parsed
from etl.schema import ACTIVITIES, Column

Row = Mapping[str, Any]
COLUMNS = {column.name: column for column in ACTIVITIES}
MADE = ("activity_id", "review", "mentions", "documents", "sources", "region")  # follow from the rest
NEEDED: dict[str, type] = {"document": str, "checksum": str, "lines": list, "reason": str, "by": str, "date": date}
ACTIONS = ("field", "same_as", "not_same_as", "no_activity", "checked")
ALLOWED = {*NEEDED, *ACTIONS, "nth", "old", "new"}
WRITTEN_DATES = ("date", "end_date")  # columns of text that hold a date as precise as it is known
ISO = re.compile(r"(?!0000)\d{4}(?:-(?!00)\d{2}){0,2}")
IN_WORDS = {"list": "list of texts"}  # what a value of a type must be, where its name does not say
LARGEST = 10**9  # of a number of people; more is a slip of the pen


def wrong_with(values: Row) -> list[str]:
    """Return what is wrong with an entry; [] where it is well formed."""
    wrong = [f"{n} is lacking or no {t.__name__}" for n, t in NEEDED.items() if not isinstance(values.get(n), t)]
    wrong += [f"{name} is unknown" for name in sorted(set(values) - ALLOWED)]
    wrong += ["date is no day"] if isinstance(values.get("date"), datetime) else []
    wrong += _wrong_place(values, "") if isinstance(values.get("lines"), list) else []
    actions = [name for name in ACTIONS if name in values]
    if len(actions) != 1:
        return [*wrong, f"it needs one of {', '.join(ACTIONS)}"]
    action = actions[0]
    if action == "field":
        wrong += _wrong_field(values)
    elif action in ("same_as", "not_same_as"):
        wrong += _wrong_other(values[action], action)
    elif values[action] is not True:
        wrong.append(f"{action} can only be true; take the entry out instead")
    return wrong


def _wrong_place(where: Row, of: str) -> Iterator[str]:
    lines = where["lines"]
    whole = isinstance(lines, list) and len(lines) == 2 and all(map(_is_count, lines))  # first and last
    if not whole or not 1 <= lines[0] <= lines[1]:
        yield f"{of}lines must be two line numbers, the first and the last, from 1 on"
    if not (_is_count(where.get("nth", 1)) and where.get("nth", 1) >= 1):
        yield f"{of}nth must be a number from 1 on"


def _wrong_other(other: Any, action: str) -> Iterator[str]:
    if not isinstance(other, dict) or not {"checksum", "lines"} <= set(other):
        yield f"{action} needs a checksum and lines"
        return
    if not isinstance(other["checksum"], str):
        yield f"{action}: checksum is no str"
    yield from _wrong_place(other, f"{action}: ")


def _wrong_field(values: Row) -> Iterator[str]:
    name = values["field"]
    if not isinstance(name, str) or name not in COLUMNS or name in MADE:
        yield f"field {name!r} is none that can be corrected"
        return
    column = COLUMNS[name]
    if "new" not in values:
        yield "new is lacking" if column.required else 'new is lacking ("" for nothing)'
    elif not _fits(values["new"], column.type):
        yield f"new {values['new']!r} is no {IN_WORDS.get(column.type, column.type)}"
    else:
        yield from _wrong_value(values["new"], column)
    if column.type in ("list", "date") and not _fits(values.get("old", ""), column.type):
        yield f"old {values['old']!r} is no {IN_WORDS.get(column.type, column.type)}"


def _fits(value: Any, kind: str) -> bool:
    """Say whether a value of TOML is of the type of a column, or "" for nothing."""
    if value == "":
        return True
    if kind == "list":
        return isinstance(value, list) and all(isinstance(one, str) and one for one in value)
    if kind == "int":
        return _is_count(value)
    if kind == "float":
        return isinstance(value, (int, float)) and not isinstance(value, bool)
    if kind == "bool":
        return isinstance(value, bool)
    if kind == "date":
        return _is_day(value)
    return isinstance(value, (str, date)) and not isinstance(value, datetime)


def _wrong_value(new: Any, column: Column) -> Iterator[str]:
    """Yield what is wrong with a value of the right type."""
    if new == "":
        if column.required:
            yield f'new is "", but {column.name} may not be empty'
        return
    if column.vocabulary and column.vocabulary not in vocabulary.OPEN:
        known = vocabulary.codes(column.vocabulary)
        for code in new if isinstance(new, list) else [new]:
            if code not in known:
                yield f"new {code!r} is not in data/vocabulary/{column.vocabulary}.csv"
    if column.name in WRITTEN_DATES and not _is_written_date(new):
        yield f"new {new!r} is no date such as 2019, 2019-05 or 2019-05-31"
    if column.type == "int" and not 0 <= new <= LARGEST:
        yield f"new {new!r} is no number from 0 to {LARGEST:,}"
    if column.type == "float" and not 0 <= new <= 1:
        yield f"new {new!r} is no number from 0 to 1"


def _is_count(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _is_day(value: Any) -> bool:
    if not isinstance(value, str):
        return isinstance(value, date) and not isinstance(value, datetime)
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True


def _is_written_date(value: str | date) -> bool:
    if isinstance(value, date):
        return True
    return bool(ISO.fullmatch(value)) and parsed(value).real()
