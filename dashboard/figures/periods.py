"""The name of a period (2016, 2016-Q4, 2016-11) -> its first day and the day after its last."""

from __future__ import annotations

from datetime import date

QUARTER = 3  # months
YEAR = 12


def first_day(period: str) -> date:
    """Return the day on which a period begins."""
    year, _, part = period.partition("-")
    month = QUARTER * int(part[1:]) - 2 if part.startswith("Q") else int(part or 1)
    return date(int(year), month, 1)


def day_after(period: str) -> date:
    """Return the day on which the next period begins."""
    start = first_day(period)
    months = QUARTER if "Q" in period else 1 if "-" in period else YEAR
    month = start.month - 1 + months
    return date(start.year + month // YEAR, month % YEAR + 1, 1)


def middle(period: str) -> str:
    """Return the day in the middle of a period, ISO 8601: where its bar stands."""
    start = first_day(period)
    return (start + (day_after(period) - start) / 2).isoformat()


def milliseconds(first: str, last: str) -> int:
    """Return how long it is from the start of `first` to the end of `last`, in plotly's unit of time."""
    return (day_after(last) - first_day(first)).days * 86_400_000
