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
    if name == YEAR:
        return replace(filters, first=value, last=value) if _is_year(value) else None
    return replace(filters, **{name: (value,)}) if name in LISTS and value else None  # type: ignore[arg-type]


def _is_year(value: str) -> bool:
    return len(value) == YEAR_LENGTH and value.isdecimal() and int(value) > 0


def _a_year_before(filters: Filters) -> Filters | None:
    dates = [_earlier(date) for date in (filters.first, filters.last) if date]
    if len(dates) < 2 or not all(_is_year(date[:YEAR_LENGTH]) for date in dates):
        return None
    return replace(filters, first=dates[0], last=dates[1])


def _earlier(date: str) -> str:
    """Take a year off; a 29 February becomes the 28th."""
    moved = f"{int(date[:YEAR_LENGTH]) - 1:04d}{date[YEAR_LENGTH:]}"
    return moved.replace("-02-29", "-02-28")
