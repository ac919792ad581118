"""A run or a day -> what later runs did to activities."""

from __future__ import annotations

from dashboard.data import Data
from dashboard.filters import first_day
from dashboard.queries.answers import Change

BEFORE_ALL = "0"  # comes before the name of any run


def changes(data: Data, since: str = "") -> list[Change]:
    """Return what changed since a run or a day (YYYY, YYYY-MM, YYYY-MM-DD), newest first; "" for all but the first run.

    Of a day the runs count that ended on it or later; see `run_before` for what is not known of them.
    """
    run, _ = run_before(data, since)
    rows = data.rows(
        "select run, activity_id, change, fields, case when title is not null then activities end"
        " from changes left join activities"
        " using (activity_id) where run > coalesce(nullif(?, ''), (select min(run) from changes))"
        " order by run desc, change, activity_id",
        [run],
    )
    return [Change(run, name, change, tuple(fields or ()), row) for run, name, change, fields, row in rows]


def run_before(data: Data, since: str) -> tuple[str, bool]:
    """Return the last run that ended before the day `since`, or the run of that name, and whether that is sure.

    It is not where no run that is known ended before that day but earlier ones, of which nobody kept the end, may
    have: then the run is "" (the first).
    """
    try:
        day = first_day(since).isoformat()
    except ValueError:
        return since, True  # the name of a run
    ends = [(run, end[:10]) for run, end in data.history if end]
    if before := [run for run, end in ends if end < day]:
        return before[-1], True
    oldest = ends[0][0] if ends else ""
    forgotten = data.rows("select count(*) from changes where run < ? or ? = ''", [oldest, oldest])[0][0]
    return ("", False) if forgotten else (BEFORE_ALL, True)
