"""Turns the mentions of one activity into its one row: the value with the best evidence stands, lists are united."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from etl.iso import contains
from etl.names import stable_id
from etl.records import Mention

Row = dict[str, Any]
BEST = (
    "level", "kind", "host_country", "mode", "participants", "trained", "women", "men",
    "aggregate", "claimed_activities", "claimed_countries", "organisation", "language",
)  # fmt: skip
UNITED = ("topics", "programme", "country", "region", "region_text", "audience", "donors", "partners", "flags")
COUNTS = ("participants", "trained", "women", "men")
WHEN = ("date", "end_date", "date_earliest", "date_latest", "date_basis")
BASES = ("event", "published", "inferred", "none")  # what says most about when it took place comes first
DECIDES = (*BEST, "areas", "date")  # fields of which the surest finding stands
COUNTS_DIFFER = "counts_differ"


@dataclass(frozen=True, slots=True)
class Member:
    """A mention as an activity is made from it: its row, and how sure the finding is that stands for each field."""

    row: Row
    sure: Mapping[str, float]


class Told(Protocol):
    """What names an activity: where a mention stands, and what it says."""

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
    def telling(self) -> str:
        """Return what is the same wherever the same words stand."""


def names(told: Sequence[Told], groups: Sequence[Sequence[int]]) -> list[str]:
    """Return the name of each group of positions in `told`, made from what its first mention says.

    Two that say the same differ by place.
    """
    taken: Counter[str] = Counter()
    found = []
    for group in groups:
        first = min((told[n] for n in group), key=lambda one: (one.document, one.line_start, one.mention_id))
        taken[first.telling] += 1
        again = (first.document, str(taken[first.telling])) if taken[first.telling] > 1 else ()
        found.append(stable_id("activity", first.telling, *again))
    return found


def member_of(mention: Mention) -> Member:
    """Return what an activity is made from of a mention."""
    sure: dict[str, float] = {}
    for finding in mention.findings:
        if finding.chosen:
            sure[finding.field] = max(finding.confidence, sure.get(finding.field, 0.0))
    return Member(mention.row, sure)


def merged(members: Sequence[Member]) -> Row:
    """Return the row of the activity that these mentions tell of, but for its name.

    Beside the columns of the table it has `mention_ids`, those of its mentions, best first.
    """
    ranked = sorted(members, key=lambda m: (-m.row["confidence"], *_place(m)))
    row: Row = {"title": ranked[0].row["title"]}
    row |= {field: _best(ranked, field).row[field] for field in BEST}
    row |= {field: _united(ranked, field) for field in UNITED}
    row["areas"] = _best(ranked, "areas").row["areas"]
    counted = "trained" if row["participants"] is None else "participants"
    row["number_qualifier"] = _best(ranked, counted).row["number_qualifier"]
    row |= _when(ranked)
    if any(len({m.row[field] for m in members} - {None}) > 1 for field in COUNTS):
        row["flags"] = sorted({*row["flags"], COUNTS_DIFFER})
    return row | {
        "confidence": ranked[0].row["confidence"],
        "review": "machine",
        "mentions": len(ranked),
        "documents": sorted({m.row["document"] for m in ranked}),
        "sources": [f"{m.row['document']}:{m.row['line_start']}-{m.row['line_end']}" for m in ranked],
        "mention_ids": [m.row["mention_id"] for m in ranked],
    }


def _place(member: Member) -> tuple[str, int, str]:
    return member.row["document"], member.row["line_start"], member.row["mention_id"]


def _best(ranked: list[Member], field: str) -> Member:
    """Return the mention whose value for `field` has the best evidence; any value comes before none."""
    if len(ranked) == 1:
        return ranked[0]
    return max(ranked, key=lambda m: (m.row[field] not in (None, []), m.sure.get(field, 0.0)))


def _united(ranked: list[Member], field: str) -> list[str]:
    return sorted({value for m in ranked for value in m.row[field]})


def _when(ranked: list[Member]) -> Row:
    """Return the columns of the date: the best basis, then the surest; a finer date beats one that contains it."""
    best = min(ranked, key=lambda m: (BASES.index(m.row["date_basis"]), -m.sure.get("date", 0.0)))
    for other in ranked:
        if best.row["date"] and other.row["date"] and contains(best.row["date"], other.row["date"]):
            best = other
    when = {field: best.row[field] for field in WHEN}
    return when if when["date"] else when | _narrowest(ranked)


def _narrowest(ranked: list[Member]) -> Row:
    """Return the bounds that all undated mentions allow together; those of the best where they do not meet."""
    bounds = [(m.row["date_earliest"], m.row["date_latest"]) for m in ranked]
    bounds = [b for b in bounds if None not in b]
    if not bounds:
        return {}
    earliest, latest = max(b[0] for b in bounds), min(b[1] for b in bounds)
    return {"date_earliest": earliest, "date_latest": latest} if earliest <= latest else {}
