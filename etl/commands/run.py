"""Documents, or a register -> the tables in an output folder, and a summary of what was read."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic
from typing import Any

from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

from etl import corrections_file, kept, pipeline, report, store, table_files, terminal
from etl.beside import with_registers
from etl.corrections import Corrections
from etl.in_use import runs_in_use
from etl.result import Result
from etl.sources import Source, sources


def run(asked: argparse.Namespace) -> int:
    """Read `asked.sources` into `asked.out` and print a summary; 1 where a document could not be read, else 0.

    Where nothing has changed since the last run into that folder, its tables stand and nothing is written.
    """
    begun = monotonic()
    made_from = _made_from(asked)
    before = _said_before(asked.out)
    if made_from and before.get("made_from") == made_from:
        report.nothing_changed(before, asked.out)
        return 1 if before["unread"] else 0
    with store.aside(asked.out) as folder:
        result = read(asked, folder, kept.Kept(store.readings(asked.out)))
        said = report.about(result, folder, asked.sources, asked.organisation)
        if result.unread and not said["documents"]:  # what stands in the folder is worth more than nothing
            report.nothing_read(result, asked.out)
            return 1
        finished = datetime.now(UTC).isoformat(timespec="seconds")
        said |= {"finished": finished, "seconds": round(monotonic() - begun, 3), "made_from": made_from}
        written = {name: table_files.path_of(folder, name) for name in pipeline.MADE}
        store.write(written, said, asked.out, runs_in_use(asked.state))
    report.summary(result, asked.out, asked.out, monotonic() - begun)
    return 1 if result.unread else 0


def _said_before(out: Path) -> dict[str, Any]:
    """Return what the last run said; {} where that is damaged, so that all is made anew."""
    try:
        return store.about(out)
    except store.CannotStore:
        return {}


def _made_from(asked: argparse.Namespace) -> str:
    """Return what the run would be made from; "" where a file of it cannot be opened (the run will say which)."""
    names = {source.name: source.path for source in sources(asked.sources)}
    corrections = {"corrections": asked.corrections} if asked.corrections else {}
    try:
        return kept.made_from(names | corrections, asked.organisation or "", *(str(path) for path in asked.sources))
    except OSError:
        return ""


def read(asked: argparse.Namespace, folder: Path, before: kept.Kept) -> Result:
    """Write the tables of the documents and registers that the caller names; what was read `before` is taken."""
    corrections = Corrections(corrections_file.read(asked.corrections) if asked.corrections else ())
    registers = [path for path in asked.sources if store.is_register(path)]
    folders = [path for path in asked.sources if path not in registers]
    found = sources(folders) if folders else []
    with _progress(found) as tell:
        result = pipeline.write(found, folder, before, asked.organisation, corrections, tell, asked.scheduler)
    return with_registers(result, folder, [(store.load(path), store.about(path)) for path in registers])


@contextmanager
def _progress(found: list[Source]) -> Iterator[pipeline.Tell]:
    """Show how far the reading is, on a terminal only."""
    console = terminal.errors()
    columns = (TextColumn("reading"), BarColumn(), TextColumn("{task.fields[name]}"), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task("reading", total=sum(source.size for source in found), name="")
        yield lambda source: bar.update(task, advance=source.size, name=source.name)
