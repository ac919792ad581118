"""Tellings -> blocks that share a telling word, a name, the opening, or who or where and when -> pairs to compare."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

import numpy as np

from etl.same.agreeing import LAST_DAY, Columns, Positions, days_of
from etl.same.tellings import Telling, rare

MOST_AT_ONCE = 250_000  # pairs that are looked at together: some 30 MB of memory
Block = list[int]


def blocks(tellings: Sequence[Telling], looked_at: Iterable[int]) -> list[Block]:
    """Return positions in `tellings` that share something, for each such thing; only those `looked_at`.

    Which pairs share a block depends on the two tellings alone, so that others never change what becomes of them.
    """
    by_key: dict[str, Block] = defaultdict(list)
    for position in looked_at:
        telling = tellings[position]
        known = {telling.opening, _who_and_when(telling), _where_and_when(telling)} - {""}
        for key in rare(telling.head) | telling.own_names | known:
            by_key[key].append(position)
    return [block for block in by_key.values() if len(block) > 1]


def work(tellings: Sequence[Telling], found: Sequence[Block]) -> list[int]:
    """Return how many pairs of each block have a day in common."""
    if not found:
        return []
    _, partners = _stretches(*days_of(tellings), found)
    return [int(n) for n in np.add.reduceat(partners, np.cumsum([0, *map(len, found[:-1])]))]


def pairs(tellings: Sequence[Telling], found: Sequence[Block]) -> list[tuple[int, int]]:
    """Return pairs of positions in `tellings` that share a block and seem not to contradict each other.

    The smaller position stands first; each pair comes once, in order.
    """
    if not found:
        return []
    columns = Columns(tellings)
    known = [_agreeing(columns, a, b) for a, b in _meeting(*_stretches(columns.first, columns.last, found))]
    numbers = np.unique(np.concatenate(known)) if known else np.array([], dtype=np.int64)
    return list(zip((numbers // len(tellings)).tolist(), (numbers % len(tellings)).tolist(), strict=True))


def _who_and_when(telling: Telling) -> str:
    """Return days and number of people, where both are known: a report's heading shares no word with a row's title."""
    known = telling.certain and telling.days and telling.people
    return f"{telling.people} {telling.days}" if known else ""


def _where_and_when(telling: Telling) -> str:
    """Return the country of the venue and the month, where both are known: a report may know no more of the days."""
    if telling.host is None or telling.days is None or not telling.in_a_month:
        return ""
    return f"{telling.host} {date.fromordinal(telling.days[0]):%Y-%m}"


def _agreeing(columns: Columns, a: Positions, b: Positions) -> Positions:
    """Return the pairs that agree, each as one number."""
    a, b = columns.agreeing(np.minimum(a, b), np.maximum(a, b))
    return np.unique(a * len(columns.first) + b)


def _stretches(first: Positions, last: Positions, found: Sequence[Block]) -> tuple[Positions, Positions]:
    """Return the positions of all blocks behind each other, by their first day, and how many behind each meet it.

    What meets a telling stands in the stretch behind it in its block that ends with its last day.
    """
    position = np.concatenate([np.array(block, dtype=np.int64) for block in found])
    start = np.repeat(np.arange(len(found), dtype=np.int64), [len(block) for block in found]) * (LAST_DAY + 1)
    position = position[np.argsort(start + first[position], kind="stable")]
    partners = np.searchsorted(start + first[position], start + last[position], "right") - np.arange(len(position)) - 1
    return position, np.maximum(partners, 0)


def _meeting(position: Positions, partners: Positions) -> Iterator[tuple[Positions, Positions]]:
    """Yield pairs of positions that meet, many at once."""
    total = np.cumsum(partners)
    low = 0
    while low < len(position):
        high = max(low + 1, int(np.searchsorted(total, total[low] - partners[low] + MOST_AT_ONCE, "right")))
        count = partners[low:high]
        left = np.repeat(np.arange(low, high), count)
        right = np.arange(len(left)) - np.repeat(np.cumsum(count) - count, count) + left + 1
        yield position[left], position[right]
        low = high
