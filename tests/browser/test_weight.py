"""What the overview costs the wire: at most 3 MB compressed at first sight, next to nothing when it is opened again."""

from __future__ import annotations

import os
import re
import shutil
import threading
from urllib.parse import urlsplit

import pytest
from werkzeug.serving import make_server

from dashboard import app as app_module
from dashboard import static_files
from dashboard.app import create_app
from dashboard.settings import Settings
from tests.browser.conftest import Reader
from tests.dashboard.signing import tables

pytestmark = pytest.mark.browser

FIRST_SIGHT = 3_000_000  # bytes, compressed
AGAIN = 200_000  # answers about the data, and the page itself
FILE = re.compile(r"(/static/[0-9a-f]{20})?/(assets|access|_dash-component-suites)/")
COLOUR = "getComputedStyle(document.documentElement).getPropertyValue('--paper').trim()"


class Wire:
    """What a page asks for and where it comes from."""

    def __init__(self, reader):
        self.sizes: list[float] = []
        self.files: dict[str, str] = {}  # what is asked for -> its path
        self.kept: set[str] = set()  # what the browser had
        wire = reader.page.context.new_cdp_session(reader.page)
        wire.send("Network.enable")
        wire.on("Network.loadingFinished", lambda event: self.sizes.append(event["encodedDataLength"]))
        wire.on("Network.requestServedFromCache", lambda event: self.kept.add(event["requestId"]))
        wire.on("Network.responseReceived", self._hear)

    def _hear(self, event):
        path = urlsplit(event["response"]["url"]).path
        if FILE.match(path):
            self.files[event["requestId"]] = path
        if event["response"].get("fromDiskCache"):
            self.kept.add(event["requestId"])

    def clear(self):
        self.sizes.clear()
        self.files.clear()
        self.kept.clear()


def test_the_first_view_is_light_and_a_reload_takes_all_files_from_the_browser(reader):
    wire = Wire(reader)
    reader.open()
    first = sum(wire.sizes)
    assert 500_000 < first <= FIRST_SIGHT
    assert len(set(wire.files.values())) > 30
    assert [path for path in wire.files.values() if not path.startswith("/static/")] == []  # all by their content
    wire.clear()
    reader.page.reload()
    reader.settle()
    assert 0 < sum(wire.sizes) <= AGAIN
    assert len(wire.files) > 30
    assert [path for name, path in wire.files.items() if name not in wire.kept] == []


@pytest.fixture
def changing(tmp_path, monkeypatch):
    """A dashboard with assets that a test may change."""
    assets = tmp_path / "assets"
    shutil.copytree(static_files.ASSETS, assets)
    monkeypatch.setattr(app_module, "ASSETS", assets)
    monkeypatch.setattr(static_files, "ASSETS", assets)
    app = create_app(Settings(tables(tmp_path / "data")))
    server = make_server("127.0.0.1", 0, app.server, threaded=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield assets, f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


def test_a_changed_style_is_seen_at_the_next_load(browser, changing):
    assets, base = changing
    sheet = assets / "css" / "10-tokens.css"
    context = browser.new_context()
    reader = Reader(context.new_page(), base)
    reader.open()
    assert reader.page.evaluate(COLOUR) != "#123456"
    before = sheet.stat()
    sheet.write_text(sheet.read_text().replace("--paper: #f6f5f1", "--paper: #123456"))
    os.utime(sheet, ns=(before.st_atime_ns, before.st_mtime_ns + 1))  # within the same second
    reader.open()
    assert reader.page.evaluate(COLOUR) == "#123456"
    assert reader.wrong == []
    context.close()
