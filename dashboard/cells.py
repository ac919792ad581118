"""One value of a column -> the words that the grid shows for it; its filters and its order go by the same words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from dashboard.labels import label
from dashboard.words import date, number, word

# How a number of people is qualified -> the key of its words; what is exact, or not said to be anything, needs none.
QUALIFIERS = {"at_least": "qualifier_at_least", "approximately": "qualifier_about", "at_most": "qualifier_about"}
PEOPLE = ("participants", "trained")  # the numbers that a record's `number_qualifier` is of
DATES = ("date", "end_date", "date_earliest", "date_latest")


def in_words(name: str, value: Any, language: str) -> str:
    """Return the words for a single value, or for one member of a list."""
    if name == "review":
        return word(f"review_{value}", language)
    if name in DATES:
        return date(value.isoformat() if isinstance(value, dt.date) else value, language)
    if isinstance(value, bool):
        return word("yes" if value else "no", language)
    return label(name, value, language) if isinstance(value, str) else str(value)


def people_of(record: Mapping[str, Any], name: str, language: str) -> int | str | None:
    """Return a record's number of people, as sure as its text is: 57, "at least 200", or None where none is stated."""
    value: int | None = record.get(name)
    key = QUALIFIERS.get(record.get("number_qualifier") or "")
    return value if value is None or key is None else f"{word(key, language)} {number(value, language)}"
