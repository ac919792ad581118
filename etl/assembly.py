"""Groups of mentions, and what is kept of each document -> the files of the tables, some mentions after another.

What is in memory at once are their columns, and those of the mentions that share an activity.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from etl import activities, columns, schema, table_files
from etl.activities import DECIDES, Member
from etl.corrections import Corrected, Placed

AT_ONCE = 100  # activities of several mentions that are put together at a time
NAME = schema.arrow("activities").field(columns.NAMED_LATER)
WRITTEN = ("activities", "mentions", "evidence")
Row = dict[str, Any]
Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Columns:
    """Of some mentions, their rows, the rows of their activities if each were told there alone, and their evidence."""

    mentions: pa.RecordBatch
    activities: pa.RecordBatch
    evidence: pa.RecordBatch


@dataclass(frozen=True, slots=True)
class Told:
    """A document that tells of something: the position of its first mention among all, their number, their columns."""

    first: int
    count: int
    columns: Callable[[], Iterator[Columns]]

    def parts(self) -> Iterator[tuple[int, Columns]]:
        """Yield the columns of some mentions after another, with the position of the first."""
        first = self.first
        for part in self.columns():
            yield first, part
            first += len(part.mentions)


@dataclass(frozen=True, slots=True)
class Joined:
    """The groups of positions that are one activity each, ordered by their first; the names of both."""

    groups: Sequence[Sequence[int]]
    names: Sequence[str]
    mention_ids: Sequence[str]


@dataclass(frozen=True, slots=True)
class Special:
    """The rows of activities that are not a mention's alone: several tell of them, or a correction speaks of them.

    `numbers` are their groups, ascending; `withdrawn` are groups that are no activity.
    """

    numbers: Numbers
    rows: pa.Table
    withdrawn: Numbers


def write(folder: Path, told: Sequence[Told], joined: Joined, corrections: Placed) -> Corrected:
    """Write `activities`, `mentions` and `evidence` into a folder; return what became of the corrections.

    Activities stand in the order of their groups, mentions and evidence in that of the documents.
    """
    special, corrected = _special(told, joined, corrections)
    first_of = np.array([group[0] for group in joined.groups], dtype=np.int64)
    group_of = np.zeros(len(joined.mention_ids), dtype=np.int64)
    for number, group in enumerate(joined.groups):
        group_of[group] = number
    with table_files.written(folder, WRITTEN) as files:
        for first, found in chain.from_iterable(document.parts() for document in told):
            ids = pa.array([joined.names[n] for n in group_of[first : first + len(found.mentions)]], pa.string())
            files["mentions"].add(found.mentions.append_column(NAME, ids))
            files["evidence"].add(found.evidence)
            files["activities"].add(_in_order(found.activities.append_column(NAME, ids), first, first_of, special))
    return corrected


def _in_order(alone: pa.RecordBatch, first: int, first_of: Numbers, special: Special) -> pa.Table:
    """Return the activities that begin with the mentions from `first` on, in the order of their groups."""
    begun, ended = np.searchsorted(first_of, [first, first + len(alone)])
    low, high = np.searchsorted(special.numbers, [begun, ended])
    rows = first_of[begun:ended] - first
    rows[special.numbers[low:high] - begun] = len(alone) + np.arange(high - low)
    stays = ~np.isin(np.arange(begun, ended), special.withdrawn)
    others = special.rows.slice(low, high - low).select(alone.schema.names)
    return pa.concat_tables([pa.Table.from_batches([alone]), others]).combine_chunks().take(rows[stays])


def _special(told: Sequence[Told], joined: Joined, corrections: Placed) -> tuple[Special, Corrected]:
    spoken_of = corrections.mentions()
    ids = joined.mention_ids
    numbers = [
        number
        for number, group in enumerate(joined.groups)
        if len(group) > 1 or (spoken_of and ids[group[0]] in spoken_of)
    ]
    rows = _rows(numbers, joined, _members(told, [n for number in numbers for n in joined.groups[number]]))
    aside: dict[int, Row] = {}
    parts = [columns.batch([], "activities")]
    plain: list[int] = []
    for some in _parts(rows):
        aside |= {number: row for number, row in some.items() if not spoken_of.isdisjoint(row["mention_ids"])}
        others = {number: row for number, row in some.items() if number not in aside}
        parts.append(columns.batch(list(others.values()), "activities"))
        plain += others
    corrected = corrections.apply(list(aside.values()))
    number_of = {row["activity_id"]: number for number, row in aside.items()}
    plain += [number_of[row["activity_id"]] for row in corrected.rows]
    table = pa.Table.from_batches([*parts, columns.batch(corrected.rows, "activities")])
    order = np.argsort(np.array(plain, dtype=np.int64))
    withdrawn = np.array(sorted(set(aside) - set(plain)), dtype=np.int64)
    return Special(np.array(plain, dtype=np.int64)[order], table.combine_chunks().take(order), withdrawn), corrected


def _members(told: Sequence[Told], wanted: Sequence[int]) -> tuple[Numbers, pa.Table | None]:
    """Return the positions `wanted`, ascending, and the rows of these mentions."""
    at = np.array(sorted(wanted), dtype=np.int64)
    found = []
    ends = [n for document in told for n in (document.first, document.first + document.count)]
    wanted_of = np.diff(np.searchsorted(at, ends))[::2]
    for first, part in chain.from_iterable(d.parts() for d, some in zip(told, wanted_of, strict=True) if some):
        low, high = np.searchsorted(at, [first, first + len(part.mentions)])
        found.append(part.mentions.take(pa.array(at[low:high] - first)))
    return at, pa.Table.from_batches(found).combine_chunks() if found else None


def _rows(
    numbers: Sequence[int], joined: Joined, members: tuple[Numbers, pa.Table | None]
) -> Iterator[tuple[int, Row]]:
    """Yield the row of each of the groups `numbers`."""
    at, table = members
    rest = iter(numbers)
    while table is not None and (some := list(islice(rest, AT_ONCE))):
        wanted = np.fromiter(chain.from_iterable(joined.groups[number] for number in some), dtype=np.int64)
        taken = iter(table.take(np.searchsorted(at, wanted)).to_pylist())
        for number in some:
            mentions = [_member(row) for row in islice(taken, len(joined.groups[number]))]
            yield number, activities.merged(mentions) | {columns.NAMED_LATER: joined.names[number]}


def _member(row: Row) -> Member:
    return Member(row, dict(zip(DECIDES, row[columns.SURE], strict=True)))


def _parts(rows: Iterator[tuple[int, Row]]) -> Iterator[dict[int, Row]]:
    while some := dict(islice(rows, AT_ONCE)):
        yield some
