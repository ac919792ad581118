"""Filters -> what stands apart: activities without a country or without a date, and projects."""

from __future__ import annotations

from dashboard.data import Data
from dashboard.filters import PLACES, Filters
from dashboard.queries.answers import Page
from dashboard.queries.condition import Condition, condition

MOST_SHOWN = 200  # listed at once; the records page has all


def without_place(data: Data, filters: Filters, count: int = MOST_SHOWN) -> Page:
    """Return the activities without any country in the role of the filters, newest first."""
    return _listed(data, filters, Condition(f"{PLACES[filters.role]}_count = 0"), count)


def without_date(data: Data, filters: Filters, count: int = MOST_SHOWN) -> Page:
    """Return the activities of which nothing is known of when they took place."""
    return _listed(data, filters, Condition("earliest is null"), count)


def projects(data: Data, filters: Filters, count: int = MOST_SHOWN) -> Page:
    """Return the projects, which are no events and counted apart, newest first."""
    return _listed(data, filters, Condition(), count, "project")


def _listed(data: Data, filters: Filters, apart: Condition, count: int, table: str = "event") -> Page:
    passed = condition(filters, data) & apart
    inside = f"from {table} where {passed.sql}"
    total = data.rows(f"select count(*) {inside}", list(passed.parameters))[0][0]
    order = "date_earliest is null, n desc"
    query = f"select * exclude (n) from activities where n in (select n {inside}) order by {order} limit ?"
    return Page(tuple(data.records(query, [*passed.parameters, count])), total, 0)
