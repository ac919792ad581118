"""The result of a run -> its run.json, and the summary that a person reads at its end."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pandas as pd
from rich.console import Console
from rich.table import Table

from etl import schema, terminal
from etl.pipeline import Result

TOLD = ("date", "country", "host_country", "participants", "trained", "audience", "donors", "programme")
MOST_WARNINGS = 20  # on the terminal; run.json has all
PACKAGES = ("assistance-dashboard", "pandas", "pyarrow", "duckdb")


def about(result: Result, sources: Sequence[Path], organisation: str | None = None) -> dict[str, Any]:
    """Return what run.json says of a run: inputs with checksums, versions, counts, warnings; no time of day."""
    documents = result.frames["documents"]
    return {
        "sources": [str(path) for path in sources],
        "organisation": organisation,
        "documents": dict(zip(documents["document"], documents["checksum"], strict=True)),
        "versions": {"python": sys.version.split()[0]} | {name: version(name) for name in PACKAGES},
        "counts": counts(result.frames),
        "withdrawn": result.withdrawn,
        "unread": result.unread,
        "refused": result.refused,
        "corrections": result.corrections,
        "unchanged": result.unchanged,
        "warnings": result.warnings,
    }


def counts(frames: dict[str, pd.DataFrame]) -> dict[str, int]:
    """Return how many documents, items, mentions, activities there are, and how many mentions were merged away."""
    return {
        "documents": len(frames["documents"]),
        "items": int(frames["documents"]["items"].sum()),
        "mentions": len(frames["mentions"]),
        "activities": len(frames["activities"]),
        "merged": int((frames["activities"]["mentions"] - 1).sum()),
    }


def summary(result: Result, out: Path, seconds: float | None = None) -> None:
    """Print counts, how many activities each field is known of, and all that a person must be told."""
    took = "" if seconds is None else f" in {seconds:.1f} s"
    table = Table(show_header=False)
    table.add_column()
    table.add_column(justify="right")
    for name, count in counts(result.frames).items():
        table.add_row(name, f"{count:,}")
    table.add_section()
    for name, known in _known(result.frames["activities"]).items():
        table.add_row(f"with {name}", f"{known:,}")
    unchanged = f"; {result.unchanged:,} files are as the last run read them" if result.unchanged else ""
    terminal.out().print(f"Written to {out}{took}{unchanged}", table, sep="\n")
    _tell(terminal.errors(), result)


def nothing_changed(before: dict[str, Any], out: Path) -> None:
    """Say that the tables of the last run stand, and what it had to say."""
    terminal.out().print(f"Nothing has changed since run {before['run']}: its tables in {out} stand.")
    said = {name: before[name] for name in ("warnings", "unread", "refused")}
    _tell(terminal.errors(), Result({}, **said))


def nothing_read(result: Result, out: Path) -> None:
    """Say that no document could be read, why, and that what stood in `out` still stands."""
    terminal.out().print(f"No document could be read: nothing was written to {out}.")
    _tell(terminal.errors(), result)


def _known(activities: pd.DataFrame) -> dict[str, int]:
    labels = {column.name: column.label.lower() for column in schema.ACTIVITIES}
    return {labels[name]: sum(_is_known(value) for value in activities[name]) for name in TOLD}


def _is_known(value: Any) -> bool:
    return bool(value) if isinstance(value, list) else not pd.isna(value)


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
