"""Mentions of a document -> the same with bounds of their start, undated ones from their dated neighbours."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from operator import itemgetter
from typing import Any

from etl.dates.day import Day, parsed
from etl.records import STATED, Document, Mention

SLACK = timedelta(days=45)  # between an event and the place its news has in a feed
DISORDER = timedelta(days=31)  # a heading further than this from its neighbours is a slip, less is how feeds are
IN_ORDER = 0.8  # share of the dated mentions that must stand in one order before neighbours say anything
A_YEAR = timedelta(days=365)
Bounds = tuple[date, date]
Days = tuple[Day, Day]
Steady = list[tuple[int, date]]  # of a feed in order: the places of mentions, rising, and their days
PLACE = itemgetter(0)


def bounded(mentions: Sequence[Mention], document: Document) -> list[Mention]:
    """Return the mentions of one document, in its order, with `date_earliest` and `date_latest`.

    1. What has a date keeps it. 2. In a feed that is in order, a day without a year gets the year that fits its dated
    neighbours, and what has no date lies between these. 3. In a report it lies in the period that the report covers.
    The basis of 2 and 3 is `inferred`. A heading that breaks the order of its feed is flagged, and kept as written.
    """
    places = [_place(mention) for mention in mentions]
    steady, broken, falling = _in_order(places) if document.kind_of_document == "feed" else ([], set(), True)
    period = _period(document)
    years = {}
    for index, mention in enumerate(mentions):
        if _yearless(mention) and (found := _with_year(mention, index, steady, falling, period)):
            years[index] = found
    if steady:
        steady = sorted([*steady, *((i, first.earliest()) for i, (first, _) in years.items())])
    result = []
    for index, mention in enumerate(mentions):
        row = _row(mention.row, years.get(index), _around(mention, index, steady) or period)
        if index in broken and _headed(mention):
            row["flags"] = sorted({*row["flags"], "breaks_order"})
        result.append(replace(mention, row=row, flags=tuple(row["flags"])))
    return result


def _yearless(mention: Mention) -> bool:
    return str(mention.row["date"] or "").startswith("--")


def _headed(mention: Mention) -> bool:
    return any(f.rule == "date.heading" for f in mention.findings)


def _of_table(mention: Mention) -> bool:
    """Say whether a mention is a row of a table inside a feed, which has an order of its own."""
    return any(f.rule == STATED for f in mention.findings)


def _place(mention: Mention) -> date | None:
    """Return the day by which a mention has its place in a feed: that of its heading, else its own."""
    if _of_table(mention):
        return None
    headings = [f.value for f in mention.findings if f.field == "date" and f.rule == "date.heading"]
    written = headings[0] if headings else mention.row["date"]
    if not written or written.startswith("--"):
        return None
    return parsed(written).earliest()


def _in_order(places: list[date | None]) -> tuple[Steady, set[int], bool]:
    """Return the places that stand in order, the indices of those that break it, and whether dates fall.

    Where there is no order both are empty.
    """
    dated = [(i, day) for i, day in enumerate(places) if day]
    falling = sum(a[1] > b[1] for a, b in zip(dated, dated[1:], strict=False))
    rising = sum(a[1] < b[1] for a, b in zip(dated, dated[1:], strict=False))
    sign = -1 if falling >= rising else 1
    kept = {dated[n][0] for n in _longest([sign * day.toordinal() for _, day in dated])}
    if len(dated) < 2 or len(kept) < IN_ORDER * len(dated):
        return [], set(), True
    steady = [(i, day) for i, day in dated if i in kept]
    broken = {i for i, day in dated if i not in kept and _far(day, _between(i, steady))}
    return steady, broken, sign < 0


def _longest(values: list[int]) -> list[int]:
    """Return the indices of a longest subsequence of `values` that never falls."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for index, value in enumerate(values):
        at = bisect_right(tails, value)
        before.append(ends[at - 1] if at else -1)
        tails[at : at + 1], ends[at : at + 1] = [value], [index]
    chain = []
    index = ends[-1] if ends else -1
    while index >= 0:
        chain.append(index)
        index = before[index]
    return chain[::-1]


def _between(index: int, steady: Steady) -> list[date]:
    """Return the days of the nearest dated neighbours before and after."""
    at, behind = bisect_left(steady, index, key=PLACE), bisect_right(steady, index, key=PLACE)
    return [day for _, day in (*steady[max(0, at - 1) : at], *steady[behind : behind + 1])]


def _far(day: date, neighbours: list[date]) -> bool:
    return bool(neighbours) and not min(neighbours) - DISORDER <= day <= max(neighbours) + DISORDER


def _around(mention: Mention, index: int, steady: Steady) -> Bounds | None:
    days = [] if _of_table(mention) else _between(index, steady)
    return (min(days) - SLACK, max(days) + SLACK) if len(days) == 2 else None


def _period(document: Document) -> Bounds | None:
    if not document.period_from or not document.period_to:
        return None
    return parsed(document.period_from).earliest(), parsed(document.period_to).latest()


def _row(row: dict[str, Any], found: Days | None, around: Bounds | None) -> dict[str, Any]:
    """Return a row with its bounds: of its own date, of the one `found` for it, or from `around`."""
    if found:
        row = row | {"date": found[0].iso(), "end_date": found[1].iso(), "date_basis": "inferred"}
    written = row["date"]
    if written and not written.startswith("--"):
        day = parsed(written)
        return row | {"date_earliest": day.earliest(), "date_latest": day.latest()}
    earliest, latest = around or (row.get("date_earliest"), row.get("date_latest"))  # a column may state them
    basis = "inferred" if earliest else "none"
    undated = {"date": None, "end_date": None, "date_basis": basis}
    return row | undated | {"date_earliest": earliest, "date_latest": latest}


def _with_year(mention: Mention, index: int, steady: Steady, falling: bool, period: Bounds | None) -> Days | None:
    """Return first and last day of a yearless date in the only year that fits; at an end of a feed, the nearest."""
    first, last = parsed(mention.row["date"]), parsed(mention.row["end_date"] or mention.row["date"])
    days = _between(index, steady)
    if len(days) == 1:
        earlier = falling == (index > steady[-1][0])
        bounds = (days[0] - A_YEAR + SLACK, days[0] + SLACK) if earlier else (days[0] - SLACK, days[0] + A_YEAR - SLACK)
    else:
        around = _around(mention, index, steady) or period
        if not around:
            return None
        bounds = around
    fitting = [d for year in range(bounds[0].year, bounds[1].year + 1) if (d := _in(year, first, last, bounds))]
    return fitting[0] if len(fitting) == 1 else None


def _in(year: int, first: Day, last: Day, bounds: Bounds) -> Days | None:
    """Return the two days in `year` (the last one in the next, where the turn of the year is in between), or None."""
    start, end = first._replace(year=year), last._replace(year=year)
    if (end.month or 0, end.day or 0) < (start.month or 0, start.day or 0):
        end = end._replace(year=year + 1)
    fits = start.real() and end.real() and bounds[0] <= start.latest() and start.earliest() <= bounds[1]
    return (start, end) if fits else None
