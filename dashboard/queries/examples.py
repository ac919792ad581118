"""Filters -> activities that show best how it counts: told most often, in most countries, with a number of people."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from dashboard.data import Data
from dashboard.filters import Filters
from dashboard.queries.condition import condition
from dashboard.queries.memory import remembered

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Examples:
    """Rows of activities, None where no activity is such; `tellings` counts those of all activities."""

    tellings: int
    told_most: Row | None
    most_countries: Row | None
    inexact: Row | None


@remembered
def examples(data: Data, filters: Filters) -> Examples:
    """Return the examples among the events that pass the filters."""
    passed = condition(filters, data)
    events = f"activities where n in (select n from event where {passed.sql})"
    parameters = list(passed.parameters)

    def first(extra: str, order: str) -> Row | None:
        query = f"select * exclude (n) from {events} and {extra} order by {order}, activity_id limit 1"
        return next(iter(data.records(query, parameters)), None)

    return Examples(
        tellings=int(data.rows(f"select coalesce(sum(mentions), 0) from {events}", parameters)[0][0]),
        told_most=first("mentions > 1", "mentions desc"),
        most_countries=first("len(country) > 1", "len(country) desc"),
        inexact=first("trained is not null and number_qualifier in ('at_least', 'approximately')", "trained desc"),
    )
