"""`python -m etl`: what it prints, what it writes, what it returns."""

from __future__ import annotations

import json
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from etl import pipeline, schema, tables
from etl.__main__ import main
from etl.activities import WHEN
from etl.sources import sources
from tests.etl.feed import FEED, OTHER


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "in" / "deep").mkdir(parents=True)
    (tmp_path / "in" / "feed.txt").write_text(FEED)
    (tmp_path / "in" / "deep" / "other.txt").write_text(OTHER)
    (tmp_path / "in" / ".hidden").write_text("not for us")
    return tmp_path


def _run(folder: Path, *more: str, out: str = "out") -> int:
    return main(["run", str(folder / "in"), "--no-corrections", "--out", str(folder / out), *more])


def test_a_run_writes_every_table_and_says_what_it_found(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _run(folder) == 0
    printed = capsys.readouterr()
    assert "documents" in printed.out
    assert "with people trained" in printed.out
    assert printed.err == ""
    for table in schema.TABLES:
        frame = pd.read_parquet(folder / "out" / f"{table}.parquet")
        assert list(frame.columns) == [column.name for column in schema.TABLES[table]]
    mentions = pd.read_parquet(folder / "out" / "mentions.parquet")
    assert set(mentions["document"]) == {"feed.txt", "deep/other.txt"}
    assert mentions["line_start"].notna().all()
    about = json.loads((folder / "out" / "run.json").read_text())
    assert about["counts"]["merged"] == 1
    assert set(about["documents"]) == {"feed.txt", "deep/other.txt"}


def test_the_same_input_gives_the_same_bytes(folder: Path) -> None:
    _run(folder)
    _run(folder, out="again")
    for table in schema.TABLES:
        name = f"{table}.parquet"
        assert (folder / "out" / name).read_bytes() == (folder / "again" / name).read_bytes()


def test_the_order_of_sources_and_processes_changes_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = [folder / "in" / "feed.txt", folder / "in" / "deep" / "other.txt"]
    one = pipeline.run(sources(files)).frames
    monkeypatch.setattr(pipeline, "WORTH_OTHER_PROCESSES", 1)
    other = pipeline.run(sources(files[::-1])).frames
    for table, frame in one.items():
        assert other[table].equals(frame)


def test_the_organisation_may_be_told(folder: Path) -> None:
    _run(folder, "--organisation", "Lighthouse Union")
    assert set(pd.read_parquet(folder / "out" / "activities.parquet")["organisation"]) == {"Lighthouse Union"}


def test_checks_of_a_run_hold(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _run(folder)
    capsys.readouterr()
    assert main(["check", str(folder / "out")]) == 0
    assert "FAILS" not in capsys.readouterr().out


def test_explain_tells_every_field_its_rule_what_lost_and_what_was_merged(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _run(folder)
    activities = pd.read_parquet(folder / "out" / "activities.parquet")
    twice = activities[activities["mentions"] == 2].iloc[0]
    capsys.readouterr()
    assert main(["explain", twice["activity_id"], "--data", str(folder / "out")]) == 0
    printed = capsys.readouterr().out
    for words in ("feed.txt", "deep/other.txt", "Merged because", "same days", "lost", "country", "KEN", "Rule"):
        assert words in printed
    assert main(["explain", "nothing", "--data", str(folder / "out")]) == 1
    assert "no such activity" in capsys.readouterr().err


def test_a_register_can_be_made_read_and_set_beside_documents(folder: Path) -> None:
    register = folder / "register"
    arguments = ["register", str(folder / "in" / "deep"), "--no-corrections", "--out", str(register)]
    assert main(arguments) == 0
    first = {path.name: path.read_bytes() for path in register.iterdir()}
    assert main(arguments) == 0
    assert {path.name: path.read_bytes() for path in register.iterdir()} == first
    text = b"".join(first.values()).decode()
    assert "forged seals are found" not in text
    assert str(folder) not in text
    feed = str(folder / "in" / "feed.txt")
    assert main(["run", str(register), feed, "--no-corrections", "--out", str(folder / "out")]) == 0
    documents = pd.read_parquet(folder / "out" / "documents.parquet")
    assert set(documents["document"]) == {"feed.txt", "other.txt"}


def test_plain_tables_count_nothing_twice(folder: Path) -> None:
    _run(folder)
    activities = pd.read_parquet(folder / "out" / "activities.parquet")
    plain = tables.flat(folder / "out")
    assert list(plain.columns) == list(tables.PLAIN)
    assert plain["weight"].sum() == pytest.approx(len(activities))
    assert (plain["trained"] * plain["weight"]).sum() == activities["trained"].sum()


BLOCKS = [block + "Read more here.\n" for block in FEED.split("Read more here.\n") if block]
BLOCKS += [  # whose deed each is must not follow from what stands first
    "4 May 2016\nMinistry hears of salt\nThe Ministry of Health of Peru heard of salt in Lima.\n\n",
    "9 June 2016\nBoats in Cusco\nWe trained 20 guards in Cusco.\n\n",
    "3 July 2016\nClerks learn in Ilo\nOn 2 July 2016 the police of Chile trained 30 clerks in Ilo.\n\n",
    "8 August 2016\nHeron Programme in Lima\nThe Heron Programme held a workshop for 12 nurses in Lima.\n\n",
    "5 October 2016\nClerks in Ilo\nThe Office held a course for 30 clerks in Ilo.\nOn the last day of the course, the "
    "Office and Peru signed a memorandum of understanding on ports.\n\n",
]
STRANGER = "5 May 2001\nLantern makers meet in Fiji\nThe Office held a seminar for {} lantern makers in Suva, Fiji.\n"
PLACE_AND_TIME = ["line_start", "line_end", "locator", "flags", "activity_id", *WHEN]


@settings(max_examples=15, deadline=None)
@given(numbers=st.sets(st.integers(20, 90), min_size=1, max_size=5))
def test_other_documents_change_no_row(numbers: set[int], tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("alone")
    (folder / "feed.txt").write_text(FEED)
    alone = pipeline.run(sources([folder])).frames["activities"]
    for n in numbers:
        (folder / f"a{n}.txt").write_text(STRANGER.format(n))
    rows = pipeline.run(sources([folder])).frames["activities"]
    kept = rows[rows["documents"].map(lambda names: names == ["feed.txt"])].reset_index(drop=True)
    assert len(rows) > len(alone)
    assert kept.equals(alone)


@settings(max_examples=15, deadline=None)
@given(order=st.permutations(range(len(BLOCKS))))
def test_the_place_of_an_item_changes_nothing_but_what_follows_from_it(
    order: list[int], tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("feed") / "feed.txt"
    tables_read = []
    for text in ("".join(BLOCKS), "".join(BLOCKS[n] for n in order)):
        path.write_text(text)
        mentions = pipeline.run(sources([path])).frames["mentions"]
        tables_read.append(mentions.drop(columns=PLACE_AND_TIME).sort_values("mention_id", ignore_index=True))
    assert tables_read[0].equals(tables_read[1])


@pytest.mark.parametrize("arguments", [[], ["run"], ["run", "x"], ["fly"], ["run", "x", "--out", "y", "--unknown"]])
def test_wrong_usage_is_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main(arguments)
    assert stop.value.code == 2
    assert "usage:" in capsys.readouterr().err
