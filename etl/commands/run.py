"""Documents, or a register -> the tables in an output folder, and a summary of what was read."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from time import monotonic

from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

from etl import corrections_file, pipeline, report, store, terminal
from etl.corrections import Corrections
from etl.sources import Source, sources


def run(asked: argparse.Namespace) -> int:
    """Read `asked.sources` into `asked.out` and print a summary; 1 where a document could not be read, else 0."""
    begun = monotonic()
    result = read(asked)
    seconds = round(monotonic() - begun, 3)
    times = {"finished": datetime.now(UTC).isoformat(timespec="seconds"), "seconds": seconds}
    store.write(result.frames, report.about(result, asked.sources, asked.organisation) | times, asked.out)
    report.summary(result, asked.out, monotonic() - begun)
    return 1 if result.unread else 0


def read(asked: argparse.Namespace) -> pipeline.Result:
    """Return the tables of the documents and registers that the caller names."""
    corrections = Corrections(corrections_file.read(asked.corrections) if asked.corrections else ())
    registers = [path for path in asked.sources if store.is_register(path)]
    folders = [path for path in asked.sources if path not in registers]
    found = sources(folders) if folders else []
    with _progress(found) as tell:
        result = pipeline.run(found, asked.organisation, corrections, tell)
    return pipeline.with_registers(result, [store.load(path) for path in registers])


@contextmanager
def _progress(found: list[Source]) -> Iterator[pipeline.Tell]:
    """Show how far the reading is, on a terminal only."""
    console = terminal.errors()
    columns = (TextColumn("reading"), BarColumn(), TextColumn("{task.fields[name]}"), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task("reading", total=sum(source.size for source in found), name="")
        yield lambda source: bar.update(task, advance=source.size, name=source.name)
