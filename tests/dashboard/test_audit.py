"""Who took what away, with which filters, is noted: one line each, whatever is in a value; and nothing else is."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from dash import Dash
from dash.dcc import Download
from dash.development.base_component import Component
from flask.testing import FlaskClient

from dashboard.access.audit import LONGEST, Audit, line
from dashboard.access.noting import NOTED
from dashboard.app import create_app
from dashboard.callbacks.frame import LAYOUTS
from dashboard.settings import Access, Settings
from tests.dashboard.signing import notes, sign_in

NOW = dt.datetime(2026, 11, 25, tzinfo=dt.UTC)


@pytest.fixture
def reader(app: Dash, secrets: Path) -> Iterator[FlaskClient]:
    with app.server.test_client() as client:
        sign_in(client)
        (secrets / "audit.log").unlink()
        yield client


def pressed(app: Dash, output: str, button: str, values: dict[str, Any]) -> dict[str, Any]:
    """Return what a browser sends when a button is pressed."""
    name = next(key for key in app.callback_map if key.strip(".").split("...")[0].partition("@")[0] == output)
    callback = app.callback_map[name]
    first, where = output.split(".")
    outputs: Any = {"id": first, "property": where}
    inputs = [
        [{"id": json.loads(button), "property": one["property"], "value": 1}]
        if "{" in one["id"]
        else one | {"value": 1}
        for one in callback["inputs"]
    ]
    state = [one | {"value": values.get(one["id"])} for one in callback["state"]]
    changed = [f"{button}.n_clicks"]
    return {"output": name, "outputs": outputs, "inputs": inputs, "state": state, "changedPropIds": changed}


def test_the_records_are_noted_with_their_filters(app: Dash, reader: FlaskClient, secrets: Path) -> None:
    asked = pressed(app, "download.data", "download-records", {"location": "?country=KEN&q=a\n{b}\u202e"})
    assert reader.post("/_dash-update-component", json=asked).status_code == 200
    (noted,) = map(json.loads, notes(secrets).splitlines())
    assert (noted["event"], noted["what"], noted["filters"]) == ("download", "records", "?country=KEN&q=a\n{b}\u202e")
    assert (noted["account"], noted["address"]) == ("ana", "127.0.0.1")
    assert noted.keys() == {"time", "event", "account", "session", "address", "what", "filters"}


def test_the_table_of_a_chart_is_noted_by_name(app: Dash, reader: FlaskClient, secrets: Path) -> None:
    button = json.dumps({"chart": "map", "format": "csv", "type": "export"}, separators=(",", ":"))
    asked = pressed(app, "file.data", button, {"shown": ["?kind=training", "light"]})
    assert reader.post("/_dash-update-component", json=asked).status_code == 200
    (noted,) = map(json.loads, notes(secrets).splitlines())
    assert (noted["what"], noted["filters"]) == ("table map csv", "?kind=training")


def test_a_download_cannot_be_hidden_by_naming_another_button(app: Dash, reader: FlaskClient, secrets: Path) -> None:
    asked = pressed(app, "download.data", "download-records", {"location": ""})
    for changed in ([], ["pulse.n_intervals"], ["{.n_clicks"], ["[].n_clicks"], "x"):
        reader.post("/_dash-update-component", json=asked | {"changedPropIds": changed})
    answered = [json.loads(one)["what"] for one in notes(secrets).splitlines()]
    assert answered
    assert set(answered) == {"records"}


def test_reading_is_not_noted(reader: FlaskClient, secrets: Path) -> None:
    for path in ("/", "/map?country=KEN", "/_dash-layout"):
        reader.get(path)
    assert notes(secrets) == ""


def test_no_component_hands_out_files_unnoted(app: Dash) -> None:
    with app.server.test_request_context("/"):
        pages: list[Any] = [app.layout(), *(layout("en") for layout in LAYOUTS.values())]  # type: ignore[operator]
    downloads = {one.id for page in pages for one in inside(page) if isinstance(one, Download)}
    assert downloads
    assert {f"{name}.data" for name in downloads} <= NOTED.keys()


def inside(component: Component) -> Iterator[Component]:
    yield component
    for one in component._traverse():
        if isinstance(one, Component):
            yield one


@pytest.mark.parametrize(
    "value", ["a\nb", "a\r\nb", "\x00\x1b[31m", "\u2028\u202e", "é" * 9000, '", "event": "sign_in']
)
def test_no_value_makes_a_line_of_its_own(value: str) -> None:
    written = line({"event": "download", "what": value}, NOW)
    assert written.isascii()
    assert written.isprintable()
    assert json.loads(written)["what"] == value[:LONGEST]
    assert list(json.loads(written)) == ["time", "event", "what"]


def test_logrotate_may_take_the_file_away(tmp_path: Path) -> None:
    audit = Audit(str(tmp_path / "log"))
    audit.write("one")
    (tmp_path / "log").rename(tmp_path / "log.1")
    audit.write("two")
    assert (tmp_path / "log").read_text() == "two\n"
    assert (tmp_path / "log").stat().st_mode & 0o777 == 0o600
    assert Audit(str(tmp_path / "log.1")).last(5) == ["one"]


def test_a_log_that_cannot_be_written_stops_nobody(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    Audit(str(tmp_path / "none" / "log")).write("a line that must not be lost")
    assert "a line that must not be lost" in caplog.text
    Audit("").write("nowhere")


def test_without_sign_in_downloads_are_noted_where_a_file_is_named(tmp_path: Path, served: Path) -> None:
    app = create_app(Settings(served, access=Access(audit=str(tmp_path / "audit.log"))))
    with app.server.test_client() as client:
        client.post("/_dash-update-component", json=pressed(app, "download.data", "download-records", {"location": ""}))
    assert '"event": "download"' in notes(tmp_path)
    assert "account" not in notes(tmp_path)


def test_lines_go_to_the_standard_error_where_asked(capsys: pytest.CaptureFixture[str]) -> None:
    Audit("-").write("a line")
    assert capsys.readouterr().err == "a line\n"
