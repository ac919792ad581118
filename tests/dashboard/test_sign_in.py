"""Nobody reads without a session; a session begins with the right password and ends: idle, old, signed out."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from argon2 import PasswordHasher
from dash import Dash
from flask.testing import FlaskClient

from dashboard.access import accounts as accounts_module
from dashboard.access import sessions as sessions_module
from dashboard.access.account_command import account
from dashboard.app import create_app
from dashboard.settings import Settings
from tests.dashboard.signing import PASSWORDS, form_secret, guarded, notes, private, sign_in

pytestmark = pytest.mark.filterwarnings("ignore:unclosed file:ResourceWarning")  # Flask-Compress leaves them open
CLOSED = (
    "/", "/map", "/records?country=KEN", "/nothing", "/_dash-layout", "/_dash-dependencies",
    "/briefing-files/x", "/account",
    "/assets/05-shapes.js", "/assets/topojson/world_110m.json", "/assets/css/../topojson/world_110m.json",
    "/_dash-component-suites/dash/dcc/dash_core_components.js", "/_reload-hash", "/static/x", "/healthz/", "/sign-in/x",
)  # fmt: skip
OPEN = ("/healthz", "/sign-in", "/assets/css/10-tokens.css", "/access/access.css", "/access/scheme.js")


@pytest.fixture
def reader(app: Dash, secrets: Path) -> Iterator[FlaskClient]:
    (secrets / "audit.log").unlink(missing_ok=True)
    with app.server.test_client() as client:
        yield client


@pytest.mark.parametrize("path", CLOSED)
def test_everything_is_closed_but_what_is_named(reader: FlaskClient, path: str) -> None:
    answer = reader.get(path)
    assert answer.status_code in (302, 308, 401, 404)
    assert answer.headers["Cache-Control"] == "no-store"
    assert len(answer.get_data()) < 1000  # no file, no data
    if answer.status_code == 302:
        assert answer.headers["Location"].startswith("/sign-in?next=%2F")


def test_what_pages_ask_for_in_the_background_is_told_to_sign_in(app: Dash, reader: FlaskClient) -> None:
    for output in app.callback_map:
        assert reader.post("/_dash-update-component", json={"output": output}).status_code == 401
    assert reader.get("/_dash-layout", headers={"Accept": "application/json"}).status_code == 401


@pytest.mark.parametrize("path", OPEN)
def test_the_door_itself_and_the_sign_of_life_are_open(reader: FlaskClient, path: str) -> None:
    assert reader.get(path).status_code == 200


def test_the_right_password_lets_in_and_leads_on(reader: FlaskClient) -> None:
    answer = sign_in(reader)
    assert (answer.status_code, answer.headers["Location"]) == (303, "/map?lang=fr")
    assert reader.get("/map").status_code == 200
    assert reader.get("/_dash-layout").status_code == 200
    assert "'href': '/account'" in str(reader.get("/_dash-layout").get_json())


@pytest.mark.parametrize(("name", "password"), [("ana", "wrong password"), ("nobody", "wrong password"), ("ana", " "),
                                                ("bo", PASSWORDS["ana"][1]), ("\x00\u202e", "x" * 5000)])  # fmt: skip
def test_all_that_is_wrong_is_answered_alike(reader: FlaskClient, name: str, password: str) -> None:
    answer = sign_in(reader, name, password)
    text = answer.get_data(as_text=True)
    assert answer.status_code == 401
    assert "Le compte et le mot de passe ne correspondent pas." in text
    assert len(password) < 3 or password not in text
    assert reader.get("/map").status_code == 302


def test_a_name_that_nobody_has_costs_a_hash_too(reader: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    checked: list[str] = []
    whole = PasswordHasher.verify

    class Counted(PasswordHasher):
        def verify(self, hash: str | bytes, password: str | bytes) -> Any:
            checked.append(str(hash).rsplit("$", 2)[0])
            return whole(self, hash, password)

    monkeypatch.setattr(accounts_module, "HASHER", Counted())
    sign_in(reader, "ana", "wrong")
    sign_in(reader, "nobody at all", "wrong")
    assert len(checked) == 2
    assert checked[0] == checked[1].replace("nobody", "")  # the same parameters: the same time


def test_names_are_found_however_they_are_written(reader: FlaskClient) -> None:
    assert sign_in(reader, " ＡNA ", PASSWORDS["ana"][1]).status_code == 303


def test_the_session_is_new_after_sign_in(reader: FlaskClient) -> None:
    reader.get("/sign-in")
    before = reader.get_cookie("tally")
    sign_in(reader)
    after = reader.get_cookie("tally")
    assert before and after and before.value != after.value
    reader.set_cookie("tally", before.value)
    assert reader.get("/map").status_code == 302  # what somebody else may have planted is worth nothing


def test_signing_out_ends_the_session_at_the_server(reader: FlaskClient) -> None:
    sign_in(reader)
    cookie = reader.get_cookie("tally")
    secret = form_secret(reader.get("/account"))
    answer = reader.post("/sign-out", data={"form": secret})
    assert answer.headers["Location"] == "/sign-in"
    assert "storage" in answer.headers["Clear-Site-Data"]
    assert cookie
    reader.set_cookie("tally", cookie.value)  # a copy of the cookie is of no use
    assert reader.get("/map").status_code == 302


@pytest.mark.parametrize("path", ["/sign-out", "/sign-in", "/account/end"])
def test_a_form_that_is_not_ours_does_nothing(reader: FlaskClient, path: str) -> None:
    sign_in(reader, "bo")
    for secret in ("", "guessed", "é"):
        said = {"form": secret, "account": "bo", "password": PASSWORDS["bo"][1]}
        assert reader.post(path, data=said).status_code == 400
    assert reader.get("/map").status_code == 200


@pytest.mark.parametrize("headers", [{"Sec-Fetch-Site": "cross-site"}, {"Sec-Fetch-Site": "same-site"},
                                     {"Origin": "https://elsewhere.example"}, {"Origin": "null"}])  # fmt: skip
def test_what_a_page_of_another_site_sends_is_refused(reader: FlaskClient, headers: dict[str, str]) -> None:
    sign_in(reader)
    assert reader.post("/_dash-update-component", json={}, headers=headers).status_code == 403
    assert sign_in(reader, headers=headers).status_code == 403


ELSEWHERE = (
    "https://elsewhere.example", "//elsewhere.example", "/\\elsewhere.example", "x", "javascript:alert(1)", "/\tx",
    "/" + "a" * 20000, "\\\\x", "/a\r\nSet-Cookie: x=1",
)  # fmt: skip


@pytest.mark.parametrize("wanted", ELSEWHERE)
def test_nobody_is_led_elsewhere(reader: FlaskClient, wanted: str) -> None:
    secret = form_secret(reader.get("/sign-in"))
    said = {"form": secret, "account": "ana", "password": PASSWORDS["ana"][1], "next": wanted}
    answer = reader.post("/sign-in", data=said)
    assert (answer.status_code, answer.headers["Location"]) == (303, "/")


@pytest.mark.parametrize(("later", "lives"), [(29 * 60, True), (31 * 60, False), (-60, True), (-3600, False)])
def test_a_session_left_alone_ends(
    reader: FlaskClient, monkeypatch: pytest.MonkeyPatch, later: float, lives: bool
) -> None:
    sign_in(reader)
    now = sessions_module.time()
    monkeypatch.setattr(sessions_module, "time", lambda: now + later)
    assert (reader.get("/map").status_code == 200) is lives


def test_a_session_ends_after_a_day_however_busy(reader: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    sign_in(reader)
    now = sessions_module.time()
    for minutes in range(20, 12 * 60, 20):
        monkeypatch.setattr(sessions_module, "time", lambda minutes=minutes: now + minutes * 60)
        assert reader.get("/map").status_code == 200, minutes
    monkeypatch.setattr(sessions_module, "time", lambda: now + 12 * 3600 + 1)
    assert reader.get("/map").status_code == 302


def test_a_page_that_asks_by_itself_keeps_no_session_alive(
    reader: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    sign_in(reader)
    now = sessions_module.time()
    pulse = {"output": "x.y", "changedPropIds": ["pulse.n_intervals"]}
    for minutes in (10, 20, 29):
        monkeypatch.setattr(sessions_module, "time", lambda minutes=minutes: now + minutes * 60)
        assert reader.post("/_dash-update-component", json=pulse).status_code != 401
    monkeypatch.setattr(sessions_module, "time", lambda: now + 31 * 60)
    assert reader.get("/map").status_code == 302


def test_another_process_knows_the_session(served: Path, secrets: Path, reader: FlaskClient) -> None:
    sign_in(reader)
    cookie = reader.get_cookie("tally")
    assert cookie
    with guarded(served, secrets).server.test_client() as elsewhere:
        elsewhere.set_cookie("tally", cookie.value)
        assert elsewhere.get("/map").status_code == 200


def test_an_account_that_is_taken_away_is_out_at_once(tmp_path: Path, served: Path) -> None:
    secrets = private(tmp_path / "private")
    with guarded(served, secrets).server.test_client() as reader:
        sign_in(reader)
        assert account(["remove", "Ana", "--private", str(secrets)]) == 0
        assert reader.get("/map").status_code == 302
        assert sign_in(reader).status_code == 401


def test_readers_see_themselves_and_administrators_everybody(app: Dash, reader: FlaskClient) -> None:
    sign_in(reader)
    own = reader.get("/account").get_data(as_text=True)
    assert "Signed in as ana (reader)" in own
    assert "Who is signed in" not in own
    assert reader.post("/account/end", data={"form": form_secret(reader.get("/account"))}).status_code == 403
    with app.server.test_client() as administrator:
        sign_in(administrator, "bo")
        text = administrator.get("/account").get_data(as_text=True)
        assert "Who is signed in" in text
        assert "&#34;event&#34;: &#34;sign_in&#34;" in text
        living = sessions_module.Sessions(
            sessions_module.Store(Path(app.server.extensions["tally-audit"]._target).parent)
        )
        for one in living.living():
            if one.account == "ana":
                said = {"form": form_secret(administrator.get("/account")), "key": one.key}
                assert administrator.post("/account/end", data=said).status_code == 303
    assert reader.get("/map").status_code == 302


def test_the_cookie_is_bound_to_the_server_and_to_https(served: Path, secrets: Path) -> None:
    with guarded(served, secrets, secure=True).server.test_client() as reader:
        cookie = reader.get("/sign-in", base_url="https://localhost").headers["Set-Cookie"]
    assert cookie.startswith("__Host-tally=")
    assert {"Secure", "HttpOnly", "SameSite=Lax", "Path=/"} <= set(cookie.split("; "))
    assert "Domain" not in cookie


def test_no_cookie_where_nobody_signs_in(served: Path) -> None:
    with create_app(Settings(served)).server.test_client() as reader:
        answers = [reader.get(path) for path in ("/", "/_dash-layout", "/assets/css/10-tokens.css", "/sign-in")]
    assert not any("Set-Cookie" in answer.headers for answer in answers)


def test_no_secret_is_noted_or_logged(reader: FlaskClient, secrets: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("DEBUG")
    sign_in(reader, "ana", "a wrong secret")
    sign_in(reader, "my secret in the wrong field", "x")
    sign_in(reader)
    said = notes(secrets) + caplog.text
    assert "secret" not in said
    assert PASSWORDS["ana"][1] not in said
    cookie = reader.get_cookie("tally")
    assert cookie and cookie.value not in said
    events = [(line["event"], line["account"]) for line in map(json.loads, notes(secrets).splitlines())]
    assert events == [("sign_in_failed", "ana"), ("sign_in_failed", "(unknown)"), ("sign_in", "ana")]


@pytest.mark.parametrize(("language", "title"), [("en", "Sign in"), ("fr", "Connexion"), ("es", "Iniciar sesión")])
def test_the_page_speaks_the_readers_language(reader: FlaskClient, language: str, title: str) -> None:
    for path, headers in (("/sign-in?lang=" + language, {}), ("/sign-in?next=/map%3Flang%3D" + language, {}),
                          ("/sign-in", {"Accept-Language": f"{language}-CH, de;q=0.5"})):  # fmt: skip
        text = reader.get(path, headers=headers).get_data(as_text=True)
        assert f"<h1>{title}</h1>" in text
        assert f'<html lang="{language}">' in text


def test_nothing_of_an_address_runs_on_the_page(reader: FlaskClient) -> None:
    answer = reader.get("/sign-in?next=/%22%3E%3Cscript%3Ealert(1)%3C/script%3E&lang=%3Cscript%3E")
    assert "<script>alert" not in answer.get_data(as_text=True)
    assert "unsafe" not in answer.headers["Content-Security-Policy"]


def test_a_store_that_cannot_be_read_lets_nobody_in(tmp_path: Path, served: Path) -> None:
    secrets = private(tmp_path / "private")
    with guarded(served, secrets).server.test_client() as reader:
        sign_in(reader)
        for file in secrets.glob("access.sqlite*"):
            file.unlink()
        (secrets / "access.sqlite").mkdir()
        assert reader.get("/map").status_code == 503
        assert reader.get("/assets/css/10-tokens.css").status_code == 200
