"""Input that is not what it should be: a message with the file's name and what to do, nothing lost, no traceback."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest

from etl.__main__ import main
from etl.find import activity
from etl.find.ruled import Ruled, by_rules
from etl.records import Document, Item
from etl.terms import Hits
from tests.etl.feed import FEED, OTHER

ROOT = Path(__file__).parents[2]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "good.txt").write_text(FEED)
    return tmp_path


def _run(folder: Path, source: Path | None = None) -> int:
    return main(["run", str(source or folder / "in"), "--no-corrections", "--out", str(folder / "out")])


def _documents(folder: Path) -> list[str]:
    return sorted(pd.read_parquet(folder / "out" / "mentions.parquet")["document"].unique())


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "is empty"),
        (b" \n\n \n", "is empty"),
        (bytes(range(256)) * 40, "is not a text file"),
        (b"%PDF-1.7 and so on", "is a PDF file"),
        (b"PK\x03\x04rest of a zip", "zip"),
    ],
)
def test_what_cannot_be_read_is_named_and_the_others_are_read(
    folder: Path, data: bytes, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "in" / "bad.txt").write_bytes(data)
    assert _run(folder) == 1
    message = capsys.readouterr().err
    assert "bad.txt" in message
    assert said in message
    assert "Traceback" not in message
    assert _documents(folder) == ["good.txt"]


def test_where_nothing_can_be_read_the_last_good_tables_stand(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _run(folder) == 0
    before = _documents(folder)
    (folder / "in" / "good.txt").write_bytes(b"")
    assert _run(folder) == 1
    assert "nothing was written" in capsys.readouterr().out
    assert _documents(folder) == before


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "latin-1", "utf-8-sig"])
def test_other_encodings_are_read(folder: Path, encoding: str) -> None:
    text = OTHER.replace("Peru", "Perú").replace("Jordan", "Côte d'Ivoire")
    (folder / "in" / "other.txt").write_bytes(text.encode(encoding))
    assert _run(folder) == 0
    mentions = pd.read_parquet(folder / "out" / "mentions.parquet")
    assert {"PER", "CIV"} <= set(mentions["country"].explode().dropna())


def test_a_line_of_a_million_characters(folder: Path) -> None:
    line = "A word and another one of no great interest, " * 22_000
    (folder / "in" / "long.txt").write_text(f"2 May 2019\n{line}\n{OTHER}")
    assert _run(folder) == 0
    assert _documents(folder) == ["good.txt", "long.txt"]


def test_a_line_full_of_activities_is_read(folder: Path) -> None:
    line = " ".join(FEED.split("\n")[2].replace("24", str(n)) for n in range(100))
    (folder / "in" / "good.txt").write_text(line)
    assert _run(folder) == 0
    assert _documents(folder) == ["good.txt"]


def test_a_large_file(folder: Path) -> None:
    (folder / "in" / "large.txt").write_text("".join(OTHER.replace("2018", str(1800 + n)) for n in range(200)))
    assert _run(folder) == 0


def test_a_folder_without_documents(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "empty").mkdir()
    assert _run(folder, folder / "empty") == 2
    assert "empty: there is no document in it. Name a folder" in capsys.readouterr().err
    assert _run(folder, folder / "nowhere") == 2
    assert "nowhere: there is no such file or folder" in capsys.readouterr().err


def test_a_file_that_may_not_be_read(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "in" / "secret.txt").write_text(OTHER)
    usual = Path.read_bytes

    def refused(path: Path) -> bytes:
        if path.name == "secret.txt":
            raise PermissionError(13, "Permission denied", str(path))
        return usual(path)

    monkeypatch.setattr(Path, "read_bytes", refused)
    assert _run(folder) == 1
    assert "secret.txt: cannot be read (Permission denied). Check that" in capsys.readouterr().err
    assert _documents(folder) == ["good.txt"]


def test_a_rule_that_fails_on_one_document(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "in" / "odd.txt").write_text(OTHER)
    usual = by_rules

    def failing(item: Item, hits: Hits, document: Document) -> Ruled:
        if document.name == "odd.txt":
            raise IndexError("list index out of range")
        return usual(item, hits, document)

    monkeypatch.setattr(activity, "by_rules", failing)
    assert _run(folder) == 1
    message = capsys.readouterr().err
    assert "odd.txt: was not read, by a mistake of ours (IndexError in test_bad_input.py, line" in message
    assert _documents(folder) == ["good.txt"]


def test_no_right_to_write(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "out").write_text("a file where the folder should be")
    assert _run(folder) == 1
    message = capsys.readouterr().err
    assert "out: cannot be written" in message
    assert "choose another folder" in message


def test_a_name_of_bytes_that_are_no_letters(folder: Path) -> None:
    path = os.fsencode(folder / "in") + b"/caf\xe9.txt"
    with open(path, "w") as file:  # noqa: PTH123 (as bytes)
        file.write(OTHER)
    assert _run(folder) == 0
    assert _documents(folder) == ["caf\\xe9.txt", "good.txt"]
    assert _run(folder, Path(os.fsdecode(path))) == 0


def test_an_output_folder_whose_name_is_no_text(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["run", str(folder / "in"), "--out", os.fsdecode(os.fsencode(folder) + b"/\xff")])
    assert ended.value.code == 2
    assert "its name is no text" in capsys.readouterr().err


@pytest.mark.parametrize("inside", ["in/tables", "in"])
def test_what_runs_have_written_is_no_document(folder: Path, inside: str, capsys: pytest.CaptureFixture[str]) -> None:
    command = ["run", str(folder / "in"), "--no-corrections", "--out", str(folder / inside)]
    assert main(command) == 0
    capsys.readouterr()
    assert main(command) == 0
    said = capsys.readouterr()
    assert "Nothing has changed" in said.out
    assert said.err == ""


def test_a_pipe_is_named_and_not_waited_for(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    os.mkfifo(folder / "in" / "pipe.txt")
    assert _run(folder) == 0
    assert _run(folder, folder / "in" / "pipe.txt") == 2
    assert "pipe.txt: is a pipe or device" in capsys.readouterr().err


def test_a_folder_that_may_not_be_read(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "in" / "closed").mkdir()
    usual = os.scandir

    def refused(path: str) -> object:
        if str(path).endswith("closed"):
            raise PermissionError(13, "Permission denied", str(path))
        return usual(path)

    monkeypatch.setattr(os, "scandir", refused)
    assert _run(folder) == 1
    assert "closed: cannot be read" in capsys.readouterr().err
    assert _documents(folder) == ["good.txt"]


@pytest.mark.parametrize("said", ["{broken", "[]", "{}", "\ud800"])
def test_a_damaged_account_of_the_last_run(folder: Path, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert _run(folder) == 0
    (folder / "out" / "current" / "run.json").write_bytes(said.encode(errors="surrogatepass"))
    if said != "{}":
        assert main(["check", str(folder / "out")]) == 1
        assert "run.json: cannot be read" in capsys.readouterr().err
    assert _run(folder) == 0
    assert main(["check", str(folder / "out")]) == 0


def test_tables_of_an_older_version_are_named_and_made_anew(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _run(folder) == 0
    for name, column in (("activities", "mode"), ("changes", "fields")):
        path = folder / "out" / "current" / f"{name}.parquet"
        pd.read_parquet(path).drop(columns=[column]).to_parquet(path)
    assert main(["check", str(folder / "out")]) == 1
    assert "activities is of another version: mode is lacking" in capsys.readouterr().err
    (folder / "in" / "other.txt").write_text(OTHER)
    assert _run(folder) == 0
    assert main(["check", str(folder / "out")]) == 0


def test_a_damaged_table_of_the_last_run_does_not_keep_the_next_one_out(folder: Path) -> None:
    assert _run(folder) == 0
    (folder / "out" / "current" / "activities.parquet").write_bytes(b"PAR1")
    (folder / "out" / "runs" / "9x-strange").mkdir()
    (folder / "in" / "other.txt").write_text(OTHER)
    assert _run(folder) == 0


def test_corrections_that_are_not_there(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["run", str(folder / "in"), "--corrections", str(folder / "none.toml"), "--out", str(folder / "out")]
    assert main(arguments) == 2
    assert "none.toml: cannot be read" in capsys.readouterr().err


def _full() -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))  # no file may grow beyond: what a full disk does


def test_a_full_disk_leaves_the_last_good_tables(folder: Path) -> None:
    assert _run(folder) == 0
    before = (folder / "out" / "mentions.parquet").read_bytes()
    (folder / "in" / "other.txt").write_text(OTHER)
    command = [sys.executable, "-m", "etl", "run", str(folder / "in"), "--no-corrections", "--out", str(folder / "out")]
    environment = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}
    ended = subprocess.run(command, capture_output=True, text=True, env=environment, preexec_fn=_full)
    assert ended.returncode == 1, ended.stderr
    assert "cannot be written" in ended.stderr
    assert "Traceback" not in ended.stderr
    assert (folder / "out" / "mentions.parquet").read_bytes() == before
