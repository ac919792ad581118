"""Documents that attack their readers: on no page does anything of them run, lead anywhere, or ask another machine."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect
from werkzeug.serving import make_server

from dashboard.app import create_app
from dashboard.parts.shell import PAGES
from dashboard.settings import Settings
from etl import store
from tests import hostile

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the hostile programme in place of the made-up one: the reader of conftest.py goes to it."""
    folder: Path = tmp_path_factory.mktemp("hostile")
    store.write(hostile.frames(), {"finished": "2021-07-01T10:00:00+00:00"}, folder)
    server = make_server("127.0.0.1", 0, create_app(Settings(folder)).server, threaded=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


def nothing_ran(page) -> None:
    mark = hostile.MARK
    assert page.evaluate(f"window.{mark} === undefined")
    assert page.locator("img[src='x'], svg[onload]").count() == 0
    for wrong in (f"a.hostname.includes('{mark}')", "a.protocol === 'javascript:'"):
        assert page.evaluate(f"[...document.links].filter((a) => {wrong}).length") == 0


@pytest.mark.parametrize("path", [path for name, path in PAGES.items() if name != "briefing"])
def test_no_page_lets_a_text_act(reader, path):
    nothing_ran(reader.open(path))


def test_no_record_lets_a_quote_act(reader):
    page = reader.open("/records?record=act-0000003")
    expect(page.locator("#record mark").first).to_be_visible()
    assert hostile.MARK in page.locator("#record").inner_text()
    nothing_ran(page)


def test_the_words_of_an_address_are_words(reader):
    page = reader.open(f"/?q=%3Cimg%20src%3Dx%20onerror%3Dwindow.{hostile.MARK}%3D1%3E&%3Cscript%3E=1")
    expect(page.locator("#notices")).to_contain_text("<script>")
    nothing_ran(page)
