"""Groups of mentions, and what is kept of each document -> the files of the tables, one document after another.

What is in memory at once are the columns of one document, and of the mentions that share an activity.
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

AT_ONCE = 1000  # activities of several mentions that are put together at a time
NAME = schema.arrow("activities").field(columns.NAMED_LATER)
WRITTEN = ("activities", "mentions", "evidence")
Row = dict[str, Any]
Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Columns:
    """Of a document, the rows of `mentions`, of its `activities` if each were told there alone, and of `evidence`."""

    mentions: pa.Table
    activities: pa.Table
    evidence: pa.Table


@dataclass(frozen=True, slots=True)
class Told:
    """A document that tells of something: the position of its first mention among all, their number, its columns."""

    first: int
    count: int
    columns: Callable[[], Columns]


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
        for document in told:
            found = document.columns()
            named = group_of[document.first : document.first + document.count]
            ids = pa.array([joined.names[number] for number in named], pa.string())
            files["mentions"].add(found.mentions.append_column(NAME, ids))
            files["evidence"].add(found.evidence)
            alone = found.activities.append_column(NAME, ids)
            files["activities"].add(_in_order(alone, document, first_of, special))
    return corrected


def _in_order(alone: pa.Table, document: Told, first_of: Numbers, special: Special) -> pa.Table:
    """Return the activities that begin in a document, in the order of their groups."""
    begun, ended = np.searchsorted(first_of, [document.first, document.first + document.count])
    low, high = np.searchsorted(special.numbers, [begun, ended])
    rows = first_of[begun:ended] - document.first
    rows[special.numbers[low:high] - begun] = document.count + np.arange(high - low)
    stays = ~np.isin(np.arange(begun, ended), special.withdrawn)
    both = pa.concat_tables([alone, special.rows.slice(low, high - low).select(alone.column_names)])
    return both.combine_chunks().take(rows[stays])


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
    for document in told:
        low, high = np.searchsorted(at, [document.first, document.first + document.count])
        if low < high:
            found.append(document.columns().mentions.take(at[low:high] - document.first))
    return at, pa.concat_tables(found).combine_chunks() if found else None


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
