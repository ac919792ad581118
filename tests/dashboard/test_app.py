"""The app as a browser meets it: pages, headers, answers, errors; and a folder that gets newer data."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from dash import Dash
from flask import Flask, Response, request, request_finished
from flask.testing import FlaskClient

from dashboard import source as source_module
from dashboard.__main__ import main
from dashboard.app import create_app
from dashboard.data import Data
from dashboard.settings import Settings
from dashboard.source import Source
from etl import store
from tests import synthetic
from tests.dashboard.signing import guarded

ABOUT = {"finished": "2021-07-01T10:00:00+00:00"}


def write(size: int, folder: Path, seed: int = 3) -> None:
    frames = synthetic.frames(size, seed)
    frames.pop("changes")
    store.write(frames, ABOUT, folder)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("out")
    write(200, path)
    return path


@pytest.fixture(scope="module")
def app(folder: Path) -> Dash:
    return create_app(Settings(folder))


@pytest.fixture
def reader(app: Dash) -> Iterator[FlaskClient]:
    with app.server.test_client() as client:
        yield client


@pytest.mark.parametrize("path", ["/", "/map", "/_dash-layout", "/_dash-dependencies", "/healthz"])
def test_every_answer_carries_the_headers(reader: FlaskClient, path: str) -> None:
    answer = reader.get(path)
    assert answer.status_code == 200
    policy = answer.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe-eval" not in policy
    assert "script-src 'self' 'sha256-" in policy
    assert "http" not in policy.replace("https", "")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["X-Frame-Options"] == "DENY"
    assert answer.headers["Referrer-Policy"] == "same-origin"


def test_the_first_layout_speaks_the_language_of_its_address(reader: FlaskClient) -> None:
    french = reader.get("/_dash-layout", headers={"Referer": "http://localhost/?lang=fr"}).get_json()
    assert "Réinitialiser" in str(french)
    assert "Reset" in str(reader.get("/_dash-layout").get_json())


def test_two_apps_share_nothing(folder: Path, app: Dash) -> None:
    other = create_app(Settings(folder))
    assert other.server is not app.server
    assert set(other.callback_map) == set(app.callback_map)


@pytest.mark.parametrize("made", ["open", "guarded"])
def test_a_first_page_is_answered_before_there_is_a_reader(folder: Path, secrets: Path, made: str) -> None:
    answered = []

    def note(_: Flask, response: Response) -> None:
        answered.append((request.path, response.status_code))

    with request_finished.connected_to(note):
        create_app(Settings(folder)) if made == "open" else guarded(folder, secrets)
    assert {("/", 200), ("/_dash-layout", 200)} <= set(answered)


def test_the_first_reader_waits_for_nothing_that_is_read_once(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    reader, asked, array = create_app(Settings(folder)).server.test_client(), [], Data.array
    monkeypatch.setattr(Data, "array", lambda *given: asked.append(given[1]) or array(*given))
    assert reader.get("/_dash-layout").status_code == 200
    assert asked == []


def test_a_later_run_is_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source_module, "LOOK_EVERY", -1.0)
    write(100, tmp_path)
    source = Source(tmp_path)
    before = source.data()
    write(150, tmp_path, seed=4)
    after = source.data()
    assert (before.run, after.run) != (after.run, before.run)
    assert before.rows("select count(*) from activities") == [(100,)]
    assert after.rows("select count(*) from activities") == [(150,)]


def test_an_answer_is_made_from_one_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source_module, "LOOK_EVERY", -1.0)
    write(100, tmp_path)
    source, server = Source(tmp_path), Flask("reader")
    with server.test_request_context():
        before = source.data()
        write(150, tmp_path, seed=4)  # while the answer is being made
        assert source.data().version == source.state("").data.version == before.version
    with server.test_request_context():
        assert source.data().version != before.version


def test_a_register_that_takes_the_place_of_another_is_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source_module, "LOOK_EVERY", -1.0)
    for name, size in (("one", 100), ("two", 150)):
        store.save_register(synthetic.frames(size, 3), {}, tmp_path / name)
    (tmp_path / "one").rename(tmp_path / "data")
    source = Source(tmp_path / "data")
    before = source.data()
    (tmp_path / "data").rename(tmp_path / "old")
    assert source.data().version == before.version  # nothing is there for a moment: what was last there is shown
    (tmp_path / "two").rename(tmp_path / "data")
    after = source.data()
    assert after.version != before.version
    assert after.rows("select count(*) from activities") == [(150,)]


def test_no_data_is_said_clearly(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--data", str(tmp_path / "none")]) == 1
    assert "no such folder" in capsys.readouterr().err
    assert main(["--data", str(tmp_path), "--port", "0"]) == 1
    assert "there are no tables" in capsys.readouterr().err


def test_a_port_in_use_is_said_clearly(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert main(["--data", str(folder), "--port", str(port)]) == 1
    assert f"--port {port + 1}" in capsys.readouterr().err


@pytest.mark.parametrize("size", [0, 1])
def test_no_rows_and_one_row_are_shown(tmp_path: Path, size: int) -> None:
    write(size, tmp_path)
    with create_app(Settings(tmp_path)).server.test_client() as client:
        assert client.get("/_dash-layout").status_code == 200
