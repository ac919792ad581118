"""Mentions of a document -> the same with bounds of their start, undated ones from their dated neighbours."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from etl.dates import Day, parsed
from etl.records import Document, Mention

SLACK = timedelta(days=45)  # between an event and the place its news has in a feed
DISORDER = timedelta(days=31)  # a heading further than this from its neighbours is a slip, less is how feeds are
IN_ORDER = 0.8  # share of the dated mentions that must stand in one order before neighbours say anything
Bounds = tuple[date, date]


def bounded(mentions: Sequence[Mention], document: Document) -> list[Mention]:
    """Return the mentions of one document, in its order, with `date_earliest` and `date_latest`.

    1. What has a date keeps it. 2. In a feed that is in order, what has none lies between its dated neighbours, and a
    day without a year gets the year that fits there. 3. In a report it lies in the period that the report covers.
    The basis of 2 and 3 is `inferred`. A heading that breaks the order of its feed is flagged, and kept as written.
    """
    places = [_place(mention) for mention in mentions]
    steady, broken = _in_order(places) if document.kind_of_document == "feed" else ({}, set())
    period = _period(document)
    result = []
    for index, mention in enumerate(mentions):
        around = _around(index, steady) or period
        row = _row(mention.row, around)
        if index in broken and _headed(mention):
            row["flags"] = sorted({*row["flags"], "breaks_order"})
        result.append(replace(mention, row=row, flags=tuple(row["flags"])))
    return result


def _headed(mention: Mention) -> bool:
    return any(f.rule == "date.heading" for f in mention.findings)


def _place(mention: Mention) -> date | None:
    """Return the day by which a mention has its place in a feed: that of its heading, else its own."""
    headings = [f.value for f in mention.findings if f.field == "date" and f.rule == "date.heading"]
    written = headings[0] if headings else mention.row["date"]
    if not written or written.startswith("--"):
        return None
    return parsed(written).earliest()


def _in_order(places: list[date | None]) -> tuple[dict[int, date], set[int]]:
    """Return the places that stand in order, by index, and the indices of those that break it; none for chaos."""
    dated = [(i, day) for i, day in enumerate(places) if day]
    falling = sum(a[1] > b[1] for a, b in zip(dated, dated[1:], strict=False))
    rising = sum(a[1] < b[1] for a, b in zip(dated, dated[1:], strict=False))
    sign = -1 if falling >= rising else 1
    kept = {dated[n][0] for n in _longest([sign * day.toordinal() for _, day in dated])}
    if len(dated) < 2 or len(kept) < IN_ORDER * len(dated):
        return {}, set()
    steady = {i: day for i, day in dated if i in kept}
    broken = {i for i, day in dated if i not in kept and _far(day, _between(i, steady))}
    return steady, broken


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


def _between(index: int, steady: dict[int, date]) -> list[date]:
    """Return the days of the nearest dated neighbours before and after."""
    before = max((i for i in steady if i < index), default=None)
    after = min((i for i in steady if i > index), default=None)
    return [steady[i] for i in (before, after) if i is not None]


def _far(day: date, neighbours: list[date]) -> bool:
    return bool(neighbours) and not min(neighbours) - DISORDER <= day <= max(neighbours) + DISORDER


def _around(index: int, steady: dict[int, date]) -> Bounds | None:
    days = _between(index, steady)
    return (min(days) - SLACK, max(days) + SLACK) if len(days) == 2 else None


def _period(document: Document) -> Bounds | None:
    if not document.period_from or not document.period_to:
        return None
    return parsed(document.period_from).earliest(), parsed(document.period_to).latest()


def _row(row: dict[str, Any], around: Bounds | None) -> dict[str, Any]:
    """Return a row with its bounds: of its own date, or from `around`."""
    written = row["date"]
    if written and not written.startswith("--"):
        day = parsed(written)
        return row | {"date_earliest": day.earliest(), "date_latest": day.latest()}
    if not around:
        return row | {"date": None, "end_date": None, "date_basis": "none", "date_earliest": None, "date_latest": None}
    if written and (found := _in_a_year(parsed(written), parsed(row["end_date"] or written), around)):
        first, last = found
        return row | {
            "date": first.iso(),
            "end_date": last.iso(),
            "date_basis": "inferred",
            "date_earliest": first.earliest(),
            "date_latest": first.latest(),
        }
    bounds = {"date_earliest": around[0], "date_latest": around[1]}
    return row | {"date": None, "end_date": None, "date_basis": "inferred"} | bounds


def _in_a_year(first: Day, last: Day, around: Bounds) -> tuple[Day, Day] | None:
    """Return the two days in the year that puts them between the bounds; None where no year or more than one does."""
    fitting = []
    for year in range(around[0].year, around[1].year + 1):
        start, end = first._replace(year=year), last._replace(year=year)
        if end.month and start.month and (end.month, end.day or 0) < (start.month, start.day or 0):
            end = end._replace(year=year + 1)
        if start.real() and end.real() and around[0] <= start.latest() and start.earliest() <= around[1]:
            fitting.append((start, end))
    return fitting[0] if len(fitting) == 1 else None
