"""Filters -> the timeline: bars for starts known to a period, bands for those that are not, and the undated."""

from __future__ import annotations

import numpy as np

from dashboard.data import Data
from dashboard.filters import Filters
from dashboard.queries import arrays
from dashboard.queries.answers import Span, Timeline
from dashboard.queries.arrays import UNKNOWN, Field
from dashboard.queries.memory import remembered
from dashboard.queries.passing import PEOPLE, Passing, by_set, by_two, passing

NEVER = ("", "")  # first and last period of what has no bounds


@remembered
def by_period(data: Data, filters: Filters, grain: str = "year", stack: str = "", scheme: str = "m49") -> Timeline:
    """Return spans in order of time; `grain` is year, quarter or month, `stack` a field by its name in the address.

    Stacked by a list (areas, donors, countries ...), an activity stands under each of its values.
    """
    found, when = passing(data, filters), spans(data, grain)
    if stack:
        own = arrays.field(data, filters.field(stack, scheme))
        figures, values = by_two(found, when, own), own.values
    else:
        figures = {name: when.by_value(by_month)[:, None] for name, by_month in by_set(found, when).items()}
        values = ("",)
    rows, columns = np.nonzero(figures["activities"])
    counts = (figures[name][rows, columns].astype(int).tolist() for name in ("activities", *PEOPLE))
    made = (
        Span(when.values[row][0], when.values[row][1], activities, trained, participants, values[column])
        for row, column, activities, trained, participants in zip(rows, columns, *counts, strict=True)
        if when.values[row] != NEVER
    )
    ordered = sorted(made, key=lambda span: (span.first, span.last, span.value))
    bars, bands = (tuple(span for span in ordered if (span.first == span.last) == known) for known in (True, False))
    return Timeline(grain, bars, bands, undated(found, when))


def undated(found: Passing, when: Field) -> int:
    """Return how many events have no bounds; `when` is the field of spans of any grain."""
    by_span = when.by_value(by_set(found, when)["activities"])
    return int(sum(count for count, span in zip(by_span, when.values, strict=True) if span == NEVER))


def spans(data: Data, grain: str) -> Field:
    """Return the first and last period in which an event may have begun as a field of pairs, NEVER without bounds."""

    def name_of(pair: tuple[int, int]) -> tuple[str, str]:
        return NEVER if UNKNOWN in pair else (period(pair[0], grain), period(pair[1], grain))

    return arrays.named(data, f"spans by {grain}", arrays.months(data), name_of)


def period(month: int, grain: str) -> str:
    """Return the period in which a month (years * 12 + month, January 0) lies: 2016, 2016-Q4 or 2016-11."""
    year, of_year = divmod(month, 12)
    return {"year": f"{year}", "quarter": f"{year}-Q{of_year // 3 + 1}", "month": f"{year}-{of_year + 1:02d}"}[grain]
