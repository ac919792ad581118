"""Puts hand corrections onto the activities, and refuses those that no longer fit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from etl.corrections_file import Entry
from etl.corrections_listed import IN_FORCE, READ_SO, REFUSED, listed
from etl.corrections_values import Refused, set_value

Row = dict[str, Any]
Pair = tuple[str, str]
OF_TWO = ("same_as", "not_same_as")  # actions that join or part two tellings
REVIEWS = ("machine", "checked", "corrected")  # an activity keeps the last of those that apply


@dataclass(frozen=True, slots=True)
class Corrected:
    """The activities with the corrections in force, those that are none, and a line for each one refused.

    `made` has a row for every correction at hand (see corrections_listed).
    """

    rows: list[Row]
    withdrawn: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    made: list[Row] = field(default_factory=list)


class Place(Protocol):
    """Where a mention stands."""

    @property
    def mention_id(self) -> str:
        """Return its name."""

    @property
    def document(self) -> str:
        """Return the document that it stands in."""

    @property
    def line_start(self) -> int:
        """Return its first line."""

    @property
    def line_end(self) -> int:
        """Return its last line."""


Places = Mapping[str, Sequence[Place]]  # of the documents that entries speak of, by name


@dataclass(frozen=True, slots=True)
class Corrections:
    """The entries of a file of corrections, in its order."""

    entries: tuple[Entry, ...] = ()

    def on(self, mentions: Iterable[Place], documents: Sequence[Row]) -> Placed:
        """Look up which mentions the entries speak of; entries on documents that are not at hand are left out."""
        names = {row["checksum"]: row["document"] for row in reversed(documents)}
        return Placed.of(self.entries, _by_document(self.entries, mentions, names), names)


@dataclass(frozen=True, slots=True)
class Placed:
    """The entries on the documents at hand, each with the mention that it speaks of ("" where there is none).

    An entry that joins or parts two has a second mention, others "" for it. `together` and `apart` are the pairs of
    mentions, the smaller name first, that a person has joined or parted; `names` are the documents by checksum.
    """

    entries: tuple[tuple[Entry, str, str], ...]
    together: Mapping[Pair, str]
    apart: Mapping[Pair, str]
    names: Mapping[str, str]

    @classmethod
    def of(cls, entries: Sequence[Entry], mentions: Places, names: Mapping[str, str]) -> Placed:
        """Find the mention of each entry by document and lines."""
        at_hand = [e for e in entries if e.values["checksum"] in names]
        placed = tuple((e, *_mentions_of(e, mentions, names)) for e in at_hand)
        pairs: dict[str, dict[Pair, str]] = {action: {} for action in OF_TWO}
        for entry, one, other in placed:
            if one and other and one != other:
                pairs[entry.action][min(one, other), max(one, other)] = f"by hand: {entry.values['reason']}"
        return cls(placed, pairs["same_as"], pairs["not_same_as"], names)

    def mentions(self) -> set[str]:
        """Return the names of the mentions that the entries speak of: what becomes of them concerns no other."""
        return {mention for _, *placed in self.entries for mention in placed} - {""}

    def apply(self, rows: Sequence[Row]) -> Corrected:
        """Return the activities `rows` with every entry in force that fits; the rows themselves stay as they are.

        `rows` are at least those of `mentions`.
        """
        kept = {row["activity_id"]: dict(row) for row in rows}
        ids = {mention: row["activity_id"] for row in rows for mention in row["mention_ids"]}
        found = Corrected([])
        for entry, mention, other in self.entries:
            activity_id, standing = ids.get(mention, ""), IN_FORCE
            row = kept.get(activity_id)
            if entry.action == "no_activity":
                found.withdrawn.extend([activity_id] if kept.pop(activity_id, None) else [])
            else:
                try:
                    _refuse_misfit(entry, mention, other, ids)
                    standing = _put(entry, row)
                except Refused as error:
                    found.refused.append(f"{entry.place}: {error}")
                    standing = REFUSED
            found.made.append(listed(entry, activity_id, standing, self.names))
        found.rows.extend(kept.values())
        return found


def _put(entry: Entry, row: Row | None) -> str:
    """Put one entry in force, let the row say so, and return how it stands. Raises Refused."""
    if row is None:
        raise Refused("no activity stands there. Look where the document now tells of it, and mend the lines.")
    review = "corrected" if entry.action in OF_TWO else "checked"
    if entry.action == "field":
        review = set_value(row, entry.values)
    row["review"] = max(row["review"], review, key=REVIEWS.index)
    return READ_SO if entry.action == "field" and review == "checked" else IN_FORCE


def _refuse_misfit(entry: Entry, one: str, other: str, ids: Mapping[str, str]) -> None:
    """Raise Refused where an entry says of two tellings what they are not; `ids` are the activities they tell of."""
    if entry.action not in OF_TWO or not one:
        return
    if not other:
        raise Refused(f"nothing stands at the lines of {entry.action}. Mend them.")
    if one == other:
        raise Refused(f"{entry.action} names the telling itself. Mend its lines, or give nth.")
    if (ids.get(one) == ids.get(other)) != (entry.action == "same_as"):
        number = "two" if entry.action == "same_as" else "one"
        raise Refused(f"they are {number} all the same: another entry, or a third telling, says so. Mend the entries.")


def _by_document(entries: Sequence[Entry], mentions: Iterable[Place], names: Mapping[str, str]) -> Places:
    wanted = {names.get(where["checksum"]) for entry in entries for where in _wheres(entry)}
    found: dict[str, list[Place]] = defaultdict(list)
    for mention in mentions if wanted else ():
        if mention.document in wanted:
            found[mention.document].append(mention)
    return found


def _wheres(entry: Entry) -> Iterator[Mapping[str, Any]]:
    """Yield the one or two places that an entry speaks of."""
    yield entry.values
    if entry.action in OF_TWO:
        yield entry.values[entry.action]


def _mentions_of(entry: Entry, mentions: Places, names: Mapping[str, str]) -> tuple[str, str]:
    """Return the mention that an entry speaks of, and the other one that it names; "" where there is none."""
    one = _mention_at(entry.values, mentions, names)
    return one, _mention_at(entry.values[entry.action], mentions, names) if entry.action in OF_TWO else ""


def _mention_at(where: Mapping[str, Any], mentions: Places, names: Mapping[str, str]) -> str:
    """Return the id of the mention whose lines share most with those of `where`; "" where none does.

    Of several on the same lines it is the first, or the one that `nth` counts to.
    """
    first, last = where["lines"]
    shares: dict[str, float] = {}
    for told in mentions.get(names.get(where["checksum"], ""), ()):
        shared = min(last, told.line_end) - max(first, told.line_start) + 1
        shares[told.mention_id] = shared / (max(last, told.line_end) - min(first, told.line_start) + 1)
    most = max(shares.values(), default=0.0)
    best = [name for name, share in shares.items() if share == most and share > 0]
    return dict(enumerate(best, 1)).get(where.get("nth", 1), "")
