"""The state of the data: how complete, how sure, from which documents, what was merged."""

from __future__ import annotations

from dashboard.data import Data
from dashboard.queries.answers import Completeness, Option, Quality
from dashboard.queries.memory import remembered
from etl.schema import ACTIVITIES

# Columns that every activity has, or that say something only of some: their share says nothing.
NOT_ASKED = (
    "activity_id", "level", "title", "date_basis", "kind", "region_text", "aggregate", "claimed_activities",
    "claimed_countries", "language", "confidence", "review", "flags", "mentions", "documents", "sources",
)  # fmt: skip
MOST_MERGES = 200  # shown at once
EVENTS = "activities where n in (select n from event)"


@remembered
def quality(data: Data) -> Quality:
    """Return the state of all events, whatever the filters."""
    merges = data.records(f"from merges order by score, mention_a limit {MOST_MERGES}")
    merged = f"select count(*) from {EVENTS} and mentions > 1"
    return Quality(
        completeness=_completeness(data),
        documents=tuple(data.records("from documents order by document")),
        flags=_counted(data, f"select unnest(flags) as value from {EVENTS}"),
        reviews=_counted(data, f"select review as value from {EVENTS}"),
        merged_activities=data.rows(merged)[0][0],
        merges=tuple(merges),
    )


def _completeness(data: Data) -> tuple[Completeness, ...]:
    asked = [column for column in ACTIVITIES if column.name not in NOT_ASKED]
    stated = ", ".join(
        f"count(*) filter (len({column.name}) > 0)" if column.type == "list" else f"count({column.name})"
        for column in asked
    )
    counts = data.rows(f"select {stated}, count(*) from {EVENTS}")[0]
    sure: dict[str, float] = dict(data.rows("select field, avg(confidence) from evidence where chosen group by field"))
    found = zip(asked, counts, strict=False)
    return tuple(Completeness(column.name, count, counts[-1], sure.get(column.name)) for column, count in found)


def _counted(data: Data, values: str) -> tuple[Option, ...]:
    rows = data.rows(f"select value, count(*) from ({values}) group by value order by 2 desc, 1")
    return tuple(Option(value, count) for value, count in rows)
