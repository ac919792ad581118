"""Turns the mentions of one activity into its one row: the value with the best evidence stands, lists are united."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

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
COUNTS_DIFFER = "counts_differ"


def merged(mentions: Sequence[Mention], groups: Sequence[Sequence[int]]) -> list[Row]:
    """Return one row of `activities` for each group (positions in `mentions`), in the order of the groups.

    Beside the columns of the table a row has `mention_ids`, those of its mentions, best first.
    """
    taken: Counter[str] = Counter()
    rows = []
    for group in groups:
        members = [mentions[n] for n in group]
        first = min(members, key=_place)
        taken[first.telling] += 1
        rows.append({"activity_id": _name(first, taken[first.telling])} | _merged(members))
    return rows


def _name(first: Mention, time: int) -> str:
    """Return the activity's name, made from what its first mention says; two that say the same differ by place."""
    if time == 1:
        return stable_id("activity", first.telling)
    return stable_id("activity", first.telling, first.row["document"], str(time))


def _place(mention: Mention) -> tuple[str, int, str]:
    return mention.row["document"], mention.row["line_start"], mention.row["mention_id"]


def _merged(members: list[Mention]) -> Row:
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


def sureness(mention: Mention, field: str) -> float:
    """Return the confidence of the finding that stands for `field`; 0 where there is none."""
    return max((f.confidence for f in mention.findings if f.chosen and f.field == field), default=0.0)


def _best(ranked: list[Mention], field: str) -> Mention:
    """Return the mention whose value for `field` has the best evidence; any value comes before none."""
    if len(ranked) == 1:
        return ranked[0]
    return max(ranked, key=lambda m: (m.row[field] not in (None, []), sureness(m, field)))


def _united(ranked: list[Mention], field: str) -> list[str]:
    return sorted({value for m in ranked for value in m.row[field]})


def _when(ranked: list[Mention]) -> Row:
    """Return the columns of the date: the best basis, then the surest; a finer date beats one that contains it."""
    best = min(ranked, key=lambda m: (BASES.index(m.row["date_basis"]), -sureness(m, "date")))
    for other in ranked:
        if best.row["date"] and other.row["date"] and contains(best.row["date"], other.row["date"]):
            best = other
    when = {field: best.row[field] for field in WHEN}
    return when if when["date"] else when | _narrowest(ranked)


def _narrowest(ranked: list[Mention]) -> Row:
    """Return the bounds that all undated mentions allow together; those of the best where they do not meet."""
    bounds = [(m.row["date_earliest"], m.row["date_latest"]) for m in ranked]
    bounds = [b for b in bounds if None not in b]
    if not bounds:
        return {}
    earliest, latest = max(b[0] for b in bounds), min(b[1] for b in bounds)
    return {"date_earliest": earliest, "date_latest": latest} if earliest <= latest else {}
