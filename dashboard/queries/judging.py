"""Filters -> the places in the arrays of the activities that pass them.

A filter says the same of all activities with the same set of values: it is asked of some thousand sets, and told to a
million activities by the numbers of theirs. SQL took several times as long.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import reduce

import numpy as np

from dashboard.data import Array, Data
from dashboard.filters import PLACES, Filters, first_day, last_day
from dashboard.queries import arrays
from dashboard.queries.arrays import UNKNOWN
from dashboard.queries.condition import lists, said

IN, UNJUDGED = 1, 2  # what a date filter says of bounds, beside 0: they do not meet it; there are none
FOREVER = 10**7  # days after all


@dataclass(frozen=True, slots=True)
class Verdicts:
    """What a filter says of each set of values; `sets` are the numbers of the activities' own."""

    sets: Array
    of_sets: Array

    def of(self, places: Array | None) -> Array:
        """Return what it says of the activities at `places` (None: of all)."""
        return self.of_sets.take(self.sets if places is None else self.sets.take(places))


def judged(data: Data, filters: Filters) -> tuple[Array, int]:
    """Return the places of all that passes, in order, and how many events the date filter alone leaves out unjudged."""
    places = None
    for any_of in _of_values(data, filters):
        places = _those(places, reduce(np.logical_or, (verdicts.of(places) for verdicts in any_of)))
    if filters.q:
        places = _those(places, _of_words(data, filters.q).of(places))
    if not (filters.first or filters.last):
        return (np.arange(arrays.ends(data)[2]) if places is None else places), 0
    found = _of_dates(data, filters).of(places)
    events = arrays.ends(data)[0]
    end = events if places is None else int(np.searchsorted(places, events))
    return _those(places, found == IN), int(np.count_nonzero(found[:end] == UNJUDGED))


def _those(places: Array | None, are: Array) -> Array:
    """Return those of `places` (None: of all) for which `are` is true."""
    return np.flatnonzero(are) if places is None else np.compress(are, places)


def _of_values(data: Data, filters: Filters) -> Iterator[list[Verdicts]]:
    """Yield what each filter but words and dates says; of a list of verdicts one is enough."""
    for fields, values in lists(filters):
        known = [field for field in fields if not data.codes[field].keys().isdisjoint(values)]
        yield [_holds(data, field, values) for field in known or fields[:1]]
    if filters.bucket == "undated":
        bounds = arrays.bounds(data)
        yield [Verdicts(bounds.sets, bounds.first == UNKNOWN)]
    elif filters.bucket:
        place = arrays.field(data, PLACES[filters.role])
        yield [Verdicts(place.sets, place.sizes == 0 if filters.bucket == "unplaced" else place.sizes > 1)]


def _holds(data: Data, field: str, values: Collection[str]) -> Verdicts:
    """Say which sets hold any of `values`."""
    own, codes = arrays.field(data, field), data.codes[field]
    is_chosen = np.zeros(len(own.values), bool)
    is_chosen[[codes[value] for value in values if value in codes]] = True
    held = np.zeros(len(own.lengths), bool)
    held[own.owners[is_chosen[own.codes]]] = True
    return Verdicts(own.sets, held)


def _of_words(data: Data, q: str) -> Verdicts:
    """Say of each activity whether the words are said of it; the engine knows."""
    asked = said(q)
    found = np.zeros(arrays.ends(data)[2], bool)
    found[data.array(f"select rowid from flat where {asked.sql}", list(asked.parameters))] = True
    return Verdicts(np.arange(len(found)), found)


def _of_dates(data: Data, filters: Filters) -> Verdicts:
    """Say which bounds meet the dates."""
    own = arrays.bounds(data)
    first = first_day(filters.first).toordinal() if filters.first else 0
    last = last_day(filters.last).toordinal() if filters.last else FOREVER
    is_in = (own.last >= first) & (own.first <= last)
    return Verdicts(own.sets, np.where(own.first == UNKNOWN, UNJUDGED, is_in).astype(np.int8))
