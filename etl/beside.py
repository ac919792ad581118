"""The tables of a run, and registers -> the same files with what the registers hold beside their own rows."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pandas as pd

from etl import schema, table_files
from etl.result import Result
from etl.table_files import TableFile

# What tells the rows of each table apart.
KEYS = {
    "activities": "activity_id",
    "mentions": "mention_id",
    "evidence": "mention_id",
    "documents": "document",
    "merges": "mention_a",
}
Register = tuple[dict[str, pd.DataFrame], dict[str, Any]]  # its tables and its run.json


def with_registers(result: Result, folder: Path, registers: Sequence[Register]) -> Result:
    """Add to the files in `folder` what registers hold; what a file has of an activity or document stands as it is."""
    withdrawn, corrections = list(result.withdrawn), list(result.corrections)
    for register, said in registers:
        withdrawn += said.get("withdrawn", [])
        corrections += said.get("corrections", [])
        for table, key in KEYS.items():
            _add(folder, table, key, register[table])
    return replace(result, withdrawn=withdrawn, corrections=corrections)


def _add(folder: Path, table: str, key: str, rows: pd.DataFrame) -> None:
    path = table_files.path_of(folder, table)
    known = set(table_files.read(folder, table, [key]).column(key).to_pylist())
    with closing(TableFile(path.with_suffix(".new"), table)) as file:
        for part in table_files.parts(path):
            file.add(part)
        file.add(schema.to_arrow(rows[~rows[key].isin(known)], table))
    path.with_suffix(".new").replace(path)
