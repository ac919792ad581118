"""The door in a browser: by keyboard, in three languages, light and dark, and from a page whose session has ended."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect
from werkzeug.serving import make_server

from tests.dashboard.signing import PASSWORDS, guarded, private, tables

pytestmark = pytest.mark.browser
NAME = "bo"
WRONG = {
    "en": "Account and password do not belong together.",
    "fr": "Le compte et le mot de passe ne correspondent pas.",
    "es": "La cuenta y la contraseña no corresponden.",
}


@pytest.fixture(scope="module")
def door(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder: Path = tmp_path_factory.mktemp("door")
    app = guarded(tables(folder / "data"), private(folder / "private"))
    server = make_server("127.0.0.1", 0, app.server, threaded=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(params=["light", "dark"])
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    context = browser.new_context(color_scheme=request.param, viewport={"width": 390, "height": 844})
    page = context.new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda said: wrong.append(said.text) if "Content Security Policy" in said.text else None)
    yield page
    context.close()
    assert wrong == []


def broken(page: Page) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [f"{v['id']}: {[node['target'] for node in v['nodes']][:5]}" for v in found]


def type_in(page: Page, password: str) -> None:
    """Sign in without a mouse: the first field has the focus."""
    expect(page.locator("#account")).to_be_focused()
    page.keyboard.type(NAME)
    page.keyboard.press("Tab")
    page.keyboard.type(password)
    page.keyboard.press("Enter")


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_by_keyboard_in_every_language_and_back_to_the_page(door: str, page: Page, language: str) -> None:
    page.goto(f"{door}/records?country=KEN&lang={language}")
    expect(page).to_have_url(f"{door}/sign-in?next=%2Frecords%3Fcountry%3DKEN%26lang%3D{language}")
    assert broken(page) == []
    type_in(page, "not the password")
    expect(page.get_by_role("alert")).to_have_text(WRONG[language])
    assert broken(page) == []
    type_in(page, PASSWORDS[NAME][1])
    expect(page).to_have_url(f"{door}/records?country=KEN&lang={language}")
    expect(page.locator(".top a.account")).to_have_text(NAME)
    page.goto(f"{door}/account?lang={language}")
    expect(page.locator("pre")).to_contain_text("sign_in_failed")
    assert broken(page) == []


def test_a_page_whose_session_has_ended_asks_to_sign_in(door: str, page: Page) -> None:
    page.goto(f"{door}/sign-in?next=/records")
    type_in(page, PASSWORDS[NAME][1])
    expect(page.locator(".top a.account")).to_have_text(NAME)
    expect(page.locator("#records .ag-row").first).to_be_visible()
    page.context.clear_cookies()
    page.locator("a.page-link").first.click()
    expect(page.locator("#password")).to_be_visible()
