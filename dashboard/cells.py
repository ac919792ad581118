"""One value of a column -> the words that the grid shows for it; its filters and its order go by the same words."""

from __future__ import annotations

import datetime as dt
from typing import Any

from dashboard.labels import label
from dashboard.words import date, word

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
