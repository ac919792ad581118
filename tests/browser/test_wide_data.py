"""Thousands of options, names too long for any column, hundreds of chosen values: the overview holds."""

from __future__ import annotations

import threading

import pytest
from conftest import Reader
from playwright.sync_api import expect
from werkzeug.serving import make_server

from dashboard.app import create_app
from dashboard.settings import Settings
from etl import store
from tests import synthetic

pytestmark = pytest.mark.browser

LONG = "The International Fund of All Friends of the Long Names That No Column Was Ever Made to Hold"
OPTIONS = 4000


@pytest.fixture(scope="module")
def wide(tmp_path_factory):
    """Serve a programme with 4,000 donors, one of them with a name of over 90 characters; return the address."""
    frames = synthetic.frames(OPTIONS, seed=7, evidence=False)
    frames.pop("changes")
    table = frames["activities"].assign(level="event", aggregate=False)
    table["donors"] = [[f"Foundation number {n:04d}"] for n in range(OPTIONS - 1)] + [[LONG]]
    table["title"] = "A title without an end " * 12
    folder = tmp_path_factory.mktemp("wide") / "out"
    store.write(frames | {"activities": table}, {}, folder)
    server = make_server("127.0.0.1", 0, create_app(Settings(data=folder)).server, threaded=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def wide_reader(browser, wide, size):
    context = browser.new_context(viewport={"width": size[0], "height": size[1]})
    reader = Reader(context.new_page(), wide)
    yield reader
    context.close()
    assert reader.wrong == []


def test_a_name_is_found_among_thousands(wide_reader):
    page = wide_reader.open()
    page.click(".filters-more")
    page.click("#filter-donor")
    options = page.locator("[role=option]:visible")
    options.first.wait_for()
    assert options.count() <= 100
    page.keyboard.type("No Column")
    expect(options).to_have_count(1)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**donor=**")
    wide_reader.settle()
    assert wide_reader.number("kpi-activities") == 1
    expect(page.locator("#sentence")).to_contain_text(LONG)


@pytest.mark.parametrize("size", [(1440, 900), (390, 844)])
def test_hundreds_of_values_leave_room_for_the_page(wide_reader, size):
    chosen = ",".join(f"foundation-number-{n:04d}" for n in range(300))
    page = wide_reader.open(f"/?donor={chosen}")
    assert wide_reader.number("kpi-activities") == 300
    assert page.locator(".chip").count() == 300
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert page.locator("#kpi-activities").bounding_box()["y"] < size[1]
