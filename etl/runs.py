"""The runs of an output folder: one writer at a time, a new run made current in one step, old runs removed.

OUT/runs/0007-3fa2b1c4/*.parquet, run.json, dashboard.duckdb: one run, written aside and then renamed.
OUT/current -> runs/0007-3fa2b1c4: swapped in one step.
OUT/runs/.aside/*.parquet: the tables of a run that is under way.
OUT/.readings/: what was made of each document, so that the next run reads only those that have changed.
OUT/mentions.parquet -> current/mentions.parquet and so on: so that the tables open by their plain names.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from fcntl import LOCK_EX, LOCK_NB, flock
from pathlib import Path
from typing import Any

from etl.output_folder import CURRENT as CURRENT
from etl.output_folder import RUNS as RUNS

PARTIAL, READINGS = ".partial", ".readings"
ASIDE = ".aside"  # the tables of a run that is not all read
READING, WRITING = ".reading", ".lock"  # what one run at a time may do
RUNS_KEPT = 5  # beside the current one: a week of daily runs can be looked back at


class CannotStore(Exception):  # noqa: N818
    """A folder cannot be written or read; the message names it, says why and what to do."""


@contextmanager
def only_one(out: Path, doing: str) -> Iterator[None]:
    """Keep other runs from reading for the folder, or from writing into it; raises CannotStore where one does."""
    (out / RUNS).mkdir(parents=True, exist_ok=True)
    with (out / RUNS / doing).open("w") as lock:
        try:
            flock(lock, LOCK_EX | LOCK_NB)
        except BlockingIOError as error:
            raise CannotStore(f"{out}: another run is writing into it. Wait, or choose another --out.") from error
        os.register_at_fork(after_in_child=lock.close)  # a reader that outlives a killed run must not keep others out
        yield


def refuse_strangers(out: Path, names: Sequence[str]) -> None:
    """Raise CannotStore where a file of somebody else has one of the plain names of the tables."""
    for path in (out / CURRENT, *(out / name for name in names)):
        if path.exists() and not path.is_symlink():
            raise CannotStore(f"{path}: this was not written by a run and is left alone. Choose another --out.")


def new_partial(out: Path) -> Path:
    """Return an empty folder to write a run into, out of sight."""
    partial = out / RUNS / PARTIAL
    remove_partial(out)  # what a killed run has left
    partial.mkdir()
    return partial


def remove_partial(out: Path) -> None:
    """Remove what a run has written that did not end."""
    shutil.rmtree(out / RUNS / PARTIAL, ignore_errors=True)


@contextmanager
def emptied(folder: Path) -> Iterator[Path]:
    """Hand out an empty folder and remove it at the end; what a killed run has left in it goes first."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def current(out: Path) -> Path | None:
    """Return the folder of the current run, None where there is none; a later run does not change what is in it."""
    return (out / CURRENT).resolve() if (out / CURRENT).is_dir() else None


def said_in(path: Path) -> dict[str, Any]:
    """Return what a run.json says; OSError where it cannot be opened, ValueError where it is no object of JSON."""
    said = json.loads(path.read_text(encoding="utf-8"))
    if not isinstance(said, dict):
        raise ValueError("it is no object of JSON")
    return said


def next_number(out: Path) -> int:
    """Return the number of the next run of this folder, from 1 on."""
    numbers = (path.name.split("-")[0] for path in (out / RUNS).glob("[0-9]*-*"))
    return max((int(number) for number in numbers if number.isdecimal()), default=0) + 1


def make_current(out: Path, run: str, names: Sequence[str]) -> None:
    """Name the partial run `run` and make it the current one; `names` are the files that it opens by plain names."""
    partial = out / RUNS / PARTIAL
    for path in (*partial.iterdir(), partial):
        _to_disk(path)
    partial.rename(out / RUNS / run)
    for name in names:  # before the swap: of a first run, all tables appear at once
        _link(out / name, Path(CURRENT) / name)
    _link(out / CURRENT, Path(RUNS) / run)
    _to_disk(out)


def tidy(out: Path, kept: Collection[str]) -> None:
    """Remove all runs but the newest few and those whose names are in `kept`."""
    runs = sorted(path for path in (out / RUNS).glob("[0-9]*-*") if path.is_dir())
    for path in runs[: -RUNS_KEPT - 1]:
        if path.name not in kept:
            shutil.rmtree(path, ignore_errors=True)


def replace_text(path: Path, text: str) -> None:
    """Write a text file in one step."""
    new = path.with_name(f".{path.name}.new")
    new.write_text(text, encoding="utf-8")
    new.replace(path)


def _link(path: Path, target: Path) -> None:
    if path.is_symlink() and path.readlink() == target:
        return
    new = path.with_name(f".{path.name}.new")
    new.unlink(missing_ok=True)
    new.symlink_to(target)
    new.replace(path)


def _to_disk(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
