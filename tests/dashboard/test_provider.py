"""Sign-in through a provider of OpenID Connect that runs beside the test; and a provider that lies is not believed."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import requests
from dash import Dash
from flask.testing import FlaskClient
from joserfc.jwk import OctKey, RSAKey
from werkzeug.test import TestResponse

from dashboard.app import create_app
from dashboard.settings import Access, Claim, Provider, Settings
from tests.dashboard.provider import CLIENT, SECRET, Made, running
from tests.dashboard.signing import form_secret, tables

BASE = "http://localhost"


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tables(tmp_path_factory.mktemp("data"))


@pytest.fixture(scope="module")
def truthful() -> Iterator[Made]:
    with running() as made:
        yield made


@pytest.fixture
def provider(truthful: Made) -> Made:
    truthful.fresh()
    return truthful


@pytest.fixture(scope="module")
def secrets(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("private") / "own"
    folder.mkdir(mode=0o700)
    return folder


@pytest.fixture(scope="module")
def app(data: Path, secrets: Path, truthful: Made) -> Dash:
    return dashboard(data, secrets, truthful)


@pytest.fixture
def reader(app: Dash, secrets: Path) -> FlaskClient:
    (secrets / "audit.log").unlink(missing_ok=True)
    return app.server.test_client()


def dashboard(data: Path, secrets: Path, provider: Made, **more: Claim) -> Dash:
    known = Provider(provider.issuer, CLIENT, SECRET, **more)
    access = Access(provider=known, private=secrets, audit=str(secrets / "audit.log"), secure=False)
    return create_app(Settings(data, public_url=BASE, access=access))


def sent_back(reader: FlaskClient, where: str = "/map?lang=fr") -> str:
    """Go to the provider as a browser does; return the address that it sends the reader back to."""
    there = reader.get("/sign-in/provider", query_string={"next": where})
    assert there.status_code == 302
    answer = requests.get(there.headers["Location"], allow_redirects=False, timeout=10)
    assert answer.status_code == 302, answer.text
    return answer.headers["Location"]


def back(reader: FlaskClient, address: str) -> TestResponse:
    assert address.startswith(f"{BASE}/sign-in/back?")
    return reader.get(address.removeprefix(BASE))


def test_whom_the_provider_names_is_let_in(reader: FlaskClient, provider: Made, secrets: Path) -> None:
    assert reader.get("/map").status_code == 302
    assert "/sign-in/provider?next=" in reader.get("/sign-in").get_data(as_text=True)
    answer = back(reader, sent_back(reader))
    assert (answer.status_code, answer.headers["Location"]) == (303, "/map?lang=fr")
    assert reader.get("/map").status_code == 200
    assert "Signed in as cy@example.org (reader)" in reader.get("/account").get_data(as_text=True)
    noted = json.loads((secrets / "audit.log").read_text())
    assert {noted[name] for name in ("event", "account", "way", "subject")} == {
        "sign_in", "cy@example.org", "provider", "7"
    }  # fmt: skip
    assert SECRET not in (secrets / "audit.log").read_text()


def test_what_is_asked_of_the_provider_has_no_secret(reader: FlaskClient, provider: Made) -> None:
    address = reader.get("/sign-in/provider").headers["Location"]
    asked = parse_qs(urlsplit(address).query)
    assert asked["code_challenge_method"] == ["S256"]
    assert {"state", "nonce", "code_challenge"} <= asked.keys()
    assert SECRET not in address
    assert "code_verifier" not in asked


def test_a_way_back_serves_once_and_one_browser(reader: FlaskClient, provider: Made) -> None:
    address = sent_back(reader)
    with reader.application.test_client() as another:
        assert back(another, address).status_code == 502  # the state is not this browser's
    assert back(reader, address).status_code == 303
    assert back(reader, address).status_code == 502
    assert reader.get("/map").status_code == 200  # the session that there is stays


@pytest.mark.parametrize(
    "query", ["", "?error=access_denied", "?code=x", "?code=x&state=y", "?error=%0d%0aevent", "?state=" + "a" * 5000]
)
def test_a_way_back_that_nobody_was_sent_is_refused(
    reader: FlaskClient, provider: Made, secrets: Path, query: str
) -> None:
    sent_back(reader)
    answer = reader.get("/sign-in/back" + query)
    assert answer.status_code == 502
    assert "did not answer as it should" in answer.get_data(as_text=True)
    assert reader.get("/map").status_code == 302
    assert len((secrets / "audit.log").read_text().splitlines()) == 1


def test_a_code_of_another_sign_in_is_refused_even_with_the_right_state(reader: FlaskClient, provider: Made) -> None:
    """Somebody else's code, or one that was used, put beside the state of this browser."""
    with reader.application.test_client() as another:
        stolen = parse_qs(urlsplit(sent_back(another)).query)["code"][0]
    mine = parse_qs(urlsplit(sent_back(reader)).query)
    provider.refused.clear()
    assert back(reader, f"{BASE}/sign-in/back?code={stolen}&state={mine['state'][0]}").status_code == 502
    assert provider.refused == ["pkce"]
    assert reader.get("/map").status_code == 302
    address = sent_back(reader)
    assert back(reader, address).status_code == 303
    used = parse_qs(urlsplit(address).query)["code"][0]
    with reader.application.test_client() as another:
        fresh = parse_qs(urlsplit(sent_back(another)).query)["state"][0]
        assert back(another, f"{BASE}/sign-in/back?code={used}&state={fresh}").status_code == 502
        assert another.get("/map").status_code == 302


@pytest.mark.parametrize(
    "where", ["https://elsewhere.example/", "//elsewhere.example", "/\\elsewhere.example", "javascript:alert(1)", "x",
              "/a\nSet-Cookie: b=c"],
)  # fmt: skip
def test_nobody_is_sent_elsewhere_after_the_provider(reader: FlaskClient, provider: Made, where: str) -> None:
    assert back(reader, sent_back(reader, where)).headers["Location"] == "/"


def signed_out(reader: FlaskClient) -> TestResponse:
    return reader.post("/sign-out", data={"form": form_secret(reader.get("/account"))})


def test_signing_out_leads_on_to_where_the_provider_ends_its_session(
    reader: FlaskClient, provider: Made, secrets: Path
) -> None:
    back(reader, sent_back(reader))
    answer = signed_out(reader)
    text = html.unescape(answer.get_data(as_text=True))
    assert answer.status_code == 200
    assert answer.headers["Clear-Site-Data"] == '"cache", "storage"'
    address = re.search(r'http-equiv="refresh" content="0;url=([^"]+)"', text)
    assert address
    assert f'href="{address[1]}"' in text  # for browsers that do not go by themselves
    there = requests.get(address[1], allow_redirects=False, timeout=10)
    assert (there.status_code, there.headers["Location"]) == (302, f"{BASE}/sign-in")
    assert provider.ended[0].keys() == {"id_token_hint", "client_id", "post_logout_redirect_uri"}
    assert reader.get("/map").status_code == 302
    assert provider.ended[0]["id_token_hint"].encode() not in (secrets / "access.sqlite").read_bytes()
    assert provider.ended[0]["id_token_hint"] not in (secrets / "audit.log").read_text()


@pytest.mark.parametrize(
    "about", [{"end_session_endpoint": None}, {"end_session_endpoint": "http://elsewhere.example/end"},
              {"end_session_endpoint": "javascript:alert(1)"}, {"issuer": "https://elsewhere.example"}],
    ids=str,
)  # fmt: skip
def test_signing_out_needs_no_provider(data: Path, secrets: Path, provider: Made, about: dict[str, Any]) -> None:
    reader = dashboard(data, secrets, provider).server.test_client()
    back(reader, sent_back(reader))
    provider.about = about
    another = dashboard(data, secrets, provider).server.test_client()  # a process that has not asked the provider yet
    another.set_cookie("tally", reader.get_cookie("tally").value)
    answer = signed_out(another)
    assert (answer.status_code, answer.headers["Location"]) == (303, "/sign-in")
    assert reader.get("/map").status_code == 302


def test_signing_out_works_while_the_provider_is_away(data: Path, secrets: Path) -> None:
    with running() as away:
        reader = dashboard(data, secrets, away).server.test_client()
        back(reader, sent_back(reader))
        another = dashboard(data, secrets, away).server.test_client()
        another.set_cookie("tally", reader.get_cookie("tally").value)
    assert signed_out(another).headers["Location"] == "/sign-in"
    assert reader.get("/map").status_code == 302


LONG_AGO, FAR_AHEAD = 1_000_000_000, 9_999_999_999  # seconds: in 2001 and in 2286
LIES: list[dict[str, Any]] = [
    {"iss": "https://elsewhere.example"}, {"aud": "another client"}, {"aud": ["another", "clients"]}, {"nonce": "old"},
    {"exp": LONG_AGO}, {"iat": FAR_AHEAD}, {"sub": None}, {"nonce": None},
]  # fmt: skip


@pytest.mark.parametrize("lie", LIES, ids=str)
def test_an_identity_that_is_not_for_us_or_not_for_now_is_not_believed(
    reader: FlaskClient, provider: Made, lie: dict[str, Any]
) -> None:
    provider.lies = lie
    assert back(reader, sent_back(reader)).status_code == 502
    assert reader.get("/map").status_code == 302


def test_an_identity_that_another_key_signed_is_not_believed(
    reader: FlaskClient, provider: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    for header, key in (
        ({"alg": "RS256", "kid": "one"}, RSAKey.generate_key(2048)),
        ({"alg": "HS256"}, OctKey.import_key(SECRET)),  # a secret that the client knows
        ({"alg": "none"}, OctKey.import_key(SECRET)),
    ):
        provider.header = header
        monkeypatch.setattr(provider, "signer", lambda key=key: key)
        assert back(reader, sent_back(reader)).status_code == 502
        assert reader.get("/map").status_code == 302


def test_a_key_that_was_changed_is_fetched(reader: FlaskClient, provider: Made) -> None:
    assert back(reader, sent_back(reader)).status_code == 303
    provider.key, provider.header = RSAKey.generate_key(2048, {"kid": "two"}), {"alg": "RS256", "kid": "two"}
    assert back(reader, sent_back(reader)).status_code == 303


@pytest.mark.parametrize("about", [{"issuer": "https://elsewhere.example"}, {"authorization_endpoint": None}])
def test_a_provider_that_is_another_is_not_asked(
    data: Path, secrets: Path, provider: Made, about: dict[str, Any]
) -> None:
    provider.about = about
    assert dashboard(data, secrets, provider).server.test_client().get("/sign-in/provider").status_code == 502


def test_a_provider_that_is_away_lets_nobody_in(data: Path, secrets: Path) -> None:
    with running() as away:
        reader = dashboard(data, secrets, away).server.test_client()
    assert reader.get("/sign-in/provider").status_code == 502
    assert reader.get("/sign-in").status_code == 200


@pytest.mark.parametrize(
    ("groups", "status", "role"),
    [(["tally", "others"], 303, "reader"), ("tally", 303, "reader"), (["chiefs"], 303, "administrator"),
     (["others"], 403, ""), ("tallyman", 403, ""), (None, 403, "")],
)  # fmt: skip
def test_roles_are_what_the_provider_says(
    data: Path, secrets: Path, provider: Made, groups: Any, status: int, role: str
) -> None:
    reader = dashboard(
        data, secrets, provider, readers=("groups", "tally"), administrators=("groups", "chiefs")
    ).server.test_client()
    provider.says |= {"groups": groups}
    assert back(reader, sent_back(reader)).status_code == status
    assert (f"({role})" in reader.get("/account").get_data(as_text=True)) is bool(role)
