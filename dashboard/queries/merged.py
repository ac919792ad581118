"""The data -> activities that are told more than once: which tellings were taken as one, and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from dashboard.data import Data
from dashboard.queries.memory import remembered

MOST_SHOWN = 300  # listed at once, the least sure first


@dataclass(frozen=True, slots=True)
class Merge:
    """Two tellings of one activity: the activity, where both stand, what they agree on, how alike."""

    activity: dict[str, Any]
    first: str
    second: str
    why: str
    score: float


@remembered
def merged(data: Data) -> tuple[Merge, ...]:
    """Return the merges, the least sure first."""
    place = "{0}.document || ':' || {0}.line_start || '-' || {0}.line_end"
    query = f"""
        select activities, {place.format("a")}, {place.format("b")}, why, score
        from merges join mentions a on mention_a = a.mention_id join mentions b on mention_b = b.mention_id
        join activities on activities.activity_id = a.activity_id
        order by score, activities.activity_id limit {MOST_SHOWN}"""
    return tuple(Merge(*row) for row in data.rows(query))
