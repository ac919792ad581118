"""A second run over a folder reads only what has changed, and says so."""

from __future__ import annotations

import pickle
import tracemalloc
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from etl import pipeline, store
from etl.__main__ import main
from etl.kept import Kept
from etl.packed import Packed
from etl.same import groups
from etl.same.tellings import Telling
from etl.sources import Source, sources
from tests.bench.bench_etl import text
from tests.etl.feed import FEED, OTHER


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(FEED)
    (tmp_path / "in" / "b.txt").write_text(OTHER)
    return tmp_path


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the names of the files that are read from now on."""
    names: list[str] = []
    usual = pipeline.read_packed

    def told(source: Source, organisation: str | None = None) -> list[Packed]:
        names.append(source.name)
        return usual(source, organisation)

    monkeypatch.setattr(pipeline, "read_packed", told)
    return names


def _run(folder: Path, *more: str) -> int:
    return main(["run", str(folder / "in"), "--no-corrections", "--out", str(folder / "out"), *more])


def test_nothing_is_read_where_nothing_has_changed(
    folder: Path, read: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert _run(folder) == 0
    capsys.readouterr()
    assert _run(folder) == 0
    assert read == ["a.txt", "b.txt"]
    assert "Nothing has changed since run 0001" in capsys.readouterr().out
    assert len(list((folder / "out" / "runs").glob("0*"))) == 1


def test_only_what_has_changed_is_read(folder: Path, read: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert _run(folder) == 0
    before = pd.read_parquet(folder / "out" / "mentions.parquet")
    (folder / "in" / "b.txt").write_text(OTHER.replace("2018", "2017"))
    capsys.readouterr()
    assert _run(folder) == 0
    assert read == ["a.txt", "b.txt", "b.txt"]
    assert "1 files are as the last run read them" in capsys.readouterr().out
    after = pd.read_parquet(folder / "out" / "mentions.parquet")
    same = before["document"] == "a.txt"
    pd.testing.assert_frame_equal(before[same], after[after["document"] == "a.txt"])
    assert store.about(folder / "out")["unchanged"] == 1


def test_another_organisation_reads_all_anew(folder: Path, read: list[str]) -> None:
    assert _run(folder) == 0
    assert _run(folder, "--organisation", "IOM") == 0
    assert len(read) == 4


def test_what_is_gone_is_forgotten(folder: Path) -> None:
    assert _run(folder) == 0
    (folder / "in" / "b.txt").unlink()
    assert _run(folder) == 0
    assert len(list(store.readings(folder / "out").iterdir())) == 1


def test_a_file_that_cannot_be_read_is_told_of_again(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "in" / "bad.pdf").write_bytes(b"%PDF-1.4 broken")
    assert _run(folder) == 1
    capsys.readouterr()
    assert _run(folder) == 1
    assert "bad.pdf" in capsys.readouterr().err


@pytest.mark.parametrize("data", [b"", b"no pickle", pickle.dumps(print), pickle.dumps(Path("/"))])
def test_what_others_put_there_is_not_opened(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "key").write_bytes(data)
    assert Kept(tmp_path).taken("key") is None


MOST_OF_A_MENTION = 2500  # bytes: names, days, places and stems; what all of a mention takes is ten times as much


def test_what_stays_in_memory_of_a_mention_is_what_is_compared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "in").mkdir()
    for n in range(4):
        (tmp_path / "in" / f"{n}.txt").write_text(text(30_000, n, ["harbour", "lantern", "quarry", "ferry"]))
    found, sizes = sources([tmp_path / "in"]), []
    usual = groups.grouped

    def measured(tellings: Sequence[Telling], *more: Any) -> groups.Grouped:
        sizes.append((tracemalloc.get_traced_memory()[0] / len(tellings)) if tracemalloc.is_tracing() else 0.0)
        return usual(tellings, *more)

    monkeypatch.setattr(groups, "grouped", measured)
    pipeline.write(found, tmp_path, Kept(tmp_path / "kept"))
    tracemalloc.start()
    try:
        pipeline.write(found, tmp_path, Kept(tmp_path / "kept"))
    finally:
        tracemalloc.stop()
    assert 100 < sizes[1] < MOST_OF_A_MENTION
