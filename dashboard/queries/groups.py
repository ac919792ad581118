"""Filters -> figures of every value of one field: countries, regions, kinds, donors ..."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from dashboard.data import Array, Data
from dashboard.filters import FIELDS, PLACES, Filters
from dashboard.queries import arrays
from dashboard.queries.answers import Group, Option
from dashboard.queries.condition import inside
from dashboard.queries.memory import remembered
from dashboard.queries.passing import PEOPLE, by_set, passing
from etl import vocabulary

FIGURES = ("activities", "shared", "trained", "participants", "trained_stated", "participants_stated")  # of Group
# How much of the people of an activity is counted under each of its values, by how many values it has.
SHARES: dict[str, Callable[[Array], Array]] = {
    "whole": np.ones_like,
    "only": lambda sizes: sizes <= 1,
    "shared": lambda sizes: 1 / np.maximum(sizes, 1),
}


@remembered
def by_country(data: Data, filters: Filters, people: str = "whole") -> list[Group]:
    """Return the countries of the role inside the country or region filter, the one with most activities first."""
    place = PLACES[filters.role]
    area = inside(filters)
    return [g for g in groups(data, place, filters, people) if g.value and (area is None or g.value in area)]


@remembered
def by_region(data: Data, filters: Filters, scheme: str = "m49", people: str = "whole") -> list[Group]:
    """Return the regions of one scheme that touch the country or region filter, the one with most activities first."""
    area = inside(filters)
    shown = {*filters.region, *(region for code in area or () for region in vocabulary.regions_of(code))}
    found = groups(data, filters.field("region", scheme), filters, people)
    return [group for group in found if group.value and (area is None or group.value in shown)]


@remembered
def by_field(data: Data, filters: Filters, field: str, people: str = "whole", scheme: str = "m49") -> list[Group]:
    """Return the values of a field by its name in the address (kind, area, donor, host ...), "" for those without."""
    if field == "country":
        return by_country(data, filters, people)
    if field == "region":
        return by_region(data, filters, scheme, people)
    return groups(data, FIELDS[field], filters, people)


@remembered
def options(data: Data, name: str, role: str = "beneficiary", scheme: str = "m49") -> list[Option]:
    """Return what the filter of a name offers, with the number of all events that have it, most first."""
    field = Filters(role=role).field(name, scheme)
    found = {group.value: group.activities for group in groups(data, field, Filters(role=role), "whole")}
    return [Option(value, found.get(value, 0)) for value in data.values[field] if value]


def groups(data: Data, field: str, filters: Filters, people: str) -> list[Group]:
    """Return the figures of the values of an engine's field among the events that pass the filters; most first."""
    own = arrays.field(data, field)
    found = dict(by_set(passing(data, filters), own))
    share, kept = SHARES[people](own.sizes), float if people == "shared" else int
    found["shared"] = found["activities"] * (own.sizes > 1)
    found |= {name: found[name] * share for name in PEOPLE}
    figures = {name: own.by_value(found[name]) for name in FIGURES}
    codes = np.flatnonzero(figures["activities"])
    columns = [figures[name][codes].astype(kept if name in PEOPLE else int).tolist() for name in FIGURES]
    made = (Group(own.values[code], *row) for code, *row in zip(codes.tolist(), *columns, strict=True))
    return sorted(made, key=lambda group: (-group.activities, group.value))
