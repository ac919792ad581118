"""A reader and a provider of OpenID Connect: in, filter, file, out, nothing private behind; and an end midway."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from werkzeug.serving import make_server

from dashboard.app import create_app
from dashboard.settings import Access, Provider, Settings
from tests.browser.conftest import CHROMIUM, Reader
from tests.dashboard.provider import CLIENT, OWN, SECRET, Made
from tests.dashboard.provider import running as provider_running
from tests.dashboard.signing import tables
from tests.service import free_port

pytestmark = pytest.mark.browser
VIEW = "/records?country=KEN"
ENDED = "Your session has ended. Sign in again, and you are back where you were."


@dataclass
class Office:
    """A dashboard, its provider, and the folder of its sessions."""

    base: str
    provider: Made
    private: Path


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    folder, port = tmp_path_factory.mktemp("office"), free_port()
    private = folder / "private"
    private.mkdir(mode=0o700)
    with provider_running() as provider:
        provider.asks = True
        base = f"http://127.0.0.1:{port}"
        access = Access(provider=Provider(provider.issuer, CLIENT, SECRET), private=private, secure=False)
        app = create_app(Settings(tables(folder / "data", 300), public_url=base, access=access))
        server = make_server("127.0.0.1", port, app.server, threaded=True)
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield Office(base, provider, private)
        server.shutdown()
        server.server_close()
        thread.join()


@pytest.fixture(params=["", "--disable-back-forward-cache"], ids=["kept", "plain"])
def reader(browser: Browser, office: Office, request: pytest.FixtureRequest) -> Iterator[Reader]:
    """A reader whose browser goes back as people's do, to pages that it kept; and one whose does not."""
    unless = [] if request.param else ["--disable-back-forward-cache"]
    chromium = browser.browser_type.launch(executable_path=CHROMIUM, args=["--no-sandbox"], ignore_default_args=unless)
    context = chromium.new_context(accept_downloads=True)
    reader = Reader(context.new_page(), office.base)
    yield reader
    chromium.close()
    assert [said for said in reader.wrong if "401" not in said] == []


def let_in(page: Page) -> None:
    """Go through the provider's door."""
    page.get_by_role("link", name="Sign in with your organisation").click()
    page.get_by_role("link", name="I am cy").click()


def end_all(office: Office) -> None:
    """Let all sessions end, as time does."""
    with closing(sqlite3.connect(office.private / "access.sqlite", isolation_level=None)) as connection:
        connection.execute("update session set seen = seen - 3600")


def choose(page: Page, country: str) -> None:
    page.fill("#filter-country", country)
    page.get_by_role("option", name=country).click()


def test_in_filter_file_out_and_nothing_private_behind(reader: Reader, office: Office, tmp_path: Path) -> None:
    page = reader.page
    page.goto(office.base + VIEW)
    let_in(page)
    expect(page).to_have_url(office.base + VIEW)
    expect(page.locator(".top a.account")).to_have_text("cy@example.org")
    reader.settle()
    choose(page, "Ghana")
    expect(page).to_have_url(office.base + "/records?country=KEN,GHA")
    reader.settle()
    with page.expect_download() as download:
        page.click("#download-records")
    download.value.save_as(tmp_path / "records.csv")
    assert "Ghana" in (tmp_path / "records.csv").read_text(encoding="utf-8-sig")
    page.click(".top a.account")
    ended = len(office.provider.ended)
    page.get_by_role("button", name="Sign out").click()
    expect(page).to_have_url(office.base + "/sign-in")
    assert len(office.provider.ended) == ended + 1
    assert OWN not in {cookie["name"] for cookie in page.context.cookies()}
    steps = page.evaluate("history.length")
    for _ in range(steps - 1):
        page.go_back(wait_until="domcontentloaded")
        expect(page.locator("#page, .ag-row, .top a.account")).to_have_count(0)
        expect(page.get_by_text("cy@example.org")).to_have_count(0)
    page.goto(office.base + VIEW)
    page.get_by_role("link", name="Sign in with your organisation").click()
    expect(page.get_by_role("link", name="I am cy")).to_be_visible()  # the provider's session has ended, too


def test_a_session_that_ends_midway_says_so_and_leads_back_to_the_view(reader: Reader, office: Office) -> None:
    page = reader.page
    page.goto(office.base + VIEW)
    expect(page.get_by_role("alert")).to_have_count(0)
    let_in(page)
    expect(page.locator("#records .ag-row").first).to_be_visible()
    reader.settle()
    end_all(office)
    choose(page, "Ghana")
    expect(page.get_by_role("alert")).to_have_text(ENDED)
    expect(page.locator("#page")).to_have_count(0)
    page.get_by_role(
        "link", name="Sign in with your organisation"
    ).click()  # who still has a session there is not asked
    expect(page).to_have_url(office.base + VIEW)
    expect(page.locator("#records .ag-row").first).to_be_visible()
    expect(page.locator(".top a.account")).to_have_text("cy@example.org")
