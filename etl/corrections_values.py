"""Sets one value that a person has corrected in a row of the activities, and what follows from it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from etl import title, vocabulary
from etl.corrections_checked import COLUMNS
from etl.dates.day import parsed

Row = dict[str, Any]


class Refused(Exception):  # noqa: N818
    """An entry no longer fits; the message says what stands."""


def set_value(row: Row, values: Mapping[str, Any]) -> str:
    """Set one field of `row`, and what follows from it, and return the review: "checked" where it stood already.

    Raises Refused where neither the old nor the new value stands.
    """
    name, kind = values["field"], COLUMNS[values["field"]].type
    old, new, stands = _value(values.get("old"), kind), _value(values["new"], kind), _value(row[name], kind)
    if stands == new:
        return "checked"
    if stands != old:
        raise Refused(
            f"{name} is {stands!r}: neither the expected {old!r} nor the new {new!r}. "
            "Look at the document, then mend or remove the entry."
        )
    title_was_made = row["title"] == title.made(row)
    row[name] = new
    row |= _following(row, name)
    if title_was_made:
        row["title"] = title.made(row)
    return "corrected"


def _value(value: Any, kind: str) -> Any:
    """Return a value of TOML as the tables have it: "" is nothing, a list is sorted, a date is a date or ISO text."""
    if kind == "list":
        return sorted(value or [])
    if value == "" or value is None:
        return None
    if kind == "date":
        return value if isinstance(value, date) else date.fromisoformat(value)
    return value.isoformat() if isinstance(value, date) else value


def _following(row: Row, name: str) -> Row:
    """Return the columns that follow from the one that was corrected."""
    if name in ("country", "region_text"):
        codes = [code for country in row["country"] for code in vocabulary.regions_of(country)]
        codes += [code for region in row["region_text"] for code in vocabulary.region_codes(region)]
        return {"region": sorted(set(codes))}
    if name == "date" and row["date"]:
        day = parsed(row["date"])
        return {"date_earliest": day.earliest(), "date_latest": day.latest()}
    return {}
