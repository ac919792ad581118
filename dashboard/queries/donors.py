"""Groups of activities -> the same groups with the number of different donors of each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from dashboard.data import Data
from dashboard.filters import Filters
from dashboard.queries.answers import Group
from dashboard.queries.condition import condition, unpacked
from etl.engine import SPREAD


def with_donors(data: Data, filters: Filters, groups: Iterable[Group], name: str, scheme: str = "m49") -> list[Group]:
    """Count the donors of each group of the field `name` (as in the address), most first."""
    field = filters.field(name, scheme)
    donors = _by_code(data, filters, field) if field in SPREAD else _by_words(data, filters, field)
    found = [replace(group, donors=len(donors[group.value] - {""})) for group in groups]
    return sorted(found, key=lambda group: (-group.donors, -group.activities, group.value))


def _by_code(data: Data, filters: Filters, field: str) -> dict[str, set[str]]:
    passed, unions = condition(filters, data), ", ".join(f"bit_or({word})" for word in data.words("donors"))
    rows = data.rows(f"select code, {unions} from by_{field} where {passed.sql} group by code", list(passed.parameters))
    found = {data.values[field][code]: set(unpacked(data.values["donors"], tuple(words))) for code, *words in rows}
    return defaultdict(set, found)


def _by_words(data: Data, filters: Filters, field: str) -> dict[str, set[str]]:
    passed, own = condition(filters, data), data.words(field)
    unions, keys = ", ".join(f"bit_or({word})" for word in data.words("donors")), ", ".join(own)
    rows = data.rows(f"select {keys}, {unions} from event where {passed.sql} group by {keys}", list(passed.parameters))
    found: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        for value in unpacked(data.values[field], tuple(row[: len(own)])):
            found[value].update(unpacked(data.values["donors"], tuple(row[len(own) :])))
    return found
