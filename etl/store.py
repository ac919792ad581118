"""Tables <-> an output folder, or the register. With etl/runs.py the only code that writes or reads one."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd

from etl import engine, runs, schema, table_files, vocabulary
from etl.changes import changed
from etl.own_folder import own_folder
from etl.runs import CannotStore as CannotStore  # part of what the dashboard may know of the store
from etl.table_files import TableFile
from etl.tables_csv import from_csv, to_csv

__all__ = [
    *("CannotStore", "Frames", "Tables", "about", "aside", "check", "connect", "history", "is_register", "load"),
    *("readings", "save_register", "version", "write"),
]
RUN_FILE, ENGINE_FILE = "run.json", "dashboard.duckdb"
READ = tuple(table for table in schema.TABLES if table != "changes")  # what a run hands over
PLAIN_NAMES = (*(f"{table}.parquet" for table in schema.TABLES), RUN_FILE, ENGINE_FILE)
IN_REGISTER = ("activities", "mentions", "documents")  # a folder with these as CSV is one; the others may be lacking
NOT_IN_REGISTER = {"evidence": ("quote",), "documents": ("title",)}  # words of the documents
Frames = dict[str, pd.DataFrame]
Tables = Mapping[str, pd.DataFrame | Path]


@contextmanager
def aside(out: Path) -> Iterator[Path]:
    """Hand out an empty folder of `out` for the tables of a run that is under way, and remove it at the end.

    Raises CannotStore where another run is under way, or what is done meanwhile raises OSError: no room.
    """
    try:
        with runs.only_one(out, runs.READING), runs.emptied(out / runs.RUNS / runs.ASIDE) as folder:
            yield folder
    except OSError as error:
        raise CannotStore(_advice(out, error)) from error


def write(tables: Tables, said: dict[str, Any], out: Path, in_use: Collection[str] = ()) -> str:
    """Write `tables` (all but `changes`) as a new run of the folder `out` and make it the current one.

    Tables that are files are moved there; `said` goes into run.json. Returns the run's name: its number in this folder
    and a checksum of its tables. Of the earlier runs the last five and those named `in_use` (by saved briefings) are
    kept. Raises CannotStore; then, as after being killed at any moment, the folder's last good tables are as they were.
    """
    try:
        with runs.only_one(out, runs.WRITING):
            runs.refuse_strangers(out, PLAIN_NAMES)
            try:
                run = _write_run(tables, said, out)
                runs.make_current(out, run, PLAIN_NAMES)
            finally:
                runs.remove_partial(out)
            runs.tidy(out, {run, *in_use})
    except (OSError, duckdb.Error) as error:
        raise CannotStore(_advice(out, error)) from error
    return run


def load(folder: Path) -> Frames:
    """Return the current tables of an output folder, or those of a folder in the form of the register, by name.

    Raises CannotStore where it is neither, or where a table cannot be read.
    """
    check(folder)
    run = runs.current(folder)
    try:
        if run:
            return {name: _load_parquet(run, name) for name in schema.TABLES}
        return {name: _load_csv(folder / f"{name}.csv", name) for name in schema.TABLES}
    except (OSError, ValueError) as error:
        raise CannotStore(f"{folder}: its tables cannot be read ({error}). Make them anew.") from error


def check(folder: Path) -> None:
    """Raise CannotStore where `folder` is neither an output folder nor one in the form of the register."""
    if not runs.current(folder) and not is_register(folder):
        raise CannotStore(f"{folder}: there are no tables in it. Make them: python -m etl run SOURCE --out {folder}")


def about(folder: Path) -> dict[str, Any]:
    """Return run.json of the current run of an output folder, or of the register; {} where there is none.

    Raises CannotStore where it cannot be read.
    """
    path = (runs.current(folder) or folder) / RUN_FILE
    if not path.is_file():
        return {}
    try:
        return runs.said_in(path)
    except (OSError, ValueError) as error:
        raise CannotStore(f"{path}: cannot be read ({error}). Make the tables anew.") from error


def history(folder: Path) -> list[tuple[str, str]]:
    """Return name and end (ISO 8601) of an output folder's runs, oldest first; [] for a register.

    Those that are no longer kept are known from what later ones say of them; runs of older versions do not.
    """
    run = runs.current(folder)
    ends: dict[str, str] = {}
    for path in sorted(run.parent.glob(f"[0-9]*-*/{RUN_FILE}")) if run else []:
        with suppress(OSError, ValueError):  # what was damaged since says nothing
            said = runs.said_in(path)
            ends |= said.get("ends", {}) if path.parent == run else {}
            ends[path.parent.name] = str(said.get("finished", ""))
    return sorted(ends.items())


def version(folder: Path) -> str:
    """Return what differs as soon as other tables stand in the folder: the run, or when a register's files changed."""
    if run := runs.current(folder):
        return run.name
    files = ((path.name, path.stat()) for path in sorted((*folder.glob("*.csv"), *folder.glob(RUN_FILE))))
    said = repr([(name, found.st_mtime_ns, found.st_size) for name, found in files])
    return sha256(said.encode()).hexdigest()[:16]


def connect(folder: Path) -> duckdb.DuckDBPyConnection:
    """Return a read-only connection to what the dashboard asks, of an output folder or of the register.

    A later run does not change what it sees. Raises CannotStore where the folder has no tables.
    """
    try:
        return engine.connect((runs.current(folder) or folder) / ENGINE_FILE)
    except duckdb.Error:  # the register has none; that of another version may not be what is asked
        return engine.connect(_cached_engine(folder))


def readings(out: Path) -> Path:
    """Return where an output folder keeps what was made of each document, for the next run."""
    return out / runs.READINGS


def is_register(folder: Path) -> bool:
    """Say whether `folder` has the form of the register (tables as CSV)."""
    return all((folder / f"{name}.csv").is_file() for name in IN_REGISTER)


def save_register(frames: Frames, said: dict[str, Any], folder: Path) -> None:
    """Write `frames` in the form of the register: CSV, without quotes and titles of documents. Raises CannotStore."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name in READ:
            runs.replace_text(folder / f"{name}.csv", to_csv(frames[name], name, NOT_IN_REGISTER.get(name, ())))
        runs.replace_text(folder / RUN_FILE, _json(said))
    except OSError as error:
        raise CannotStore(_advice(folder, error)) from error


def _write_run(tables: Tables, said: dict[str, Any], out: Path) -> str:
    """Write a whole run aside and return its name."""
    partial = runs.new_partial(out)
    for name in READ:
        _put(tables[name], table_files.path_of(partial, name), name)
    run = f"{runs.next_number(out):04d}-{_checksum(partial.iterdir())[:8]}"
    _write_changes(runs.current(out), partial, run)
    (partial / RUN_FILE).write_text(_json({"run": run} | said | {"ends": dict(history(out))}), encoding="utf-8")
    engine.build({name: table_files.path_of(partial, name) for name in schema.TABLES}, partial / ENGINE_FILE)
    return run


def _put(table: pd.DataFrame | Path, path: Path, name: str) -> None:
    if isinstance(table, Path):
        shutil.move(table, path)
        return
    with closing(TableFile(path, name)) as file:
        file.add(schema.to_arrow(table, name))


def _write_changes(before: Path | None, now: Path, run: str) -> None:
    """Write what the run `run` in the folder `now` changes behind what is known from `before`."""
    with closing(TableFile(table_files.path_of(now, "changes"), "changes")) as file:
        known = table_files.path_of(before, "changes") if before else None
        readable = known and table_files.columns_of(known) >= set(schema.arrow("changes").names)
        for part in table_files.parts(known) if known and readable else ():
            file.add(part)
        old = table_files.path_of(before, "activities") if before else None
        file.add(changed(old, table_files.path_of(now, "activities"), run))


def _checksum(paths: Iterable[Path]) -> str:
    total = sha256()
    for path in sorted(paths):
        total.update(path.name.encode() + sha256(path.read_bytes()).digest())
    return total.hexdigest()


def _json(said: dict[str, Any]) -> str:
    return json.dumps(said, indent=1, ensure_ascii=False) + "\n"


def _load_parquet(run: Path, table: str) -> pd.DataFrame:
    found = table_files.frame(run, table)
    if lacking := [name for name in schema.arrow(table).names if name not in found.columns]:
        raise ValueError(f"{table} is of another version: {', '.join(lacking)} is lacking")
    return found


def _load_csv(path: Path, table: str) -> pd.DataFrame:
    try:
        return from_csv(path.read_text(encoding="utf-8") if path.is_file() else "", table)
    except ValueError as error:
        raise ValueError(f"{path.name}, {error}") from error


def _cached_engine(folder: Path) -> Path:
    """Return the dashboard's file for tables that have none, built once for each state of tables, code and meanings."""
    tables = runs.current(folder) or folder
    made_by = [Path(module.__file__ or "") for module in (engine, schema)]
    made_by += (vocabulary.DATA / "vocabulary").glob("*.csv")  # which country lies in which region goes into the file
    key = _checksum([*tables.glob("*.parquet"), *tables.glob("*.csv"), *made_by])
    cache = own_folder("assistance-dashboard")
    path = cache / f"{key[:16]}-{duckdb.__version__}.duckdb"
    if not path.is_file():
        with tempfile.TemporaryDirectory(dir=cache) as aside:
            engine.build(load(folder), Path(aside) / ENGINE_FILE)
            (Path(aside) / ENGINE_FILE).replace(path)
    return path


def _advice(out: Path, error: Exception) -> str:
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return f"{out}: cannot be written ({reason}). Make room or choose another folder; its last good tables are whole."
