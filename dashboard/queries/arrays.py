"""The activities of a run as arrays in memory: counting what passes a filter is adding up numbers.

Of each field an activity has one small number, that of its set of values. There are a thousand sets where there are a
million activities, so figures are added up by set and then shared out to values. SQL took five times as long.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar

import numpy as np

from dashboard.data import Array, Data

UNKNOWN = -1  # no number of people is stated, no month is known
DAYS = 2**22  # more than there are in the engine, up to the year 9999
Read = TypeVar("Read")


@dataclass(frozen=True)
class Field:
    """`sets[place]` is the number of an activity's set; the set `owners[i]` holds the value `values[codes[i]]`.

    `owners` and `codes` are in the order of sets and codes. Of the engine's fields a set without values holds the code
    0 alone, whose value is "". Fields of the same `name` have the same sets.
    """

    name: str
    sets: Array
    owners: Array
    codes: Array
    values: tuple[Any, ...]

    @cached_property
    def lengths(self) -> Array:
        """How many codes each set holds."""
        return np.bincount(self.owners)

    @cached_property
    def sizes(self) -> Array:
        """How many values each set holds, "" left out."""
        return np.bincount(self.owners, weights=self.codes > 0).astype(int)

    @cached_property
    def starts(self) -> Array:
        """Where the codes of each set begin."""
        return np.cumsum(self.lengths) - self.lengths

    def by_value(self, by_set: Array) -> Array:
        """Share out the figures of sets: that of a set goes whole to each of its values, by their codes."""
        return np.bincount(self.codes, weights=by_set[self.owners], minlength=len(self.values))

    def spread(self, sets: Array) -> tuple[Array, Array]:
        """Return each of `sets` once for each of its codes: its place in `sets`, and the code."""
        lengths = self.lengths[sets]
        places = np.repeat(np.arange(len(sets)), lengths)
        within = np.arange(len(places)) - np.repeat(np.cumsum(lengths) - lengths, lengths)
        return places, self.codes[self.starts[sets][places] + within]


def field(data: Data, name: str) -> Field:
    """Return a field of the engine."""

    def read() -> Field:
        query = "select {} from sets where field = ? order by number, code"
        owners, codes = (data.array(query.format(column), [name]) for column in ("number", "code"))
        return Field(name, narrow(_column(data, f"{name}_set")), owners, codes, data.values[name])

    return _kept(data, name, read)


@dataclass(frozen=True)
class Bounds:
    """Of each activity the number of its pair of bounds; of each pair the first and the last, UNKNOWN where none is."""

    sets: Array
    first: Array
    last: Array


def bounds(data: Data) -> Bounds:
    """Return between which days something took place, as ordinals (1 January of the year 1 is 1)."""
    return _bounds(data, "days", "earliest - date '0001-01-01' + 1", "latest - date '0001-01-01' + 1")


def months(data: Data) -> Field:
    """Return the first and last month in which something may have begun (UNKNOWN without bounds), as a field of pairs.

    A month is years * 12 + month, January 0.
    """

    def read() -> Field:
        own = _bounds(data, "months of bounds", "first_month", "last_month")
        return _single("months", own.sets, list(zip(own.first.tolist(), own.last.tolist(), strict=True)))

    return _kept(data, "months", read)


def _bounds(data: Data, kept_as: str, *expressions: str) -> Bounds:
    def read() -> Bounds:
        first, last = (_column(data, f"coalesce({one}, {UNKNOWN})").astype(int) for one in expressions)
        _, events, sets = np.unique(first * DAYS + last, return_index=True, return_inverse=True)
        return Bounds(narrow(sets), first[events], last[events])

    return _kept(data, kept_as, read)


def named(data: Data, kept_as: str, own: Field, name_of: Callable[[Any], Hashable]) -> Field:
    """Return a field of single values with other names for them; what gets the same name is one value."""
    return _kept(data, kept_as, lambda: _single(own.name, own.sets, [name_of(own.values[code]) for code in own.codes]))


def numbers(data: Data, column: str) -> Array:
    """Return a column of numbers of all activities, UNKNOWN where there is none."""
    return _kept(data, column, lambda: narrow(_column(data, f"coalesce({column}, {UNKNOWN})")))


def ends(data: Data) -> tuple[int, int, int]:
    """Return where in the arrays the events end, where the projects after them do, and where the claims, the last."""

    def read() -> tuple[int, int, int]:
        counts = [data.rows(f"select count(*) from {part}")[0][0] for part in ("event", "project", "claim")]
        return counts[0], sum(counts[:2]), sum(counts)

    return _kept(data, "ends", read)


def narrow(found: Array) -> Array:
    """Return whole numbers in as few bytes as hold them."""
    least, most = int(found.min(initial=0)), int(found.max(initial=0))
    return found.astype(np.result_type(np.min_scalar_type(least), np.min_scalar_type(most)))


def _single(name: str, sets: Array, value_of: Sequence[Hashable]) -> Field:
    """Return a field whose sets hold one value each."""
    codes = {value: code for code, value in enumerate(dict.fromkeys(value_of))}
    return Field(name, sets, np.arange(len(value_of)), np.array([codes[value] for value in value_of], int), (*codes,))


def _column(data: Data, expression: str) -> Array:
    """Return a column of all activities as they were written: a row's number in the table is its place in the array."""
    return data.array(f"select {expression} from flat")


def _kept(data: Data, name: str, read: Callable[[], Read]) -> Read:
    """Return what was read before, or read it and keep it with the data."""
    if name not in data.arrays:
        data.arrays[name] = read()
    found: Read = data.arrays[name]
    return found
