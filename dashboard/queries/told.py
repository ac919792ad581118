"""Filters -> activities that are told more than once, each with the tellings that were merged into it, and why."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from dashboard.column_filters import ColumnFilter
from dashboard.data import Data
from dashboard.filters import Filters
from dashboard.queries.records import Columns, records

MORE_THAN_ONCE = ColumnFilter("mentions", "greaterThan", "1")
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Told:
    """An activity, the rows of its mentions (best first) and those of `merges` between them (likeliest first)."""

    activity: Row
    tellings: tuple[Row, ...]
    merges: tuple[Row, ...]


def told(
    data: Data, filters: Filters, sort: str, start: int, count: int, columns: Columns = (), language: str = "en"
) -> tuple[tuple[Told, ...], int]:
    """Return `count` of these activities from `start` on, in the order of `records`, and how many there are."""
    asked = (*columns, MORE_THAN_ONCE)
    page = records(data, filters, sort, start, count, columns=asked, language=language)
    ids = [row["activity_id"] for row in page.rows]
    among = "list_contains(?::varchar[], activity_id) order by"
    mentions = data.records(f"from mentions where {among} confidence desc, mention_id", [ids])
    merges = data.records(
        "select merges.*, activity_id from merges join mentions on mention_a = mention_id"
        f" where {among} score desc, mention_a, mention_b", [ids]
    )  # fmt: skip
    tellings_of, merges_of = by_activity(mentions), by_activity(merges)
    found = (Told(row, tellings_of[row["activity_id"]], merges_of[row["activity_id"]]) for row in page.rows)
    return tuple(found), page.total


def by_activity(rows: list[Row]) -> defaultdict[str, tuple[Row, ...]]:
    """Return the rows of each activity."""
    found: defaultdict[str, tuple[Row, ...]] = defaultdict(tuple)
    for row in rows:
        found[row["activity_id"]] += (row,)
    return found
