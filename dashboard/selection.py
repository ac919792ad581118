"""What `compare` says in the address (region=014, year=2016, year=before) -> the selection to compare with."""

from __future__ import annotations

from dataclasses import replace

from dashboard.filters import LISTS, Filters

YEAR, BEFORE = "year", "before"
YEAR_LENGTH = 4


def compared_with(filters: Filters, compare: str) -> Filters | None:
    """Return the filters with one of them replaced; None where `compare` asks for nothing that can be done."""
    name, _, value = compare.partition("=")
    if name == YEAR and value == BEFORE:
        return _a_year_before(filters)
    if name == YEAR and len(value) == YEAR_LENGTH and value.isdecimal():
        return replace(filters, first=value, last=value)
    return replace(filters, **{name: (value,)}) if name in LISTS and value else None  # type: ignore[arg-type]


def _a_year_before(filters: Filters) -> Filters | None:
    if not (filters.first and filters.last):
        return None
    return replace(filters, first=_earlier(filters.first), last=_earlier(filters.last))


def _earlier(date: str) -> str:
    """Take a year off; a 29 February becomes the 28th."""
    moved = f"{int(date[:YEAR_LENGTH]) - 1:04d}{date[YEAR_LENGTH:]}"
    return moved.replace("-02-29", "-02-28")
