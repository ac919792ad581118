"""A page that is open while a new run arrives: it says so, stays as it is, and shows the new data when asked to."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from werkzeug.serving import make_server

from dashboard import source
from dashboard.app import create_app
from dashboard.callbacks import frame
from dashboard.settings import Settings
from tests.browser.conftest import Reader
from tests.dashboard.signing import tables

pytestmark = pytest.mark.browser


@pytest.fixture
def served(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Path, str]]:
    """A dashboard over a folder that a test may write to; pages and server look for a new run all the time."""
    monkeypatch.setattr(frame, "PULSE_EVERY", 500)
    monkeypatch.setattr(source, "LOOK_EVERY", 0.1)
    app = create_app(Settings(tables(tmp_path / "out", 60)))
    server = make_server("127.0.0.1", 0, app.server, threaded=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield tmp_path / "out", f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "Newer data is here"), ("fr", "De nouvelles données sont arrivées"),
     ("es", "Hay datos nuevos")],
)  # fmt: skip
def test_newer_data_is_said_and_shown_when_asked_for(
    browser: Browser, served: tuple[Path, str], language: str, said: str
) -> None:
    folder, base = served
    context = browser.new_context()
    reader = Reader(context.new_page(), base)
    page = reader.page
    page.goto(f"{base}/?lang={language}&kind=training,workshop")
    before = page.locator("#kpi-activities [data-value]")
    expect(before).to_be_visible()
    counted = before.get_attribute("data-value")
    expect(page.locator("#new-data")).to_be_empty()
    tables(folder, 400)
    expect(page.locator("#new-data")).to_contain_text(said)
    assert before.get_attribute("data-value") == counted  # nothing moves under the reader
    page.locator("#new-data button").click()
    expect(page.locator(f"#kpi-activities [data-value='{counted}']")).to_have_count(0)
    expect(before).to_be_visible()
    expect(page.locator("#new-data")).to_be_empty()
    assert page.url == f"{base}/?lang={language}&kind=training,workshop"
    context.close()
    assert reader.wrong == []
