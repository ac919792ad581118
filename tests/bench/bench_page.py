"""What the first page costs a reader in a real browser: bytes, requests, time to the drawn map, time from a click on.

    python -m tests.bench.bench_page [DATA] [TURNS]

A server of its own shows DATA (the register that comes with the project). Each turn is a new reader: a first view,
a reload, and clicks on bars. Fails where a first view weighs more than 3 MB or its map takes more than 2 s.
"""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, CDPSession, Page, sync_playwright

ROOT = Path(__file__).parents[2]
CHROMIUM = "/usr/bin/chromium"
PORT = 8139
MOST_BYTES, MOST_TIME = 3_000_000, 2000  # compressed; milliseconds
CLICKS = 4
# When the map has its countries, and when the grid has its rows, in milliseconds from the start of the document.
WATCH = """(() => {
  window.seen = {};
  const parts = { tiles: "#tiles [data-value]", map: "#map .choroplethlayer path", rows: "#records .ag-row" };
  const look = () => {
    for (const [name, path] of Object.entries(parts))
      if (!(name in window.seen) && document.querySelector(path)) window.seen[name] = performance.now();
    requestAnimationFrame(look);
  };
  look();
})()"""
# A click on the n-th bar; ends with the frame after which the tile has changed and all four charts are drawn anew.
CLICK = """(place) => new Promise((end) => {
  const graphs = [...document.querySelectorAll(".js-plotly-plot")];
  const tile = document.querySelector("#kpi-activities [data-value]").dataset.value;
  let left = graphs.length, begun = 0;
  const look = () => {
    const changed = document.querySelector("#kpi-activities [data-value]")?.dataset.value !== tile;
    if (left <= 0 && changed) requestAnimationFrame(() => end(performance.now() - begun));
    else requestAnimationFrame(look);
  };
  graphs.forEach((graph) => graph.once("plotly_afterplot", () => { left -= 1; }));
  const bars = document.querySelector("#breakdown .js-plotly-plot");
  begun = performance.now();
  bars.emit("plotly_click", { points: [{ curveNumber: 0, pointNumber: place, pointIndex: place, data: bars.data[0],
    fullData: bars._fullData[0], customdata: bars.data[0].customdata[place] }] });
  look();
})"""


@dataclass
class View:
    """What one view cost: bytes and requests on the wire, milliseconds to what was seen."""

    size: float
    requests: int
    seen: dict[str, float]


class Wire:
    """Counts what goes over the wire."""

    def __init__(self, session: CDPSession) -> None:
        self.size, self.requests = 0.0, 0
        session.send("Network.enable")
        session.on("Network.loadingFinished", self._add)

    def _add(self, event: dict[str, float]) -> None:
        self.size += event["encodedDataLength"]
        self.requests += event["encodedDataLength"] > 0  # what comes from the cache costs nothing

    def take(self) -> tuple[float, int]:
        """Return bytes and requests since the last time."""
        taken, self.size, self.requests = (self.size, self.requests), 0.0, 0
        return taken


def looked_at(page: Page, wire: Wire) -> View:
    """Wait until everything is there and return what it cost."""
    page.locator("#records .ag-row").first.wait_for()
    page.wait_for_timeout(800)
    return View(*wire.take(), page.evaluate("window.seen"))


def turn(browser: Browser, address: str) -> tuple[View, View, list[float]]:
    """Return the first view, the reload, and the milliseconds of clicks of a new reader."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    page.add_init_script(WATCH)
    wire = Wire(context.new_cdp_session(page))
    page.goto(address)
    first = looked_at(page, wire)
    page.reload()
    again = looked_at(page, wire)
    clicks = []
    for place in range(CLICKS):
        clicks.append(page.evaluate(CLICK, place))
        page.wait_for_timeout(500)
        page.go_back()
        page.wait_for_timeout(1200)
    context.close()
    return first, again, clicks


def told(name: str, views: list[View]) -> float:
    """Print the medians of views and return that of the map."""
    map_drawn, tiles, rows = (median(view.seen[part] for view in views) for part in ("map", "tiles", "rows"))
    size, requests = median(view.size for view in views), median(view.requests for view in views)
    slowest = max(view.seen["map"] for view in views)
    print(
        f"{name:12} {size / 1e6:5.2f} MB {requests:4.0f} requests"
        f"   tiles {tiles:5.0f}  map {map_drawn:5.0f} (slowest {slowest:5.0f})  rows {rows:5.0f} ms",
        flush=True,
    )
    return map_drawn


def main(data: str = str(ROOT / "data" / "register"), turns: str = "5") -> int:
    command = [sys.executable, "-m", "dashboard", "--data", data, "--port", str(PORT)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as server, sync_playwright() as play:
        assert server.stdout is not None
        server.stdout.readline()  # "The dashboard is at ..."
        browser = play.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        found = [turn(browser, f"http://127.0.0.1:{PORT}/") for _ in range(int(turns))]
        browser.close()
        server.terminate()
    map_drawn = told("first view", [first for first, _, _ in found])
    told("reload", [again for _, again, _ in found])
    clicks = sorted(time for _, _, times in found for time in times)
    print(f"click to repaint, all four charts   p50 {median(clicks):5.0f}  max {clicks[-1]:5.0f} ms")
    heaviest = max(first.size for first, _, _ in found)
    return 0 if heaviest <= MOST_BYTES and map_drawn <= MOST_TIME else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
