"""A date without a year and the day of its heading -> the year that it is of, and how near to the heading it is."""

from __future__ import annotations

from datetime import timedelta

from etl.dates.day import Day
from etl.dates.month_names import WEEKDAY_MARK, masked
from etl.dates.written import Expression

LATER = timedelta(days=7)  # how much later than its heading an event told of in the past may be dated (a slip)
SOON = timedelta(days=92)  # a date without a year that comes so soon behind its heading is still to come
BACKGROUND = timedelta(days=400)  # a date this long before the heading is history, not the news


def with_year(e: Expression, reference: Day | None) -> tuple[Day, Day]:
    """Return first and last day of a date, in the year that puts it nearest before its heading where it says none."""
    if e.first.year or not reference or not reference.year:
        return e.first, e.last
    newest = reference.latest() + LATER
    year = reference.year
    if _in_year(e.first, year).earliest() > newest:
        year -= 1
    first, last = _in_year(e.first, year), _in_year(e.last, year)
    if last.latest() < first.earliest():
        last = _in_year(e.last, year + 1)
    return first, last


def with_year_of_weekday(e: Expression, written: str, near: Day) -> tuple[Day, Day] | None:
    """Return first and last day of a date without a year in that near by in which it is on its weekday: "Wed 15/6".

    `written` is the date with its weekday; None where that names none.
    """
    marks = [c for c in masked(written) if WEEKDAY_MARK <= ord(c) <= WEEKDAY_MARK + 7]
    if not (marks and e.first.day and near.year):
        return None
    weekday = (ord(marks[0]) - WEEKDAY_MARK) % 7
    years = (near.year, near.year - 1, near.year + 1)
    fitting = [y for y in years if _in_year(e.first, y).earliest().weekday() == weekday]
    if not fitting:
        return None
    first, last = _in_year(e.first, fitting[0]), _in_year(e.last, fitting[0])
    return first, last if first.earliest() <= last.earliest() else _in_year(e.last, fitting[0] + 1)


def ahead(e: Expression, reference: Day) -> Day | None:
    """Return the first day of a date without a year, in the year in which it comes soon behind its heading, or None."""
    if e.first.year or not (reference.year and reference.month):
        return None
    coming = (_in_year(e.first, year) for year in (reference.year, reference.year + 1))
    return next((day for day in coming if LATER < day.earliest() - reference.latest() <= SOON), None)


def _in_year(day: Day, year: int) -> Day:
    """Return `day` in `year`; 29 February becomes the 28th where the year has none."""
    moved = day._replace(year=year)
    return moved if moved.real() else moved._replace(day=28)


def near_heading(first: Day, reference: Day, dateline: bool) -> bool:
    """Say whether a date is no history, seen from the day of the heading; a dateline may lie before it, too."""
    distance = reference.earliest() - first.latest()
    return distance < BACKGROUND and (distance > -BACKGROUND or dateline)


def goes_on(e: Expression, reference: Day) -> bool:
    """Say whether the day of the heading lies in a range of days."""
    if not (e.range and e.first.day and e.last.day and reference.day):
        return False
    first, last = with_year(e, reference)
    return first.earliest() <= reference.earliest() <= last.latest()
