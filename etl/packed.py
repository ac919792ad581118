"""The reading of a document -> what is kept of it: its rows as packed columns, and what is compared of its mentions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from etl import activities, columns
from etl.activities import DECIDES
from etl.assembly import Columns
from etl.kept import Kept
from etl.records import Mention

AT_ONCE = 1000  # mentions that become columns together
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Reading:
    """What becomes of a document: its row of `documents` and its mentions, or why it could not be read.

    The mentions are read one after another when they are asked for, once. `left_out` says of a file that it is of a
    kind which is not read.
    """

    document: Row | None
    mentions: Iterable[Mention] = ()
    problem: str = ""
    left_out: str = ""


@dataclass(frozen=True, slots=True)
class Packed:
    """A reading as it is kept; `tellings` are what is compared of its mentions, the rest are packed columns."""

    document: Row | None
    tellings: tuple[Any, ...]
    mentions: bytes
    activities: bytes
    evidence: bytes
    problem: str = ""
    left_out: str = ""


@dataclass(frozen=True, slots=True)
class AtHand:
    """What stays in memory of a packed reading while others are read, and where the rest is kept."""

    document: Row | None
    tellings: tuple[Any, ...]
    problem: str
    left_out: str
    key: str
    place: int

    def columns(self, kept: Kept) -> Iterator[Columns]:
        """Yield the columns of some mentions after another."""
        packed = kept.taken(self.key)[self.place]
        tables = (columns.unpacked(data) for data in (packed.mentions, packed.activities, packed.evidence))
        yield from map(Columns, *tables)


def pack(reading: Reading, told: Callable[[Mention], Any]) -> Packed:
    """Read the mentions of a document and pack what comes of them; `told` gives what is compared of each."""
    rows, alone, evidence = columns.Packing(), columns.Packing(), columns.Packing()
    tellings: list[Any] = []
    rest = iter(reading.mentions)
    while some := list(islice(rest, AT_ONCE)):
        members = [activities.member_of(mention) for mention in some]
        rows.add(columns.of_mentions(some, [[m.sure.get(name, 0.0) for name in DECIDES] for m in members]))
        alone.add(columns.batch([activities.merged([m]) for m in members], "activities", named=False))
        evidence.add(columns.of_evidence(some))
        tellings += map(told, some)
    document = reading.document and reading.document | {"mentions": len(tellings)}
    packed = (rows.packed(), alone.packed(), evidence.packed())
    return Packed(document, tuple(tellings), *packed, reading.problem, reading.left_out)


def lean(readings: Sequence[Packed], key: str) -> list[AtHand]:
    """Return the readings of one source without their columns, which are kept under a key."""
    return [AtHand(r.document, r.tellings, r.problem, r.left_out, key, n) for n, r in enumerate(readings)]
