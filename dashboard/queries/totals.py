"""Filters -> the numbers of the tiles and of the bridge line."""

from __future__ import annotations

from typing import Any

from dashboard.data import Data
from dashboard.filters import PLACES, Filters
from dashboard.queries.answers import People, Totals
from dashboard.queries.condition import Condition, condition, dates, inside, masks, undated, unpacked
from dashboard.queries.memory import remembered

ABOUT, AT_LEAST = 2, 1  # the column `doubt` of a number; 0 is exact
PEOPLE = """
    count(*) as activities,
    sum(trained)::bigint as trained, max(doubt) filter (trained is not null) as trained_doubt,
    count(trained) as trained_stated, count(*) filter ({training} or trained is not null) as trained_of,
    sum(participants)::bigint as participants, max(doubt) filter (participants is not null) as participants_doubt,
    count(participants) as participants_stated, count(*) as participants_of
"""
OTHERS = """
    sum(women)::bigint as women, sum(men)::bigint as men, count(*) filter (earliest is null) as undated,
    count(*) filter (reviewed) as reviewed, count(*) filter ({place}_count > 1) as several,
    count(*) filter ({place}_count = 0) as nowhere, {participations}::bigint as participations
"""
Numbers = dict[str, Any]


@remembered
def totals(data: Data, filters: Filters) -> Totals:
    """Count S, the events that pass `filters`, by the counting rules."""
    passed, place, area = condition(filters, data), PLACES[filters.role], inside(filters)
    others = OTHERS.format(place=place, participations=_participations(data, place, area))
    columns = [_people(data), others, *(_union(data, field) for field in (place, "donors"))]
    found = data.records(f"select {', '.join(columns)} from event where {passed.sql}", list(passed.parameters))[0]
    countries = _values(data, place, found)
    shown = countries if area is None else countries & area
    return Totals(
        activities=found["activities"],
        countries=len(shown),
        countries_outside=len(countries - shown),
        participations=found["participations"] or 0,
        several_countries=found["several"],
        regional_or_global=found["nowhere"],
        trained=people(found, "trained"),
        participants=people(found, "participants"),
        women=found["women"] or 0,
        men=found["men"] or 0,
        donors=len(_values(data, "donors", found)),
        undated=found["undated"],
        left_out_without_bounds=_left_out(data, filters),
        claims=_count(data, "claim", passed),
        projects=_count(data, "project", passed),
        reviewed=found["reviewed"],
        data_date=data.date,
    )


def count(data: Data, filters: Filters) -> int:
    """Return how many events pass `filters`."""
    return _count(data, "event", condition(filters, data))


def documents(data: Data) -> int:
    """Return how many documents were read."""
    return int(data.rows("select count(*) from documents")[0][0])


def people(found: Numbers, name: str) -> People:
    """Make a number of people of its sum, its worst doubt, and how many of how many activities state one."""
    doubt, stated, of = (found[f"{name}_{part}"] for part in ("doubt", "stated", "of"))
    some_more = doubt == AT_LEAST or stated < of
    qualifier = "about" if doubt == ABOUT else "at_least" if stated and some_more else ""
    return People(found[name] or 0, qualifier, stated, of)


def counted_people(data: Data, passed: Condition) -> tuple[int, People, People]:
    """Return how many events meet a condition, their trained and their participants."""
    found = data.records(f"select {_people(data)} from event where {passed.sql}", list(passed.parameters))[0]
    return found["activities"], people(found, "trained"), people(found, "participants")


def countries_of_events(data: Data, passed: Condition, place: str) -> frozenset[str]:
    """Return the different countries (of the engine's field `place`) of the events that meet a condition."""
    found = data.records(f"select {_union(data, place)} from event where {passed.sql}", list(passed.parameters))
    return _values(data, place, found[0])


def _people(data: Data) -> str:
    """Return the columns of PEOPLE; the bit of "training" is always in the first word, there are eleven kinds."""
    training = data.codes["kind"].get("training")
    return PEOPLE.format(training="false" if training is None else f"(kind_0 & {1 << training}) <> 0")


def _union(data: Data, field: str) -> str:
    """Return the columns that hold all bits of a field that any event has."""
    return ", ".join(f"bit_or({word}) as all_{word}" for word in data.words(field))


def _values(data: Data, field: str, found: Numbers) -> frozenset[str]:
    """Return the values whose bits are set in the columns of _union (that of "none" left out)."""
    words = tuple(found[f"all_{word}"] or 0 for word in data.words(field))
    return frozenset(unpacked(data.values[field], words)) - {""}


def _participations(data: Data, place: str, area: frozenset[str] | None) -> str:
    """Return the sum that counts pairs of activity and country inside the filter."""
    if area is None:
        return f"sum({place}_count)"
    words = masks([code for value, code in data.codes[place].items() if value in area])
    bits = " + ".join(f"bit_count({place}_{word} & {mask}::ubigint)" for word, mask in words.items())
    return f"sum({bits or '0'})"


def _left_out(data: Data, filters: Filters) -> int:
    """Count the events that only the date filter keeps out, because they have no bounds."""
    if not dates(filters).parameters:
        return 0
    return _count(data, "event", condition(undated(filters), data) & Condition("earliest is null"))


def _count(data: Data, table: str, passed: Condition) -> int:
    rows = data.rows(f"select count(*) from {table} where {passed.sql}", list(passed.parameters))
    return int(rows[0][0])
