"""An output folder is whole at any moment, says the same for the same, and keeps what it should."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from itertools import count
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from etl import columns, schema, store, vocabulary
from etl.activities import member_of, merged, names
from etl.runs import RUNS, RUNS_KEPT, WRITING, only_one
from etl.same import tellings
from etl.store import CannotStore
from tests.etl.made import mention

ROOT = Path(__file__).parents[2]


def frames(*titles: str, people: int = 12) -> store.Frames:
    """Return whole tables of one activity for each title."""
    told = [mention(title, title, kind="training", date="2020-02-03", participants=people) for title in titles]
    ids = names([tellings.told(m) for m in told], [[n] for n in range(len(told))])
    rows = [merged([member_of(m)]) | {"activity_id": name} for m, name in zip(told, ids, strict=True)]
    named = [m.row | {"activity_id": row["activity_id"]} for m, row in zip(told, rows, strict=True)]
    evidence = [
        {"mention_id": m.row["mention_id"], "field": "kind", "value": "training", "chosen": True, "quote": "as it says",
         "line_start": 1, "line_end": 3, "locator": "lines 1-3", "rule": "made", "confidence": 0.8}
        for m in told
    ]  # fmt: skip
    document = dict.fromkeys([c.name for c in schema.DOCUMENTS]) | {
        "document": "a.txt", "title": "Words of it", "language": "en", "kind_of_document": "feed", "checksum": "0" * 64,
        "items": 1, "mentions": len(told), "warnings": [],
    }  # fmt: skip
    tables = {"activities": rows, "mentions": named, "evidence": evidence, "documents": [document], "merges": []}
    parts = {name: pa.Table.from_batches([columns.batch(rows, name)]) for name, rows in tables.items()}
    return {name: schema.to_pandas(table) for name, table in parts.items()}


def titles(out: Path) -> list[str]:
    return sorted(pd.read_parquet(out / "activities.parquet")["title"])


def test_tables_come_back_as_they_were_written(tmp_path: Path) -> None:
    written = frames("One", "Two")
    store.write(written, {"note": "x"}, tmp_path)
    loaded = store.load(tmp_path)
    for name, frame in written.items():
        assert schema.to_arrow(loaded[name], name).equals(schema.to_arrow(frame, name))
    assert store.about(tmp_path)["note"] == "x"
    assert pd.read_parquet(tmp_path / "mentions.parquet").shape[0] == 2


def test_the_same_tables_are_the_same_bytes_in_any_folder(tmp_path: Path) -> None:
    for folder in ("a", "b"):
        store.write(frames("One", "Two"), {"finished": folder}, tmp_path / folder)
    for name in schema.TABLES:
        assert (tmp_path / "a" / f"{name}.parquet").read_bytes() == (tmp_path / "b" / f"{name}.parquet").read_bytes()


def test_changes_are_only_ever_added_to(tmp_path: Path) -> None:
    one, two, three = frames("One", "Two"), frames("One", "Two"), frames("One", "Three")
    store.write(one, {}, tmp_path)
    assert store.load(tmp_path)["changes"]["change"].tolist() == ["new", "new"]
    store.write(two, {}, tmp_path)
    assert len(store.load(tmp_path)["changes"]) == 2  # nothing has changed
    three["activities"].loc[0, "kind"] = "workshop"
    store.write(three, {}, tmp_path)
    log = store.load(tmp_path)["changes"]
    assert log["change"].tolist()[:2] == ["new", "new"]
    assert sorted(log["change"].tolist()[2:]) == ["changed", "new", "withdrawn"]
    assert log.loc[log["change"] == "changed", "fields"].tolist() == [["kind"]]


def test_five_runs_are_kept_and_those_in_use(tmp_path: Path) -> None:
    first = store.write(frames("0"), {}, tmp_path)
    for n in range(1, RUNS_KEPT + 4):
        store.write(frames(str(n)), {}, tmp_path, in_use=[first])
    kept = sorted(path.name for path in (tmp_path / RUNS).iterdir() if path.is_dir())
    assert len(kept) == RUNS_KEPT + 2
    assert kept[0] == first
    assert titles(tmp_path) == [str(RUNS_KEPT + 3)]


def test_the_ends_of_runs_are_known_when_these_are_no_longer_kept(tmp_path: Path) -> None:
    for day in range(1, RUNS_KEPT + 4):
        store.write(frames(str(day)), {"finished": f"2021-05-{day:02d}"}, tmp_path)
    assert [end for _, end in store.history(tmp_path)] == [f"2021-05-{day:02d}" for day in range(1, RUNS_KEPT + 4)]
    assert len(list((tmp_path / RUNS).glob("0*"))) < RUNS_KEPT + 3


def test_a_folder_says_when_other_tables_stand_in_it(tmp_path: Path) -> None:
    out, register = tmp_path / "out", tmp_path / "register"
    run = store.write(frames("One"), {}, out)
    assert store.version(out) == run
    store.save_register(frames("One"), {}, register)
    before = store.version(register)
    assert store.version(register) == before
    store.save_register(frames("Two"), {}, register)
    assert store.version(register) not in (before, run)


def test_what_was_connected_does_not_change_under_the_reader(tmp_path: Path) -> None:
    store.write(frames("One"), {}, tmp_path)
    with store.connect(tmp_path) as connection:
        store.write(frames("One", "Two"), {}, tmp_path)
        assert connection.sql("select count(*) from activities").fetchall() == [(1,)]
    with store.connect(tmp_path) as connection:
        assert connection.sql("select count(*) from activities").fetchall() == [(2,)]


def test_what_is_cached_of_a_register_is_built_anew_when_a_vocabulary_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    register, data = tmp_path / "register", tmp_path / "data"
    store.save_register(frames("One"), {}, register)
    shutil.copytree(ROOT / "data" / "vocabulary", data / "vocabulary")
    monkeypatch.setattr(vocabulary, "DATA", data)
    built = []
    for _ in range(2):
        for _ in range(2):
            store.connect(register).close()
        built.append({path.name for path in tmp_path.glob("*/*.duckdb")})
        with (data / "vocabulary" / "regions.csv").open("a") as file:
            file.write("\n")
    assert [len(files) for files in built] == [1, 2]


def test_what_is_cached_of_a_register_does_not_lie_where_others_can_write(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    usual = tmp_path / f"assistance-dashboard-{os.getuid()}"
    usual.mkdir()
    usual.chmod(0o777)
    store.save_register(frames("One"), {}, tmp_path / "register")
    store.connect(tmp_path / "register").close()
    [built] = tmp_path.glob("*/*.duckdb")
    assert built.parent != usual


def test_a_register_is_tables_without_the_words_of_documents(tmp_path: Path) -> None:
    store.save_register(frames("One", "Two"), {"counts": 2}, tmp_path)
    assert "as it says" not in "".join(path.read_text() for path in tmp_path.iterdir())
    assert "Words of it" not in (tmp_path / "documents.csv").read_text()
    loaded = store.load(tmp_path)
    assert loaded["activities"]["participants"].tolist() == [12, 12]
    assert loaded["activities"]["country"].tolist() == [[], []]
    with store.connect(tmp_path) as connection:
        assert connection.sql("select count(*) from activities").fetchall() == [(2,)]
    store.save_register(loaded, {"counts": 2}, tmp_path / "again")
    for name in ("activities", "mentions", "merges"):
        assert (tmp_path / f"{name}.csv").read_bytes() == (tmp_path / "again" / f"{name}.csv").read_bytes()


def test_a_cell_that_is_no_number_is_named(tmp_path: Path) -> None:
    store.save_register(frames("One"), {}, tmp_path)
    path = tmp_path / "activities.csv"
    path.write_text(path.read_text().replace(",12,", ",dozen,"))
    with pytest.raises(CannotStore, match=r"activities.csv, line 2, column participants: 'dozen'"):
        store.load(tmp_path)


def test_a_folder_without_tables_says_how_to_make_them(tmp_path: Path) -> None:
    with pytest.raises(CannotStore, match="python -m etl run"):
        store.load(tmp_path)


def test_files_of_somebody_else_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mentions.parquet").write_text("mine")
    with pytest.raises(CannotStore, match="left alone"):
        store.write(frames("One"), {}, tmp_path)
    assert (tmp_path / "mentions.parquet").read_text() == "mine"


def test_two_writers_do_not_meet(tmp_path: Path) -> None:
    with only_one(tmp_path, WRITING), pytest.raises(CannotStore, match="another run"):
        store.write(frames("One"), {}, tmp_path)


def test_tables_that_are_files_are_moved(tmp_path: Path) -> None:
    store.write(frames("One"), {}, tmp_path / "frames")
    with store.aside(tmp_path / "files") as folder:
        files = {name: folder / f"{name}.parquet" for name in frames("One")}
        for name, path in files.items():
            shutil.copy((tmp_path / "frames" / f"{name}.parquet"), path)
        store.write(files, {}, tmp_path / "files")
    for name in schema.TABLES:
        told = [(tmp_path / kind / f"{name}.parquet").read_bytes() for kind in ("frames", "files")]
        assert told[0] == told[1]


def test_one_run_at_a_time_reads_for_a_folder_and_what_a_killed_one_left_is_gone(tmp_path: Path) -> None:
    with store.aside(tmp_path) as folder:
        with pytest.raises(CannotStore, match="another run"), store.aside(tmp_path):
            pass
        assert folder.is_dir()
    assert not folder.exists()
    folder.mkdir()
    (folder / "mentions.parquet").write_text("half")
    with store.aside(tmp_path) as folder:
        assert not list(folder.iterdir())


HOLDER = """
import os, sys, time
from pathlib import Path
from etl import store
with store.aside(Path(sys.argv[1])):
    if not os.fork():  # the child, once it has let go of what it was born with
        print("ready", flush=True)
    time.sleep(60)
"""


def test_a_process_that_outlives_a_killed_run_keeps_no_other_out(tmp_path: Path) -> None:
    command, environment = [sys.executable, "-c", HOLDER, str(tmp_path)], os.environ | {"PYTHONPATH": str(ROOT)}
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=environment, start_new_session=True) as process:
        assert process.stdout is not None
        process.stdout.readline()
        try:
            with pytest.raises(CannotStore, match="another run"), store.aside(tmp_path):
                pass
            process.kill()
            process.wait()
            with store.aside(tmp_path) as folder:
                assert folder.is_dir()
        finally:
            os.killpg(process.pid, signal.SIGKILL)


def test_no_room_aside_is_said(tmp_path: Path) -> None:
    with pytest.raises(CannotStore, match="No space left"), store.aside(tmp_path):
        raise OSError(28, "No space left on device")


def test_a_full_disk_leaves_the_last_good_tables(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store.write(frames("One"), {}, tmp_path)

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(pq.ParquetWriter, "write_table", full)
    with pytest.raises(CannotStore, match=r"No space left on device.*Make room"):
        store.write(frames("One", "Two"), {}, tmp_path)
    assert titles(tmp_path) == ["One"]
    assert not (tmp_path / RUNS / ".partial").exists()


STEPS = ("rename", "symlink_to", "replace")  # of the swap, all done through Path


@pytest.mark.parametrize("step", range(1, 5))
def test_a_run_that_ends_before_any_step_of_the_swap_leaves_whole_tables(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    store.write(frames("One", "Two"), {}, tmp_path)
    made = count(1)

    def ending(real: Callable[..., Any]) -> Callable[..., Any]:
        def do(*given: Any, **more: Any) -> Any:
            if next(made) == step:
                raise KeyboardInterrupt
            return real(*given, **more)

        return do

    with monkeypatch.context() as patch, suppress(KeyboardInterrupt):
        for name in STEPS:
            patch.setattr(Path, name, ending(getattr(Path, name)))
        store.write(frames("Three"), {}, tmp_path)
    found = titles(tmp_path)
    assert found in (["One", "Two"], ["Three"])
    with store.connect(tmp_path) as connection:
        assert connection.sql("select count(*) from activities").fetchall() == [(len(found),)]
    store.write(frames("Four"), {}, tmp_path)
    assert titles(tmp_path) == ["Four"]


# What a run is about to do when it is killed, and to which file.
MOMENTS = (
    ("open", "/.lock"), ("os.mkdir", "/.partial"), ("open", "/mentions.parquet"), ("open", "/.partial/run.json"),
    ("os.remove", "/dashboard.duckdb"), ("os.rename", "/.partial"), ("os.symlink", "/.current.new"),
    ("os.rename", "/.current.new"), ("os.scandir", "/runs"),
)  # fmt: skip
WRITER = """
import os, signal, sys
from pathlib import Path
from etl import store
from tests.etl.test_store import MOMENTS, frames

def end_at(event, file):
    def look(happens, given):
        if happens == event and any(str(one).endswith(file) for one in given):
            os.kill(os.getpid(), signal.SIGKILL)
    sys.addaudithook(look)

for number, moment in enumerate(MOMENTS):
    child = os.fork()
    if not child:
        end_at(*moment)
        store.write(frames("One", "Two"), {}, Path(sys.argv[1]) / str(number))
        os._exit(0)
    assert os.waitpid(child, 0)[1] == signal.SIGKILL, moment
"""


@pytest.fixture(scope="module")
def killed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of output folders with good tables, by the number of the moment at which a second run was killed."""
    folder = tmp_path_factory.mktemp("killed")
    store.write(frames("One", "Two"), {"good": True}, folder / "good")
    for number in range(len(MOMENTS)):
        shutil.copytree(folder / "good", folder / str(number), symlinks=True)
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    subprocess.run([sys.executable, "-c", WRITER, str(folder)], env=environment, check=True)
    return folder


@pytest.mark.parametrize("number", range(len(MOMENTS)), ids=[" ".join(moment) for moment in MOMENTS])
def test_a_run_that_is_killed_leaves_whole_tables(killed: Path, number: int) -> None:
    out = killed / str(number)
    assert titles(out) == ["One", "Two"]
    assert all(len(frame) for name, frame in store.load(out).items() if name != "merges")
    assert json.loads((out / "run.json").read_text())["run"]
    with store.connect(out) as connection:
        assert connection.sql("select count(*) from activities").fetchall() == [(2,)]
    store.write(frames("Three"), {}, out)  # and what was left half done is in nobody's way
    assert titles(out) == ["Three"]
    assert not (out / RUNS / ".partial").exists()
