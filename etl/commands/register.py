"""Documents -> the register: the same tables as CSV, facts only, no words of the documents."""

from __future__ import annotations

import argparse
from pathlib import Path
from tempfile import TemporaryDirectory

import pandas as pd

from etl import corrections_file, pipeline, report, store, table_files, title
from etl.commands import run as reading
from etl.kept import Kept

WORDS = ("title",)  # fields whose evidence is the document's own words
NOT_OF_THE_TEXT = ("sources", "versions")  # of run.json: they differ from machine to machine


def run(asked: argparse.Namespace) -> int:
    """Read `asked.sources`, write the register into `asked.out` and print a summary; 1 where something fails."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        result = reading.read(asked, folder, Kept(folder / "kept"))
        about = report.about(result, folder, asked.sources, asked.organisation)
        said = {name: value for name, value in about.items() if name not in NOT_OF_THE_TEXT} | _read_until(asked)
        frames = {table: table_files.frame(folder, table) for table in pipeline.MADE}
        store.save_register(facts_only(frames), said, asked.out)
        report.summary(result, folder, asked.out)
    return int(bool(result.unread or result.refused))


def _read_until(asked: argparse.Namespace) -> dict[str, str]:
    """Return the day of the last correction as the register's end: the clock would make each remaking differ."""
    entries = corrections_file.read(asked.corrections) if asked.corrections else ()
    days = [entry.values["date"] for entry in entries]  # noqa: PD011 (no frame's values)
    return {"finished": max(days).isoformat()} if days else {}


def facts_only(frames: store.Frames) -> store.Frames:
    """Return the tables with titles made from the fields, and no evidence for words of the documents."""
    evidence = frames["evidence"]
    return frames | {
        "activities": _retitled(frames["activities"]),
        "mentions": _retitled(frames["mentions"]),
        "evidence": evidence[~evidence["field"].isin(WORDS)],
    }


def _retitled(frame: pd.DataFrame) -> pd.DataFrame:
    rows = ({str(name): value for name, value in row.items()} for row in frame.to_dict("records"))
    return frame.assign(title=[title.made(row) for row in rows])
