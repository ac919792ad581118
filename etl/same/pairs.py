"""Tellings -> the pairs worth comparing: those that share a telling word, a name, the opening, or people and days."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from math import inf

from etl.same.tellings import Telling, rare

Span = tuple[float, float, int]  # first day, last day, position


def candidates(tellings: Sequence[Telling]) -> list[tuple[int, int]]:
    """Return pairs of positions in `tellings`, the smaller first, in order, each once.

    Which pairs there are depends on the two tellings alone, so that others never change what becomes of them.
    """
    by_word: dict[str, list[Span]] = defaultdict(list)
    for position, telling in enumerate(tellings):
        first, last = telling.days or (-inf, inf)
        for word in rare(telling.head) | telling.own_names | ({telling.opening, _who_and_when(telling)} - {""}):
            by_word[word].append((first, last, position))
    return sorted({pair for spans in by_word.values() for pair in _meeting(sorted(spans))})


def _who_and_when(telling: Telling) -> str:
    """Return days and number of people, where both are known: a report's heading shares no word with a row's title."""
    known = telling.certain and telling.days and telling.people
    return f"{telling.people} {telling.days}" if known else ""


def _meeting(spans: list[Span]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of `spans` (ordered by first day) that have a day in common."""
    for n, (_, last, position) in enumerate(spans):
        for first, _, other in spans[n + 1 :]:
            if first > last:
                break
            yield min(position, other), max(position, other)
