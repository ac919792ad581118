"""What no page can have sent is refused; a fault of ours is a page without details, and a line of the log with them."""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from dashboard import queries
from dashboard.app import create_app
from dashboard.settings import Settings
from tests.dashboard.signing import tables

UPDATE = "/_dash-update-component"
SEARCH = {"id": "location", "property": "search", "value": ""}
SHOWN = {"id": "shown", "property": "data", "value": ["", "light"]}
CHIP = {"id": {"type": "chip", "name": "country", "value": "KEN"}, "property": "n_clicks", "value": None}
SUMMARY = {"output": "claims-summary.children", "inputs": [SHOWN],
           "outputs": {"id": "claims-summary", "property": "children"}}  # fmt: skip
SECRET = "the-database-is-in-/srv/tables"


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tables(tmp_path_factory.mktemp("data"))


@pytest.fixture(scope="module")
def client(data: Path) -> FlaskClient:
    return create_app(Settings(data)).server.test_client()


@pytest.fixture
def broken(data: Path) -> Iterator[FlaskClient]:
    """A dashboard with an address that fails as no request should make one fail."""
    app = create_app(Settings(data))

    def fail() -> None:
        raise RuntimeError(SECRET)

    app.server.view_functions["/healthz"] = fail
    with app.server.test_client() as client:
        yield client


def chips(client: FlaskClient) -> str:
    """Return the name of the callback that takes filters off."""
    found = client.get("/_dash-dependencies").get_json()
    return next(one["output"] for one in found if "chip" in str(one["inputs"]))


def test_what_a_page_sends_is_answered(client: FlaskClient) -> None:
    assert client.post(UPDATE, json=SUMMARY | {"changedPropIds": ["shown.data"]}).status_code == 200
    name = chips(client)
    outputs = dict(zip(("id", "property"), name.rsplit(".", 1), strict=True))
    for given in ([], [CHIP], [CHIP, CHIP]):
        asked = {"output": name, "outputs": outputs, "inputs": [given, []], "state": [SEARCH], "changedPropIds": []}
        answer = client.post(UPDATE, json=asked)
        assert (answer.status_code, answer.get_json()["response"]) == (200, {}), given  # nothing was pressed


@pytest.mark.parametrize(
    "wrong",
    [
        {"output": "none.children"},
        {"output": None},
        {"output": "shown.data", "inputs": [SEARCH, SHOWN], "outputs": {"id": "shown", "property": "data"}},
        {"inputs": []},
        {"inputs": None},
        {"inputs": {}},
        {"inputs": [SHOWN, SHOWN]},
        {"inputs": [[SHOWN]]},
        {"inputs": ["shown"]},
        {"inputs": [SHOWN | {"id": "location"}]},
        {"inputs": [SHOWN | {"id": {"type": "chip"}}]},
        {"inputs": [SHOWN | {"property": "search"}]},
        {"inputs": [SHOWN | {"value": ["", 1]}]},
        {"inputs": [SHOWN | {"value": "x"}]},
        {"inputs": [SHOWN | {"value": {}}]},
        {"state": [SHOWN]},
        {"state": 1},
        {"outputs": None},
        {"outputs": []},
        {"outputs": {"id": "shown", "property": "data"}},
        {"changedPropIds": "shown.data"},
        {"changedPropIds": [1]},
    ],
    ids=str,
)
def test_what_no_page_can_have_sent_is_refused(
    client: FlaskClient, caplog: pytest.LogCaptureFixture, wrong: dict[str, Any]
) -> None:
    assert client.post(UPDATE, json=SUMMARY | wrong).status_code == 400
    assert caplog.records == []  # it is no fault of ours


@pytest.mark.parametrize(
    "one", [{"id": "chip"}, {"id": {"type": "chip"}}, {"id": {"type": "relax", "name": "a", "value": "b"}},
            {"id": {"type": "chip", "name": [], "value": "b"}}, {"value": -1}, {"value": "1"}, {"property": "id"}],
    ids=str,
)  # fmt: skip
def test_so_are_parts_that_no_pattern_matches(client: FlaskClient, one: dict[str, Any]) -> None:
    name = chips(client)
    outputs = dict(zip(("id", "property"), name.rsplit(".", 1), strict=True))
    asked = {"output": name, "outputs": outputs, "inputs": [[CHIP | one], []], "state": [SEARCH], "changedPropIds": []}
    assert client.post(UPDATE, json=asked).status_code == 400


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "An administrator finds it in the log as"), ("fr", "Un administrateur le trouve dans le journal sous"),
     ("es", "Un administrador lo encuentra en el registro como")],
)  # fmt: skip
def test_a_fault_of_ours_is_told_without_details_and_logged_with_them(
    broken: FlaskClient, caplog: pytest.LogCaptureFixture, language: str, said: str
) -> None:
    answer = broken.get("/healthz", headers={"Accept-Language": language})
    text = answer.get_data(as_text=True)
    assert answer.status_code == 500
    assert not re.search(r"Traceback|RuntimeError|srv|/work|\.py", text)
    found = re.search(rf'<html lang="{language}">.*{said} ([0-9a-f]{{8}})\.', text, re.DOTALL)
    assert found, text
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    [logged] = [record for record in caplog.records if record.levelno >= logging.ERROR]
    assert logged.getMessage().startswith(found[1])
    assert logged.exc_info
    assert SECRET in str(logged.exc_info[1])


@pytest.mark.parametrize(("language", "said"), [("en", "no such page"), ("fr", "existe pas"), ("es", "No existe")])
def test_what_is_not_there_is_said_with_the_way_back(client: FlaskClient, language: str, said: str) -> None:
    answer = client.get("/briefing-files/none", headers={"Accept-Language": language})
    assert answer.status_code == 404
    assert said in answer.get_data(as_text=True)
    assert f'<a href="/?lang={language}">' in answer.get_data(as_text=True)


def test_a_callback_that_fails_says_so_on_the_page_with_the_number(
    client: FlaskClient, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*given: Any, **more: Any) -> None:
        raise RuntimeError(SECRET)

    monkeypatch.setattr(queries, "claims", fail)
    answer = client.post(UPDATE, json=SUMMARY | {"changedPropIds": ["shown.data"]})
    assert answer.status_code == 200
    text = json.dumps(answer.get_json())
    found = re.search(r"This could not be shown. An administrator finds it in the log as ([0-9a-f]{8})\.", text)
    assert found, text
    assert SECRET not in text
    assert any(record.getMessage().startswith(found[1]) for record in caplog.records)
