"""Filters and two fields -> activities by both, with marginal totals that count each activity once."""

from __future__ import annotations

import numpy as np

from dashboard.data import Data
from dashboard.filters import Filters
from dashboard.queries import arrays
from dashboard.queries.answers import Matrix
from dashboard.queries.arrays import Field
from dashboard.queries.groups import by_field
from dashboard.queries.memory import remembered
from dashboard.queries.passing import by_set, by_two, passing
from dashboard.queries.periods import by_period, spans
from dashboard.view import GRAINS

PLACES = ("country", "region")  # of which by_field gives those on the map alone
Figures = dict[str, int]  # activities by value


@remembered
def matrix(data: Data, filters: Filters, rows: str, columns: str, scheme: str = "m49") -> Matrix:
    """Count activities by two fields, each by its name in the address or a grain of time (year, quarter, month).

    A start known less exactly than the grain stands under "", as do activities without a value.
    """
    row_totals, column_totals = (_totals(data, filters, name, scheme) for name in (rows, columns))
    found = passing(data, filters)
    own = [_field(data, filters, name, scheme) for name in (rows, columns)]
    places = [
        [field.values.index(value) for value in totals]
        for field, totals in zip(own, (row_totals, column_totals), strict=True)
    ]
    cells = by_two(found, *own)["activities"][np.ix_(*places)].astype(int).tolist()
    return Matrix(
        tuple(row_totals),
        tuple(column_totals),
        tuple(map(tuple, cells)),
        tuple(row_totals.values()),
        tuple(column_totals.values()),
        len(found.events),
    )


def _totals(data: Data, filters: Filters, name: str, scheme: str) -> Figures:
    """Return the activities of each value, periods in order of time, others most first, "" last."""
    if name in GRAINS:
        timeline = by_period(data, filters, name)
        found = {bar.first: bar.activities for bar in timeline.bars}
        imprecise = timeline.undated + sum(band.activities for band in timeline.bands)
        return found | ({"": imprecise} if imprecise else {})
    figures = {group.value: group.activities for group in by_field(data, filters, name, scheme=scheme)}
    if nowhere := _without(data, filters, filters.field(name, scheme)) if name in PLACES else 0:
        figures[""] = nowhere
    return dict(sorted(figures.items(), key=lambda item: item[0] == ""))


def _without(data: Data, filters: Filters, field: str) -> int:
    """Count the activities without any value of a field."""
    own = arrays.field(data, field)
    by_own = by_set(passing(data, filters), own)["activities"]
    return int(by_own[own.sizes == 0].sum())


def _field(data: Data, filters: Filters, name: str, scheme: str) -> Field:
    """Return a field by its name in the address; of a grain, the periods in which events are known to have begun."""
    if name not in GRAINS:
        return arrays.field(data, filters.field(name, scheme))
    return arrays.named(
        data, f"starts by {name}", spans(data, name), lambda span: span[0] if span[0] == span[1] else ""
    )
