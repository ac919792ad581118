"""Filters -> the numbers of the tiles and of the bridge line."""

from __future__ import annotations

import numpy as np

from dashboard.data import Data
from dashboard.filters import PLACES, Filters
from dashboard.queries import arrays
from dashboard.queries.answers import People, Totals
from dashboard.queries.arrays import Field
from dashboard.queries.condition import inside
from dashboard.queries.judging import judged
from dashboard.queries.memory import remembered
from dashboard.queries.passing import Passing, by_set, passing
from dashboard.queries.periods import spans, undated

ABOUT, AT_LEAST = 2, 1  # the column `doubt` of a number; 0 is exact


@remembered
def totals(data: Data, filters: Filters) -> Totals:
    """Count S, the events that pass `filters`, by the counting rules."""
    found, place, area = passing(data, filters), arrays.field(data, PLACES[filters.role]), inside(filters)
    by_place = by_set(found, place)["activities"]
    countries = _values(found, place)
    shown = countries if area is None else countries & area
    in_area = np.array([value != "" and (area is None or value in area) for value in place.values])
    trained, participants = people(data, found)
    return Totals(
        activities=len(found.events),
        countries=len(shown),
        countries_outside=len(countries - shown),
        participations=int(place.by_value(by_place)[in_area].sum()),
        several_countries=int(by_place[place.sizes > 1].sum()),
        regional_or_global=int(by_place[place.sizes == 0].sum()),
        trained=trained,
        participants=participants,
        women=_sum(data, found, "women"),
        men=_sum(data, found, "men"),
        donors=len(_values(found, arrays.field(data, "donors"))),
        undated=undated(found, spans(data, "year")),
        reviewed=int(np.count_nonzero(arrays.numbers(data, "reviewed::utinyint").take(found.events))),
        data_date=data.date,
        left_out_without_bounds=found.left_out,
        claims=found.claims,
        projects=found.projects,
    )


def count(data: Data, filters: Filters) -> int:
    """Return how many events pass `filters`."""
    events_end, *_ = arrays.ends(data)
    return int(np.searchsorted(judged(data, filters)[0], events_end))


@remembered
def documents(data: Data) -> int:
    """Return how many documents were read."""
    return int(data.rows("select count(*) from documents")[0][0])


def people(data: Data, found: Passing) -> tuple[People, People]:
    """Return the trained and the participants of events: sums, worst doubts, how many of how many state one."""
    by_kind, kinds = by_set(found, kind := arrays.field(data, "kind")), data.codes["kind"]
    trainings = np.isin(np.arange(len(kind.lengths)), kind.owners[kind.codes == kinds.get("training", -1)])
    of = by_kind["activities"][trainings].sum() + by_kind["trained_stated"][~trainings].sum()
    return _people(data, found, "trained", int(of)), _people(data, found, "participants", len(found.events))


def counted_people(data: Data, filters: Filters) -> tuple[int, People, People]:
    """Return how many events pass the filters, their trained and their participants."""
    found = passing(data, filters)
    return len(found.events), *people(data, found)


def countries_of_events(data: Data, filters: Filters) -> frozenset[str]:
    """Return the different countries, in the role of the filters, of the events that pass them."""
    return _values(passing(data, filters), arrays.field(data, PLACES[filters.role]))


def _people(data: Data, found: Passing, name: str, of: int) -> People:
    events, stated = found.events.take(found.stating[name]), found.stated[name]
    doubt = arrays.numbers(data, "doubt").take(events).max(initial=0)
    some_more = doubt == AT_LEAST or len(events) < of
    qualifier = "about" if doubt == ABOUT else "at_least" if len(events) and some_more else ""
    return People(int(stated.sum()), qualifier, len(events), of)


def _values(found: Passing, own: Field) -> frozenset[str]:
    """Return the values of a field that any of the events has."""
    codes = np.flatnonzero(own.by_value(by_set(found, own)["activities"]))
    return frozenset(own.values[code] for code in codes.tolist()) - {""}


def _sum(data: Data, found: Passing, name: str) -> int:
    """Return the sum of numbers that only some of the events state."""
    return int(np.maximum(arrays.numbers(data, name).take(found.events), 0).sum())
