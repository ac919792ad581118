"""A filter -> the statements in SQL that somebody would write by hand to answer the overview from the engine's file."""

from __future__ import annotations

from typing import Any

from dashboard.data import Data
from dashboard.filters import PLACES, Filters
from dashboard.queries.condition import condition, undated

Statement = tuple[str, list[Any]]
PEOPLE = "count(*), sum(trained), sum(participants), count(trained), count(participants)"
TOTALS = (
    f"{PEOPLE}, max(doubt) filter (trained is not null), max(doubt) filter (participants is not null), sum(women),"
    " sum(men), count(*) filter (earliest is null), count(*) filter (reviewed), sum({place}_count),"
    " count(*) filter ({place}_count > 1), count(*) filter ({place}_count = 0)"
)


def by_hand(data: Data, filters: Filters) -> list[Statement]:
    """Return the totals, the groups of map, timeline and two breakdowns, and what is counted apart."""
    passed, without_dates = condition(filters, data), condition(undated(filters), data)
    place = PLACES[filters.role]
    unions = ", ".join(f"bit_or({word})" for name in (place, "donors") for word in data.words(name))
    asked = [f"select {TOTALS.format(place=place)}, {unions} from event"]
    for keys in (data.words(place), ["first_month", "last_month"], data.words("kind"), data.words("areas")):
        asked.append(f"select {', '.join([*keys, PEOPLE])} from event")
    groups = ["", *(" group by all" for _ in asked[1:])]
    found = [(f"{one} where {passed.sql}{group}", passed) for one, group in zip(asked, groups, strict=True)]
    found += [(f"select count(*) from {part} where {passed.sql}", passed) for part in ("claim", "project")]
    if without_dates != passed:
        left_out = f"select count(*) from event where {without_dates.sql} and earliest is null"
        found.append((left_out, without_dates))
    return [(query, list(own.parameters)) for query, own in found]
