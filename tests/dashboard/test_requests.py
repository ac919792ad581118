"""Some hundred random requests: none makes the server fail or tell of itself. The bench sends 10,000."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest
from dash import Dash

from dashboard.app import create_app
from dashboard.settings import Access, Settings
from tests.dashboard.payloads import request
from tests.dashboard.signing import guarded, private, sign_in, tables

MANY = 300
LEAKS = ("Traceback", "site-packages", "duckdb.", "/home/", "sqlite", "werkzeug")


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tables(tmp_path_factory.mktemp("fuzzed"))


@pytest.fixture(scope="module", params=["open", "guarded"])
def app(request: pytest.FixtureRequest, data: Path, tmp_path_factory: pytest.TempPathFactory) -> Dash:
    state = tmp_path_factory.mktemp("state")
    if request.param == "open":
        return create_app(Settings(data, state=state, access=Access(audit=str(state / "audit.log"))))
    return guarded(data, private(tmp_path_factory.mktemp("private")))


def test_no_request_makes_the_server_fail_or_tell_of_itself(
    app: Dash, data: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.CRITICAL)
    client = app.server.test_client()
    if "tally-sign-in" in app.server.extensions:
        sign_in(client)
    for seed in range(MANY):
        asked = request(seed, app)
        answer = client.open(asked.path, method=asked.method, data=asked.body, headers=asked.headers(), buffered=True)
        text = answer.get_data(as_text=True) if answer.is_json or answer.mimetype.startswith("text/") else ""
        assert answer.status_code < 500, (seed, asked)
        assert answer.headers["X-Content-Type-Options"] == "nosniff", (seed, asked)
        if not asked.path.startswith(("/assets", "/_dash-component-suites")):
            assert not [leak for leak in (*LEAKS, str(data), str(Path(__file__).parents[2])) if leak in text], (
                seed,
                asked,
            )
