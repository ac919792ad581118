"""Tellings -> columns of what two can contradict each other in -> of many pairs at once, those that do not."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from etl.same.likeness import GATHERINGS
from etl.same.tellings import Telling

Positions = NDArray[np.int64]
Said = NDArray[np.bool_]
NOT_KNOWN = -1  # a host or number of people
LAST_DAY = 3_700_000  # ordinal, behind the end of the calendar
BITS = 63  # of a whole number


class Columns:
    """What is known of each telling, by position: days as ordinals, the rest as codes and bits."""

    def __init__(self, tellings: Sequence[Telling]) -> None:
        """Take from the tellings what can be compared as numbers."""
        self.first, self.last = days_of(tellings)
        self._sort = _codes((t.level, t.aggregate, t.editions) for t in tellings)
        self._kind = _codes(t.kind for t in tellings)
        self._gathers = np.array([t.in_a_month and t.kind in GATHERINGS for t in tellings], dtype=bool)
        self._host = np.where([t.host is None for t in tellings], NOT_KNOWN, _codes(t.host for t in tellings))
        self._document = _codes(t.document for t in tellings)
        known = (t.people if t.exact and t.people is not None else NOT_KNOWN for t in tellings)
        self._people = np.fromiter(known, dtype=np.int64, count=len(tellings))
        self._topics = _bits([t.topics for t in tellings])
        self._countries = _bits([t.countries for t in tellings])

    def agreeing(self, a: Positions, b: Positions) -> tuple[Positions, Positions]:
        """Return those of the pairs `a[n], b[n]` that do not contradict each other in anything that is a column here.

        They may still do so in what is none: see etl/same/likeness.py, which says what a contradiction is.
        """
        for test in (self._of_one_sort, self._of_one_place, self._share_values):
            keep = test(a, b)
            a, b = a[keep], b[keep]
        return a, b

    def _of_one_sort(self, a: Positions, b: Positions) -> Said:
        kinds: Said = (self._kind[a] == self._kind[b]) | (self._gathers[a] & self._gathers[b])
        kinds &= self._sort[a] == self._sort[b]
        return kinds

    def _of_one_place(self, a: Positions, b: Positions) -> Said:
        counts: Said = (self._document[a] != self._document[b]) | _same_or_unknown(self._people[a], self._people[b])
        counts &= _same_or_unknown(self._host[a], self._host[b])
        return counts

    def _share_values(self, a: Positions, b: Positions) -> Said:
        return _meet(self._topics, a, b) & _meet(self._countries, a, b)


def days_of(tellings: Sequence[Telling]) -> tuple[Positions, Positions]:
    """Return the first and the last day of each telling; all of the calendar where nothing is known."""
    days = [telling.days or (0, LAST_DAY) for telling in tellings]
    first = np.fromiter((max(0, first) for first, _ in days), dtype=np.int64, count=len(days))
    return first, np.fromiter((min(last, LAST_DAY) for _, last in days), dtype=np.int64, count=len(days))


def _same_or_unknown(one: Positions, other: Positions) -> Said:
    known: Said = (one != NOT_KNOWN) & (other != NOT_KNOWN)
    same: Said = (one == other) | ~known
    return same


def _codes(values: Iterable[Hashable]) -> Positions:
    """Return a number for each value, the same for equal ones."""
    known: dict[Hashable, int] = {}
    return np.array([known.setdefault(value, len(known)) for value in values], dtype=np.int64)


def _bits(sets: Sequence[frozenset[str]]) -> list[Positions]:
    """Return words of bits, in which each set has those of its members; all of them where it is empty."""
    places = {value: n for n, value in enumerate(sorted(set().union(*sets)))}
    words = [np.zeros(len(sets), dtype=np.int64) for _ in range(len(places) // BITS + 1)]
    for n, values in enumerate(sets):
        for place in map(places.__getitem__, values):
            words[place // BITS][n] |= 1 << (place % BITS)
    nothing = np.array([not values for values in sets], dtype=bool)
    return [np.where(nothing, -1, word) for word in words]


def _meet(words: list[Positions], a: Positions, b: Positions) -> Said:
    """Say which pairs have a member in common, or a set that says nothing."""
    shared = words[0][a] & words[0][b]
    for word in words[1:]:
        shared |= word[a] & word[b]
    found: Said = shared != 0
    return found
