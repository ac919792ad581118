"""Filters -> figures of every value of one field: countries, regions, kinds, donors ..."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from dashboard.data import Data
from dashboard.filters import FIELDS, PLACES, Filters
from dashboard.queries.answers import Group, Option
from dashboard.queries.condition import Condition, condition, inside, unpacked
from dashboard.queries.memory import remembered
from etl import vocabulary
from etl.engine import SPREAD

STATED = "count(trained), count(participants)"
# How the people of an activity with several values are counted under each of them.
SHARES = {
    "whole": "coalesce(sum({people}), 0)",
    "only": "coalesce(sum({people}) filter ({field}_count <= 1), 0)",
    "shared": "coalesce(sum({people} / greatest({field}_count, 1)), 0)",
}


@remembered
def by_country(data: Data, filters: Filters, people: str = "whole") -> list[Group]:
    """Return the countries of the role inside the country or region filter, the one with most activities first."""
    place = PLACES[filters.role]
    area = inside(filters)
    return [
        g
        for g in groups(data, place, condition(filters, data), people)
        if g.value and (area is None or g.value in area)
    ]


@remembered
def by_region(data: Data, filters: Filters, scheme: str = "m49", people: str = "whole") -> list[Group]:
    """Return the regions of one scheme that touch the country or region filter, the one with most activities first."""
    area = inside(filters)
    shown = {*filters.region, *(region for code in area or () for region in vocabulary.regions_of(code))}
    found = groups(data, filters.field("region", scheme), condition(filters, data), people)
    return [group for group in found if group.value and (area is None or group.value in shown)]


@remembered
def by_field(data: Data, filters: Filters, field: str, people: str = "whole", scheme: str = "m49") -> list[Group]:
    """Return the values of a field by its name in the address (kind, area, donor, host ...), "" for those without."""
    if field == "country":
        return by_country(data, filters, people)
    if field == "region":
        return by_region(data, filters, scheme, people)
    return groups(data, FIELDS[field], condition(filters, data), people)


@remembered
def options(data: Data, name: str, role: str = "beneficiary", scheme: str = "m49") -> list[Option]:
    """Return what the filter of a name offers, with the number of all events that have it, most first."""
    field = Filters(role=role).field(name, scheme)
    found = {group.value: group.activities for group in groups(data, field, Condition(), "whole")}
    return [Option(value, found.get(value, 0)) for value in data.values[field] if value]


def groups(data: Data, field: str, passed: Condition, people: str) -> list[Group]:
    """Return the figures of the values of an engine's field among the events that meet a condition; most first."""
    found = _spread(data, field, passed, people) if field in SPREAD else _packed(data, field, passed, people)
    return sorted(found, key=lambda group: (-group.activities, group.value))


def _spread(data: Data, field: str, passed: Condition, people: str) -> Iterator[Group]:
    """Group the pairs of activity and value."""
    trained, participants = (SHARES[people].format(people=name, field=field) for name in ("trained", "participants"))
    query = f"""
        select code, count(*), count(*) filter ({field}_count > 1), {trained}, {participants}, {STATED}
        from by_{field} where {passed.sql} group by code"""
    for code, *figures in data.rows(query, list(passed.parameters)):
        yield Group(data.values[field][code], *figures)


def _packed(data: Data, field: str, passed: Condition, people: str) -> Iterator[Group]:
    """Group the events by the combination of their values, and add each combination to all of its values."""
    words = ", ".join(data.words(field))
    query = f"""
        select {words}, count(*), coalesce(sum(trained), 0), coalesce(sum(participants), 0), {STATED}
        from event where {passed.sql} group by {words}"""
    sums: dict[str, list[float]] = defaultdict(lambda: [0] * 6)
    for row in data.rows(query, list(passed.parameters)):
        activities, trained, participants, *stated = row[-5:]
        values = unpacked(data.values[field], row[:-5])
        share = {"whole": 1, "only": len(values) == 1, "shared": 1 / len(values)}[people]
        figures = [activities, activities * (len(values) > 1), int(trained) * share, int(participants) * share, *stated]
        for value in values:
            sums[value] = [a + b for a, b in zip(sums[value], figures, strict=True)]
    for value, (activities, shared, trained, participants, *stated) in sums.items():
        yield Group(value, int(activities), int(shared), trained, participants, *map(int, stated))
