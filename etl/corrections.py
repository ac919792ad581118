"""Puts hand corrections onto the activities, and refuses those that no longer fit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from etl import title, vocabulary
from etl.corrections_file import COLUMNS, Entry
from etl.day import parsed
from etl.records import Mention

Row = dict[str, Any]
Pair = tuple[str, str]
REVIEWS = ("machine", "checked", "corrected")  # an activity keeps the last of those that apply


@dataclass(frozen=True, slots=True)
class Corrected:
    """The activities with the corrections in force, those that are none, and a line for each one refused."""

    rows: list[Row]
    withdrawn: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)


class Refused(Exception):  # noqa: N818
    """An entry no longer fits; the message says what stands."""


@dataclass(frozen=True, slots=True)
class Corrections:
    """The entries of a file of corrections, in its order."""

    entries: tuple[Entry, ...] = ()

    def on(self, mentions: Sequence[Mention], documents: Sequence[Row]) -> Placed:
        """Look up which mentions the entries speak of; entries on documents that are not at hand are left out."""
        return Placed.of(self.entries, mentions, {row["checksum"]: row["document"] for row in reversed(documents)})


@dataclass(frozen=True, slots=True)
class Placed:
    """The entries on the documents at hand, each with the mention that it speaks of ("" where there is none).

    `together` and `apart` are the pairs of mentions, the smaller name first, that a person has joined or parted.
    """

    entries: tuple[tuple[Entry, str], ...]
    together: Mapping[Pair, str]
    apart: Mapping[Pair, str]

    @classmethod
    def of(cls, entries: Sequence[Entry], mentions: Sequence[Mention], names: Mapping[str, str]) -> Placed:
        """Find the mention of each entry by document and lines."""
        at_hand = [e for e in entries if e.values["checksum"] in names]
        placed = tuple((e, _mention_at(e.values, mentions, names)) for e in at_hand)
        pairs: dict[str, dict[Pair, str]] = {"same_as": {}, "not_same_as": {}}
        for entry, one in placed:
            other = _mention_at(entry.values[entry.action], mentions, names) if entry.action in pairs else ""
            if one and other:
                pairs[entry.action][min(one, other), max(one, other)] = f"by hand: {entry.values['reason']}"
        return cls(placed, pairs["same_as"], pairs["not_same_as"])

    def apply(self, rows: Sequence[Row]) -> Corrected:
        """Return the activities `rows` with every entry in force that fits; the rows themselves stay as they are."""
        kept = {row["activity_id"]: dict(row) for row in rows}
        names = {mention: row["activity_id"] for row in rows for mention in row["mention_ids"]}
        withdrawn, refused = [], []
        for entry, mention in self.entries:
            row = kept.get(names.get(mention, ""))
            if entry.action == "no_activity":
                if row:
                    withdrawn.append(row["activity_id"])
                    del kept[row["activity_id"]]
                continue
            try:
                review = self._act(entry, mention, row)
            except Refused as error:
                refused.append(f"{entry.place}: {error}")
                continue
            if row:
                row["review"] = max(row["review"], review, key=REVIEWS.index)
        return Corrected(list(kept.values()), withdrawn, refused)

    def _act(self, entry: Entry, mention: str, row: Row | None) -> str:
        """Put one entry in force and return the review that it means."""
        if row is None:
            raise Refused("no activity stands there. Look where the document now tells of it, and mend the lines.")
        if entry.action == "field":
            return _set(row, entry.values)
        joined = self.together if entry.action == "same_as" else self.apart
        if entry.action != "checked" and not any(mention in pair for pair in joined):
            raise Refused(f"nothing stands at the lines of {entry.action}. Mend them.")
        return "checked" if entry.action == "checked" else "corrected"


def _mention_at(where: Mapping[str, Any], mentions: Sequence[Mention], names: Mapping[str, str]) -> str:
    """Return the id of the mention whose lines share most with those of `where`; "" where none does.

    Of several on the same lines it is the first, or the one that `nth` counts to.
    """
    document, (first, last) = names.get(where["checksum"]), where["lines"]
    shares: dict[str, float] = {}
    for row in (m.row for m in mentions if m.row["document"] == document):
        shared = min(last, row["line_end"]) - max(first, row["line_start"]) + 1
        shares[row["mention_id"]] = shared / (max(last, row["line_end"]) - min(first, row["line_start"]) + 1)
    most = max(shares.values(), default=0.0)
    best = [name for name, share in shares.items() if share == most and share > 0]
    return dict(enumerate(best, 1)).get(where.get("nth", 1), "")


def _value(value: Any, kind: str) -> Any:
    """Return a value of TOML as the tables have it: "" is nothing, a list is sorted, a date is a date or ISO text."""
    if kind == "list":
        return sorted(value or [])
    if value == "" or value is None:
        return None
    if kind == "date":
        return value if isinstance(value, date) else date.fromisoformat(value)
    return value.isoformat() if isinstance(value, date) else value


def _set(row: Row, values: Mapping[str, Any]) -> str:
    """Set one field of `row`, and what follows from it; refuse where neither old nor new value stands."""
    name, kind = values["field"], COLUMNS[values["field"]].type
    old, new, stands = _value(values.get("old"), kind), _value(values["new"], kind), _value(row[name], kind)
    if stands == new:
        return "checked"
    if stands != old:
        raise Refused(
            f"{name} is {stands!r}: neither the expected {old!r} nor the new {new!r}. "
            "Look at the document, then mend or remove the entry."
        )
    title_was_made = row["title"] == title.made(row)
    row[name] = new
    row |= _following(row, name)
    if title_was_made:
        row["title"] = title.made(row)
    return "corrected"


def _following(row: Row, name: str) -> Row:
    """Return the columns that follow from the one that was corrected."""
    if name in ("country", "region_text"):
        codes = [code for country in row["country"] for code in vocabulary.regions_of(country)]
        codes += [code for region in row["region_text"] for code in vocabulary.region_codes(region)]
        return {"region": sorted(set(codes))}
    if name == "date" and row["date"]:
        day = parsed(row["date"])
        return {"date_earliest": day.earliest(), "date_latest": day.latest()}
    return {}
