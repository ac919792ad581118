"""Short descriptions -> mentions, as the finders would have made them, for tests of what comes after."""

from __future__ import annotations

from typing import Any

from etl.dates.day import parsed
from etl.mentions import EMPTY, WHERE_NOTHING_IS_FOUND
from etl.names import stable_id
from etl.records import Finding, Mention

DATED = ("event", "published")


def mention(title: str = "", words: str = "", names: str = "", **fields: Any) -> Mention:
    """Return a mention of the fields given; bounds follow from a date; every field given has evidence."""
    row = EMPTY | WHERE_NOTHING_IS_FOUND | {"document": "a.txt", "line_start": 1, "line_end": 3} | fields
    row |= {"language": "en", "locator": "lines 1-3", "title": title or "Made", "region": row["region"] or []}
    if row["date"]:
        row["end_date"] = row["end_date"] or row["date"]
        row |= {"date_earliest": parsed(row["date"]).earliest(), "date_latest": parsed(row["date"]).latest()}
        row["date_basis"] = fields.get("date_basis", "event")
    telling = stable_id(title, words, str(sorted(fields.items(), key=str)))
    row["mention_id"] = fields.get("mention_id") or stable_id(row["document"], telling)
    sure = fields.get("confidence") or 0.8
    findings = tuple(
        Finding(name, value, "as it says", row["line_start"], row["line_end"], "made", sure)
        for name, value in fields.items()
        if name not in ("document", "line_start", "line_end", "mention_id", "confidence")
    )
    return Mention(row, findings, (), title, f"{title} {words}", frozenset(names.split(";")) - {""}, telling)
