"""The data -> what a person should look at or has looked at: flags, confidence, reviews."""

from __future__ import annotations

from typing import Any

from dashboard.data import Data
from dashboard.queries.answers import Option
from dashboard.queries.memory import remembered

MOST_SHOWN = 300  # listed at once
BANDS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)  # of confidence; the last band holds 1 itself


@remembered
def flagged(data: Data) -> tuple[dict[str, Any], ...]:
    """Return activities with a flag (claims and projects too): those that break their order first, unsure ones next."""
    return tuple(
        data.records(
            "select * exclude (n) from activities where len(flags) > 0"
            f" order by list_contains(flags, 'breaks_order') desc, confidence, activity_id limit {MOST_SHOWN}"
        )
    )


@remembered
def reviewed(data: Data) -> tuple[dict[str, Any], ...]:
    """Return activities that a person has corrected or checked, corrected ones first."""
    return tuple(
        data.records(
            "select * exclude (n) from activities where review <> 'machine'"
            f" order by review desc, date_earliest desc nulls last, activity_id limit {MOST_SHOWN}"
        )
    )


@remembered
def by_confidence(data: Data) -> tuple[Option, ...]:
    """Count the events in each band of confidence, named by its lower end."""
    found = dict.fromkeys(BANDS[:-1], 0)
    rows = data.rows("select confidence, count(*) from activities where n in (select n from event) group by confidence")
    for confidence, count in rows:
        found[max((low for low in found if low <= confidence), default=BANDS[0])] += count
    return tuple(Option(f"{low:.2f}", count) for low, count in found.items())
