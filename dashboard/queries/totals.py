"""Filters -> the numbers of the tiles and of the bridge line."""

from __future__ import annotations

from dashboard.data import Data, Rows
from dashboard.filters import PLACES, Filters
from dashboard.queries.answers import People, Totals
from dashboard.queries.condition import Condition, condition, dates, inside, masks, undated
from etl.bits import BITS

ABOUT, AT_LEAST = 2, 1  # the column `doubt` of a number; 0 is exact
PEOPLE = """
    coalesce(sum(trained), 0)::bigint, max(doubt) filter (trained is not null), count(trained),
    count(*) filter ({training} or trained is not null),
    coalesce(sum(participants), 0)::bigint, max(doubt) filter (participants is not null), count(participants), count(*)
"""


def totals(data: Data, filters: Filters) -> Totals:
    """Count S, the events that pass `filters`, by the counting rules."""
    passed = condition(filters, data)
    place = PLACES[filters.role]
    unions = [f"bit_or({word})" for field in (place, "donors") for word in data.words(field)]
    query = f"""
        select {_people(data)}, coalesce(sum(women), 0)::bigint, coalesce(sum(men), 0)::bigint,
            count(*) filter (earliest is null), count(*) filter (reviewed), count(*) filter ({place}_count > 1),
            count(*) filter ({place}_count = 0), sum({place}_count)::bigint, {", ".join(unions)}
        from event where {passed.sql}"""
    row = data.rows(query, list(passed.parameters))[0]
    women, men, no_bounds, reviewed, several, nowhere, participations = row[8:15]
    countries = _values(data, place, row[15:])
    area = inside(filters)
    shown = countries if area is None else countries & area
    return Totals(
        activities=row[7],
        countries=len(shown),
        countries_outside=len(countries - shown),
        participations=(participations or 0) if area is None else _participations(data, passed, place, area),
        several_countries=several,
        regional_or_global=nowhere,
        trained=people(row[:4]),
        participants=people(row[4:8]),
        women=women,
        men=men,
        donors=len(_values(data, "donors", row[15 + len(data.words(place)) :])),
        undated=no_bounds,
        left_out_without_bounds=_left_out(data, filters),
        claims=_count(data, "claim", passed),
        projects=_count(data, "project", passed),
        reviewed=reviewed,
        data_date=data.date,
    )


def count(data: Data, filters: Filters) -> int:
    """Return how many events pass `filters`."""
    return _count(data, "event", condition(filters, data))


def documents(data: Data) -> int:
    """Return how many documents were read."""
    return int(data.rows("select count(*) from documents")[0][0])


def people(numbers: tuple[int | None, ...]) -> People:
    """Make a number of people from its sum, its worst doubt, and how many of how many state one."""
    value, doubt, stated, of = numbers
    stated, of = stated or 0, of or 0
    some_more = doubt == AT_LEAST or stated < of
    qualifier = "about" if doubt == ABOUT else "at_least" if stated and some_more else ""
    return People(value or 0, qualifier, stated, of)


def counted_people(data: Data, passed: Condition) -> tuple[int, People, People]:
    """Return how many events meet a condition, their trained and their participants."""
    row = data.rows(f"select {_people(data)} from event where {passed.sql}", list(passed.parameters))[0]
    return row[7], people(row[:4]), people(row[4:8])


def countries_of_events(data: Data, passed: Condition, place: str) -> frozenset[str]:
    """Return the different countries (of the engine's field `place`) of the events that meet a condition."""
    unions = ", ".join(f"bit_or({word})" for word in data.words(place))
    return _values(data, place, data.rows(f"select {unions} from event where {passed.sql}", list(passed.parameters))[0])


def _people(data: Data) -> str:
    training = masks([code] if (code := data.codes["kind"].get("training")) else [])
    tests = [f"(kind_{word} & {bits}) <> 0" for word, bits in training.items()]
    return PEOPLE.format(training=tests[0] if tests else "false")


def _values(data: Data, field: str, words: tuple[int | None, ...]) -> frozenset[str]:
    """Return the values whose bits are set in the words of a field (those of "none" left out)."""
    values = data.values[field]
    return frozenset(values[c] for c in range(1, len(values)) if (words[c // BITS] or 0) >> c % BITS & 1)


def _participations(data: Data, passed: Condition, place: str, area: frozenset[str]) -> int:
    """Count pairs of activity and country inside the filter."""
    words = masks([code for value, code in data.codes[place].items() if value in area])
    bits = " + ".join(f"bit_count({place}_{word} & {mask}::ubigint)" for word, mask in words.items()) or "0"
    rows = data.rows(f"select coalesce(sum({bits}), 0)::bigint from event where {passed.sql}", list(passed.parameters))
    return int(rows[0][0])


def _left_out(data: Data, filters: Filters) -> int:
    """Count the events that only the date filter keeps out, because they have no bounds."""
    if not dates(filters).parameters:
        return 0
    return _count(data, "event", condition(undated(filters), data) & Condition("earliest is null"))


def _count(data: Data, table: str, passed: Condition) -> int:
    rows: Rows = data.rows(f"select count(*) from {table} where {passed.sql}", list(passed.parameters))
    return int(rows[0][0])
