"""The result of a run -> its run.json, and the summary that a person reads at its end."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
from rich.console import Console
from rich.table import Table

from etl import schema, table_files, terminal
from etl.result import Result
from etl.sources import letters

TOLD = ("date", "country", "host_country", "participants", "trained", "audience", "donors", "programme")
MOST_WARNINGS = 20  # on the terminal; run.json has all
PACKAGES = ("assistance-dashboard", "pandas", "pyarrow", "duckdb")


def about(result: Result, folder: Path, sources: Sequence[Path], organisation: str | None = None) -> dict[str, Any]:
    """Return what run.json says of a run with tables in `folder`: inputs with checksums, versions, counts, warnings.

    No time of day is in it.
    """
    documents = table_files.read(folder, "documents", ["document", "checksum"]).to_pydict()
    return {
        "sources": [letters(str(path)) for path in sources],
        "organisation": organisation,
        "documents": dict(zip(documents["document"], documents["checksum"], strict=True)),
        "versions": {"python": sys.version.split()[0]} | {name: version(name) for name in PACKAGES},
        "counts": counts(folder),
        "withdrawn": result.withdrawn,
        "unread": result.unread,
        "refused": result.refused,
        "corrections": result.corrections,
        "unchanged": result.unchanged,
        "warnings": result.warnings,
    }


def counts(folder: Path) -> dict[str, int]:
    """Return how many documents, items, mentions, activities there are, and how many mentions were merged away."""
    documents = table_files.read(folder, "documents", ["items"])
    activities = table_files.read(folder, "activities", ["mentions"])
    return {
        "documents": len(documents),
        "items": pc.sum(documents["items"]).as_py() or 0,
        "mentions": len(table_files.read(folder, "mentions", ["mention_id"])),
        "activities": len(activities),
        "merged": (pc.sum(activities["mentions"]).as_py() or 0) - len(activities),
    }


def known(folder: Path) -> dict[str, int]:
    """Return of how many activities something is known, by what, as a person calls it."""
    labels = {column.name: column.label.lower() for column in schema.ACTIVITIES}
    table = table_files.read(folder, "activities", TOLD)
    return {labels[name]: _known(table[name]) for name in TOLD}


def summary(result: Result, folder: Path, out: Path, seconds: float | None = None) -> None:
    """Print counts, how many activities each field is known of, and all that a person must be told.

    The tables are in `folder`; the reader is told of `out`.
    """
    took = "" if seconds is None else f" in {seconds:.1f} s"
    table = Table(show_header=False)
    table.add_column()
    table.add_column(justify="right")
    for name, count in counts(folder).items():
        table.add_row(name, f"{count:,}")
    table.add_section()
    for name, count in known(folder).items():
        table.add_row(f"with {name}", f"{count:,}")
    unchanged = f"; {result.unchanged:,} files are as the last run read them" if result.unchanged else ""
    terminal.out().print(f"Written to {out}{took}{unchanged}", table, sep="\n")
    _tell(terminal.errors(), result)


def nothing_changed(before: dict[str, Any], out: Path) -> None:
    """Say that the tables of the last run stand, and what it had to say."""
    terminal.out().print(f"Nothing has changed since run {before['run']}: its tables in {out} stand.")
    said = {name: before[name] for name in ("warnings", "unread", "refused")}
    _tell(terminal.errors(), Result(**said))


def nothing_read(result: Result, out: Path) -> None:
    """Say that no document could be read, why, and that what stood in `out` still stands."""
    terminal.out().print(f"No document could be read: nothing was written to {out}.")
    _tell(terminal.errors(), result)


def _known(column: pa.ChunkedArray) -> int:
    """Return how many values are none that says nothing."""
    filled = pc.greater(pc.list_value_length(column), 0) if pa.types.is_list(column.type) else pc.is_valid(column)
    return pc.sum(filled).as_py() or 0


def _tell(console: Console, result: Result) -> None:
    for heading, lines in (
        ("could not be read", result.unread),
        ("corrections were refused", result.refused),
        ("warnings", result.warnings),
    ):
        if lines:
            console.print(f"{len(lines)} {heading}:")
            for line in lines[:MOST_WARNINGS]:
                console.print(f"  {line}")
        if len(lines) > MOST_WARNINGS:
            console.print(f"  and {len(lines) - MOST_WARNINGS} more, all in run.json")
