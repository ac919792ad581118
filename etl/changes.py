"""The activities of the run before and of this one -> what became new, changed or withdrawn."""

from __future__ import annotations

from typing import Any

import pandas as pd

from etl.schema import ACTIVITIES, TABLES

COLUMNS = [column.name for column in TABLES["changes"]]
COMPARED = [column.name for column in ACTIVITIES if column.name != "activity_id"]


def changed(before: pd.DataFrame, now: pd.DataFrame, run: str) -> pd.DataFrame:
    """Return the rows that `run` adds to the table of changes, in the order of the activities' names."""
    old, new = _by_id(before), _by_id(now)
    rows: list[tuple[str, str, str, list[str]]] = []
    for activity_id in sorted(old.keys() | new.keys()):
        if activity_id not in old:
            rows.append((run, activity_id, "new", []))
        elif activity_id not in new:
            rows.append((run, activity_id, "withdrawn", []))
        elif fields := [f for f in COMPARED if old[activity_id][f] != new[activity_id][f]]:
            rows.append((run, activity_id, "changed", fields))
    return pd.DataFrame(rows, columns=COLUMNS, dtype=object)


def _by_id(frame: pd.DataFrame) -> dict[str, dict[str, Any]]:
    columns = {name: frame[name].astype(object).where(frame[name].notna(), None) for name in COMPARED}
    rows = [dict(zip(columns, values, strict=True)) for values in zip(*columns.values(), strict=True)]
    return dict(zip(frame["activity_id"], rows, strict=True))
