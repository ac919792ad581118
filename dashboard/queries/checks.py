"""The data -> the named checks of its tables, made once for a run."""

from __future__ import annotations

from dashboard.data import Data
from dashboard.queries.memory import remembered
from etl import checks as named_checks
from etl import schema
from etl.checks import Check

MOST_ACTIVITIES = 20_000  # more take seconds: then `python -m etl check` tells


@remembered
def checks(data: Data) -> tuple[Check, ...]:
    """Return the checks; none where the tables are too large to be checked while a reader waits."""
    if data.rows("select count(*) from activities")[0][0] > MOST_ACTIVITIES:
        return ()
    frames = {}
    for table in schema.TABLES:
        names = ", ".join(column.name for column in schema.TABLES[table])
        frames[table] = schema.to_pandas(data.connection.sql(f"select {names} from {table}").to_arrow_table())
    return tuple(named_checks.check(frames, dict(data.about)))
