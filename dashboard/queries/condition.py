"""Filters -> the condition in SQL, with its parameters, that rows of event, project and claim must meet."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from dashboard.data import Data
from dashboard.filters import FIELDS, PLACES, Filters, first_day, last_day
from etl import vocabulary
from etl.engine import BITS, SCHEMES

ANY = "true"
CHOSEN = ("kind", "area", "topic", "programme", "donor", "audience", "mode")
APART = {"undated": "earliest is null", "unplaced": "{place}_count = 0", "several": "{place}_count > 1"}


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition and its parameters in order."""

    sql: str = ANY
    parameters: tuple[Any, ...] = ()

    def __and__(self, other: Condition) -> Condition:
        """Both must hold."""
        if ANY in (self.sql, other.sql):
            return other if self.sql == ANY else self
        return Condition(f"{self.sql} and {other.sql}", self.parameters + other.parameters)


def condition(filters: Filters, data: Data) -> Condition:
    """Return what an activity must meet to pass the filters."""
    found = dates(filters)
    for fields, values in lists(filters):
        found &= has_any(data, fields, values)
    if filters.bucket:
        found &= Condition(APART[filters.bucket].format(place=PLACES[filters.role]))
    return found & said(filters.q)


def lists(filters: Filters) -> Iterator[tuple[list[str], tuple[str, ...]]]:
    """Yield fields of the engine and values, of which at least one must stand in one of the fields."""
    if filters.country:
        yield [filters.field("country")], filters.country
    if filters.region:
        yield [filters.field("region", scheme) for scheme in SCHEMES], filters.region
    for name in CHOSEN:
        if values := filters.values(name):
            yield [FIELDS[name]], values
    if filters.basis == "event":
        yield [FIELDS["basis"]], ("event",)


def dates(filters: Filters) -> Condition:
    """Return the condition of the date filter: the bounds meet the range; what has no bounds does not pass."""
    found = Condition()
    if filters.first:
        found &= Condition("latest >= ?", (first_day(filters.first),))
    if filters.last:
        found &= Condition("earliest <= ?", (last_day(filters.last),))
    return found


def has_any(data: Data, fields: Collection[str], values: Collection[str]) -> Condition:
    """Return the condition that any of the fields holds any of `values`; none where `values` is empty."""
    if not values:
        return Condition()
    tests: dict[str, int] = {}
    for field in fields:
        words = masks([data.codes[field][value] for value in values if value in data.codes[field]])
        tests |= {f"({field}_{word} & ?::ubigint) <> 0": bits for word, bits in words.items()}
    return Condition(f"({' or '.join(tests) or 'false'})", tuple(tests.values()))


def masks(codes: Collection[int]) -> dict[int, int]:
    """Return the bits of `codes` by the number of their word."""
    words: dict[int, int] = {}
    for code in codes:
        words[code // BITS] = words.get(code // BITS, 0) | 1 << code % BITS
    return dict(sorted(words.items()))


def said(q: str) -> Condition:
    """Return the condition that every word of `q` stands in a title or quote, whatever its accents and capitals."""
    if not q:
        return Condition()
    words = q.split()
    tests = " and ".join("contains(words, strip_accents(lower(?)))" for _ in words)
    return Condition(f"n in (select n from said where {tests})", tuple(words))


def inside(filters: Filters) -> frozenset[str] | None:
    """Return the countries inside the country and region filters, or None where neither is set."""
    if not filters.country and not filters.region:
        return None
    found = [frozenset(filters.country)] if filters.country else []
    if filters.region:
        found.append(frozenset().union(*map(countries_of, filters.region)))
    return frozenset.intersection(*found)


@cache
def countries_of(region: str) -> frozenset[str]:
    """Return the countries of a region of either scheme."""
    return frozenset(code for code in vocabulary.countries() if region in vocabulary.regions_of(code))


def undated(filters: Filters) -> Filters:
    """Return the same filters without dates."""
    return replace(filters, first="", last="")
