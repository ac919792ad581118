"""Filters -> the timeline: bars for starts known to a period, bands for those that are not, and the undated."""

from __future__ import annotations

from collections import defaultdict

from dashboard.data import Data
from dashboard.filters import Filters
from dashboard.queries.answers import Span, Timeline
from dashboard.queries.condition import condition, unpacked
from dashboard.queries.memory import remembered

Key = tuple[str, str, str]  # first and last period, value of the stacked field


@remembered
def by_period(data: Data, filters: Filters, grain: str = "year", stack: str = "", scheme: str = "m49") -> Timeline:
    """Return spans in order of time; `grain` is year, quarter or month, `stack` a field by its name in the address.

    Stacked by a list (areas, donors, countries ...), an activity stands under each of its values.
    """
    field = filters.field(stack, scheme) if stack else ""
    words = data.words(field) if field else []
    keys = ", ".join(["first_month", "last_month", *words])
    passed = condition(filters, data)
    rows = data.rows(
        f"select {keys}, count(*), coalesce(sum(trained), 0), coalesce(sum(participants), 0) from event"
        f" where {passed.sql} group by {keys}",
        list(passed.parameters),
    )
    sums: dict[Key, tuple[int, int, int]] = defaultdict(lambda: (0, 0, 0))
    undated = 0
    for first, last, *rest in rows:
        numbers = rest[len(words) :]
        if first is None:
            undated += numbers[0]
            continue
        for value in unpacked(data.values[field], tuple(rest[: len(words)])) if field else [""]:
            key = period(first, grain), period(last, grain), value
            activities, trained, participants = sums[key]
            sums[key] = activities + numbers[0], trained + int(numbers[1]), participants + int(numbers[2])
    spans = [Span(first, last, *sums[first, last, value], value) for first, last, value in sorted(sums)]
    return Timeline(
        grain, tuple(s for s in spans if s.first == s.last), tuple(s for s in spans if s.first != s.last), undated
    )


def period(month: int, grain: str) -> str:
    """Return the period in which a month (years * 12 + month, January 0) lies: 2016, 2016-Q4 or 2016-11."""
    year, of_year = divmod(month, 12)
    return {"year": f"{year}", "quarter": f"{year}-Q{of_year // 3 + 1}", "month": f"{year}-{of_year + 1:02d}"}[grain]
