"""A made-up programme served on this machine, and Chromium to read it; whatever leaves the machine fails the test."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path
from time import monotonic

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, expect, sync_playwright
from werkzeug.serving import make_server

from dashboard.app import create_app
from dashboard.settings import Settings
from etl import store
from tests import synthetic

CHROMIUM = "/usr/bin/chromium"
ACTIVITIES = 600
FINISHED = "2021-07-01T00:00:00+00:00"
OWN = ("http://127.0.0.1:", "data:", "blob:")
QUIET = 0.2  # seconds in which nothing is under way: the page has drawn what it asked for
# The page is there, its charts are drawn, its grid stands in its place, and none of Dash's callbacks waits or runs.
IDLE = """!!document.querySelector('#page')?.childElementCount &&
  !document.querySelector('.dash-graph--pending, #grid-place:empty') &&
  Object.entries(window.store.getState().callbacks).every(
    ([state, those]) => ['stored', 'completed'].includes(state) || !those.length)"""
PATIENCE = 30_000  # milliseconds; two cores may be busy
expect.set_options(timeout=PATIENCE)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let the compression of answers leave files to the garbage collector: it does so on purpose.

    A test in the browser that fails is tried again, at most twice, and shown as an R: two busy cores can outlast any
    patience.
    """
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.filterwarnings("ignore:unclosed file:ResourceWarning"))
            item.add_marker(pytest.mark.flaky(reruns=2))


class Reader:
    """A page of the browser, at an address, with all that went wrong on it."""

    def __init__(self, page: Page, base: str) -> None:
        self.page, self.base = page, base
        self.wrong: list[str] = []
        self.under_way = 0
        page.set_default_timeout(PATIENCE)
        page.on("pageerror", lambda error: self.wrong.append(str(error)))
        page.on("console", self._hear)
        page.on("request", self._guard)
        page.on("requestfinished", self._ended)
        page.on("requestfailed", self._ended)

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.wrong.append(message.text)

    def _ended(self, request: Request) -> None:
        self.under_way = max(0, self.under_way - 1)

    def _guard(self, request: Request) -> None:
        self.under_way += 1
        if not request.url.startswith(OWN):
            self.wrong.append(f"asked another machine: {request.url}")

    def open(self, path: str = "/") -> Page:
        """Go to a path and wait until its charts are drawn."""
        self.page.goto(self.base + path)
        self.settle()
        return self.page

    def until(self, condition: str) -> None:
        """Wait until a JavaScript expression is true. (Playwright's own way needs eval, which our headers forbid.)"""
        end = monotonic() + PATIENCE / 1000
        while not self.page.evaluate(condition):
            assert monotonic() < end, f"never became true: {condition}"
            self.page.wait_for_timeout(50)

    def settle(self) -> None:
        """Wait until the page is there and neither it nor the server has had anything to do for a moment."""
        end = monotonic() + PATIENCE / 1000
        quiet_since = monotonic()
        while monotonic() - quiet_since < QUIET:
            assert monotonic() < end, "the page never came to rest"
            self.page.wait_for_timeout(40)
            if self.under_way or not self.page.evaluate(IDLE):
                quiet_since = monotonic()

    def number(self, tile: str) -> int:
        """Return the plain integer of a tile."""
        return int(self.page.locator(f"#{tile} [data-value]").get_attribute("data-value") or "-1")


@pytest.fixture(scope="session")
def base(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the made-up programme; return the address."""
    folder = tmp_path_factory.mktemp("data") / "out"
    frames = synthetic.frames(ACTIVITIES, seed=5)
    frames.pop("changes", None)  # the store makes it
    store.write(frames, {"finished": FINISHED}, Path(folder))
    app = create_app(Settings(data=folder))
    server = make_server("127.0.0.1", 0, app.server, threaded=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield chromium
        chromium.close()


@pytest.fixture
def size() -> tuple[int, int]:
    """The screen; a test may ask for another with `parametrize`."""
    return 1440, 900


@pytest.fixture
def reader(browser: Browser, base: str, size: tuple[int, int]) -> Iterator[Reader]:
    """A fresh reader without history; the test fails where the page reported an error or left the machine."""
    context = browser.new_context(viewport={"width": size[0], "height": size[1]}, accept_downloads=True)
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    reader = Reader(context.new_page(), base)
    yield reader
    context.close()
    assert reader.wrong == []
