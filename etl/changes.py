"""The activities of the run before and of this one -> what became new, changed or withdrawn."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pyarrow as pa

from etl import table_files
from etl.schema import ACTIVITIES, arrow

KEY = "activity_id"
COMPARED = [column.name for column in ACTIVITIES if column.name != KEY]
BOTH = """
select $run as run, coalesce(old.activity_id, new.activity_id) as activity_id,
    case when old.activity_id is null then 'new' when new.activity_id is null then 'withdrawn' else 'changed' end
        as change,
    case when change = 'changed' then list_filter([{differing}], lambda name: name <> '') else [] end as fields
from (from read_parquet($before) {limit}) as old full join read_parquet($now) as new
    on old.activity_id = new.activity_id
where change <> 'changed' or len(fields) > 0
order by activity_id
"""
DIFFERS = "case when old.{name} is distinct from new.{name} then '{name}' else '' end"


def changed(before: Path | None, now: Path, run: str) -> pa.Table:
    """Return the rows that `run` adds to the table of changes, in the order of the activities' names.

    `before` and `now` are files of tables of activities; where there is none before, or it is damaged, all are new.
    Columns that an older version did not have are not compared.
    """
    known = table_files.columns_of(before) if before else frozenset()
    before = before if KEY in known else None
    differing = ", ".join(DIFFERS.format(name=name) for name in COMPARED if name in known or not before)
    query = BOTH.format(differing=differing, limit="" if before else "limit 0")
    with duckdb.connect() as connection:
        found = connection.sql(query, params={"run": run, "before": str(before or now), "now": str(now)})
        return found.to_arrow_table().cast(arrow("changes"))
