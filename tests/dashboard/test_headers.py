"""OWASP's list of secure headers (tests/cases/headers.csv) on every kind of answer; how long each kind is kept."""

from __future__ import annotations

import csv
import re
from pathlib import Path
from typing import Any

import pytest
from dash import Dash
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from dashboard.access.bounds import DEEPEST, LARGEST_BODY, depth_over
from dashboard.address import LONGEST_QUERY
from dashboard.app import create_app
from dashboard.settings import Access, Settings
from tests.dashboard.signing import guarded, private, sign_in, tables

pytestmark = pytest.mark.filterwarnings("ignore:unclosed file:ResourceWarning")  # Flask-Compress leaves them open
CASES = Path(__file__).parents[1] / "cases" / "headers.csv"
HEADERS = list(csv.DictReader(CASES.read_text(encoding="utf-8").splitlines()))
UPDATE = "/_dash-update-component"
SMALL = 500  # bytes; compression would not make it smaller
DEEP: Any = "x"
for _ in range(DEEPEST + 1):
    DEEP = [DEEP]
ANSWERS: list[tuple[str, str, dict[str, Any], int]] = [
    ("GET", "/", {}, 200),
    ("GET", "/nothing", {}, 200),  # the shell, which says so
    ("GET", "/assets/css/10-tokens.css", {}, 200),
    ("GET", "/assets/none.css?m=1", {}, 404),
    ("GET", "/briefing-files/none", {}, 404),
    ("GET", "/_dash-layout", {}, 200),
    ("GET", "/healthz", {}, 200),
    ("DELETE", "/", {}, 405),
    ("OPTIONS", "/", {}, 200),
    ("HEAD", "/", {}, 200),
    ("GET", "/?q=" + "a" * LONGEST_QUERY, {}, 414),
    ("POST", UPDATE, {"data": "no json", "content_type": "application/json"}, 400),
    ("POST", UPDATE, {"json": {"output": "none.data"}}, 400),
    ("POST", UPDATE, {"json": DEEP}, 400),
    ("POST", UPDATE, {"data": "[" * 200_000, "content_type": "application/json"}, 400),
    ("POST", UPDATE, {"data": "1" * 200_000, "content_type": "application/json"}, 400),
    ("POST", UPDATE, {"data": "x" * (LARGEST_BODY + 1), "content_type": "application/json"}, 413),
    ("POST", UPDATE, {"json": {}, "headers": {"Sec-Fetch-Site": "cross-site"}}, 403),
    ("GET", "/", {"headers": {"Host": "elsewhere.example"}}, 400),
    ("GET", "/", {"headers": {"Host": "a b"}}, 400),
]
GUARDED = [
    ("GET", "/map", 302),
    ("GET", "/sign-in", 200),
    ("POST", UPDATE, 401),
    ("POST", "/sign-in", 400),
    ("GET", "/access/access.css", 200),
]


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tables(tmp_path_factory.mktemp("data"))


@pytest.fixture(scope="module")
def app(data: Path) -> Dash:
    return create_app(Settings(data))


@pytest.fixture(scope="module")
def behind_a_door(data: Path, tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    return guarded(data, private(tmp_path_factory.mktemp("private"))).server.test_client()


def check(answer: TestResponse) -> None:
    for case in HEADERS:
        assert case["must"] in answer.headers.get(case["header"], ""), case
    policy = answer.headers["Content-Security-Policy"]
    assert not re.search(r"unsafe-eval|https?:|\*", policy)
    assert "unsafe-inline" not in policy.split("script-src")[1].split(";")[0]
    assert "X-Powered-By" not in answer.headers
    assert answer.headers.get_all("Content-Security-Policy") == [policy]


@pytest.mark.parametrize(("method", "path", "more", "status"), ANSWERS, ids=lambda value: str(value)[:40])
def test_every_kind_of_answer(app: Dash, method: str, path: str, more: dict[str, Any], status: int) -> None:
    answer = app.server.test_client().open(path, method=method, buffered=True, **more)
    assert answer.status_code == status
    check(answer)
    assert "Strict-Transport-Security" not in answer.headers
    if status >= 400:
        assert answer.headers["Cache-Control"] == "no-store"
        assert len(answer.get_data()) < 1000


@pytest.mark.parametrize(("method", "path", "status"), GUARDED)
def test_every_answer_at_the_door(behind_a_door: FlaskClient, method: str, path: str, status: int) -> None:
    answer = behind_a_door.open(path, method=method, buffered=True)
    assert answer.status_code == status
    check(answer)


def test_downloads_and_redirects_after_sign_in(behind_a_door: FlaskClient) -> None:
    answer = sign_in(behind_a_door)
    assert answer.status_code == 303
    check(answer)
    check(behind_a_door.get("/account"))
    assert behind_a_door.get("/account").headers["Cache-Control"] == "no-store"


def test_https_is_kept_where_it_is_in_use(app: Dash) -> None:
    answer = app.server.test_client().get("/healthz", base_url="https://localhost")
    assert answer.headers["Strict-Transport-Security"].startswith("max-age=31536000")


def test_what_a_proxy_says_counts_only_where_we_are_told(app: Dash, data: Path) -> None:
    said = {"X-Forwarded-Proto": "https", "X-Forwarded-For": "192.0.2.7", "X-Forwarded-Host": "tally.example.org"}
    assert "Strict-Transport-Security" not in app.server.test_client().get("/healthz", headers=said).headers
    told = Settings(data, public_url="https://tally.example.org", access=Access(behind_proxy=True))
    behind = create_app(told).server.test_client()
    assert "Strict-Transport-Security" in behind.get("/healthz", headers=said).headers
    assert behind.get("/healthz", headers=said | {"X-Forwarded-Host": "elsewhere.example"}).status_code == 400


@pytest.mark.parametrize("host", ["localhost", "localhost:8050", "127.0.0.1:8050", "[::1]:8050"])
def test_on_this_machine_its_own_names_are_answered(app: Dash, host: str) -> None:
    assert app.server.test_client().get("/healthz", headers={"Host": host}).status_code == 200


def test_elsewhere_any_name_is_answered(data: Path) -> None:
    client = create_app(Settings(data, host="0.0.0.0")).server.test_client()
    assert client.get("/healthz", headers={"Host": "tally.example.org"}).status_code == 200


def test_files_are_kept_as_long_as_their_address_and_answers_not_at_all(app: Dash) -> None:
    client = app.server.test_client()
    page = client.get("/").get_data(as_text=True)
    files = re.findall(r'(?:src|href)="(/static/[^"]+)"', page)
    assert len(files) > 30
    for path in files:
        answer = client.get(path, headers={"Accept-Encoding": "br, gzip"}, buffered=True)
        assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable", path
        plain = len(answer.get_data()) < SMALL or path.endswith((".ico", ".woff2"))
        assert plain or answer.headers.get("Content-Encoding") == "br", path
    for path in ("/", "/_dash-layout", "/_dash-dependencies"):
        answer = client.get(path, headers={"Accept-Encoding": "br"})
        assert (answer.headers["Cache-Control"], answer.headers["Content-Encoding"]) == ("no-store", "br")


@pytest.mark.parametrize(
    ("value", "is_over"), [([], False), ([[1]], False), ([[[1]]], True), ({"a": {"b": {}}}, True), (1, False)]
)
def test_depth(value: Any, is_over: bool) -> None:
    assert depth_over(value, 2) is is_over
