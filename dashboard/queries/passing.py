"""Filters -> the events that pass them, and their figures added up by the sets of one field or of two."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from dashboard.data import Array, Data
from dashboard.filters import Filters
from dashboard.queries import arrays
from dashboard.queries.arrays import UNKNOWN, Field
from dashboard.queries.judging import judged

MOST_KEPT = 4  # filters of one request; their events may be millions
PEOPLE = ("trained", "participants")
Figures = Mapping[str, Array]  # activities, trained, participants, trained_stated, participants_stated


@dataclass(frozen=True)
class Passing:
    """The places of events in the arrays; for each of PEOPLE which of them state it, and what they say.

    `claims` and `projects` pass the same filters, `left_out` events would pass but for the date filter, because they
    have no bounds. `added` are the figures by set that were asked for, by the name of the field.
    """

    events: Array
    stating: Mapping[str, Array]
    stated: Mapping[str, Array]
    claims: int
    projects: int
    left_out: int
    added: dict[str, Figures] = field(default_factory=dict)


def passing(data: Data, filters: Filters) -> Passing:
    """Return what passes the filters; they are judged once for each request."""
    found: Passing | None = data.passing.get(filters)
    if found is None:
        if len(data.passing) >= MOST_KEPT:
            data.passing.clear()
        data.passing[filters] = found = _asked(data, filters)
    return found


def _asked(data: Data, filters: Filters) -> Passing:
    places, left_out = judged(data, filters)
    events_end, projects_end = np.searchsorted(places, arrays.ends(data)[:2]).tolist()
    events = places[:events_end]
    people = {name: arrays.numbers(data, name).take(events) for name in PEOPLE}
    stating = {name: np.flatnonzero(own != UNKNOWN) for name, own in people.items()}
    return Passing(
        events,
        stating,
        {name: own.take(stating[name]).astype(float) for name, own in people.items()},
        claims=len(places) - projects_end,
        projects=projects_end - events_end,
        left_out=left_out,
    )


def by_set(found: Passing, own: Field) -> Figures:
    """Return the figures of each set of a field; an activity has one."""
    if own.name not in found.added:
        found.added[own.name] = _added_up(found, own.sets.take(found.events), len(own.lengths))
    return found.added[own.name]


def by_two(found: Passing, one: Field, other: Field) -> Figures:
    """Return the figures by the codes of two fields, `[one, other]`; an activity stands under all pairs that it has."""
    keys = one.sets.take(found.events).astype(int) * len(other.lengths) + other.sets.take(found.events)
    pairs, keys = np.unique(keys, return_inverse=True)
    first, second = np.divmod(pairs, len(other.lengths))
    owners, rows = one.spread(first)
    places, columns = other.spread(second[owners])
    cells, owners = rows[places] * len(other.values) + columns, owners[places]
    shape = len(one.values), len(other.values)
    return {
        name: np.bincount(cells, weights=own[owners], minlength=shape[0] * shape[1]).reshape(shape)
        for name, own in _added_up(found, keys, len(pairs)).items()
    }


def _added_up(found: Passing, keys: Array, count: int) -> Figures:
    """Add up the figures of events by a number below `count`, which `keys` has for each of them."""
    figures = {"activities": np.bincount(keys, minlength=count)}
    for name in PEOPLE:
        own = keys.take(found.stating[name])
        figures[name] = np.bincount(own, weights=found.stated[name], minlength=count)  # exact below 2 ** 53
        figures[f"{name}_stated"] = np.bincount(own, minlength=count)
    return figures
