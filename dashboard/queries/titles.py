"""The data and a language -> the title of each activity as its reader sees it, for filters of the column."""

from __future__ import annotations

from dashboard.data import Data
from dashboard.headings import heading
from dashboard.queries.memory import remembered

MOST_ACTIVITIES = 20_000  # more would keep the first reader waiting: then titles are looked at as they are stored
FIELDS = "n, title, aggregate, kind, topics, country, region_text, date"


@remembered
def titles(data: Data, language: str) -> tuple[tuple[int, str], ...]:
    """Return number and title of every activity; none where there are too many, or where all stand as stored."""
    if language == "en" or data.rows("select count(*) from activities")[0][0] > MOST_ACTIVITIES:
        return ()
    return tuple((row["n"], heading(row, language)) for row in data.records(f"select {FIELDS} from activities"))
