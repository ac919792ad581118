"""Filters -> the words that say them, with every value by its name."""

from __future__ import annotations

from itertools import groupby

from dashboard.filters import Filters
from dashboard.labels import label
from dashboard.words import date, word


def sentence(filters: Filters, language: str) -> str:
    """Return "Region: Eastern Africa, Western Africa; Kind: Training", or the words for everything."""
    role = [("role", filters.role)] if filters.role != Filters().role and (filters.country or filters.region) else []
    parts = []
    for name, values in groupby([*filters.active(), *role], key=lambda active: active[0]):
        shown = ", ".join(value_in_words(name, value, language) for _, value in values)
        parts.append(f"{word(f'filter_{name}', language)}: {shown}")
    return "; ".join(parts) or word("everything", language)


def value_in_words(name: str, value: str, language: str) -> str:
    """Return one value of a filter as a reader sees it."""
    if name in ("role", "basis"):
        return word(f"{name}_{value}", language)
    if name in ("from", "to"):
        return date(value, language)
    return f"“{value}”" if name == "q" else label(name, value, language)
