"""The data -> the hand corrections of its run, what they say and what became of them."""

from __future__ import annotations

from typing import Any

from dashboard.data import Data
from dashboard.queries.answers import Correction
from dashboard.queries.memory import remembered

ACTIONS = ("field", "same_as", "not_same_as", "no_activity", "checked")  # those that say most come first


@remembered
def corrections(data: Data) -> tuple[Correction, ...]:
    """Return the corrections: refused ones first, then those that say most, the newest first."""
    listed = data.about.get("corrections", ())
    ids = [row["activity_id"] for row in listed]
    found = data.records("select * exclude (n) from activities where list_contains(?::varchar[], activity_id)", [ids])
    activities = {row["activity_id"]: row for row in found}
    made = sorted((correction(row, activities) for row in listed), key=lambda one: one.date, reverse=True)
    return tuple(sorted(made, key=lambda one: (one.standing != "refused", ACTIONS.index(one.action))))


def correction(row: dict[str, Any], activities: dict[str, dict[str, Any]]) -> Correction:
    """Return one entry of a run's list with its activity."""
    said = {name: value for name, value in row.items() if name not in ("document", "lines")}
    place = f"{row['document']}:{'-'.join(map(str, row['lines']))}"
    return Correction(**said, place=place, activity=activities.get(row["activity_id"], {}))
