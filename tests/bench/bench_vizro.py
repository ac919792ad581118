"""A filter in Vizro 1.0 and in this dashboard: the same data and filters, over HTTP, one after the other in one run.

    python -m tests.bench.bench_vizro [ACTIVITIES] [FILTERS] [PYTHON]

PYTHON is one that has vizro 1.0.0 and pyarrow; without it one is made under build/ (needs the package index). Vizro
answers with three charts, ours with the whole overview. The request that the browser sends for Vizro's charts is taken
down in Chromium and sent again with other values. Fails where ours is not 20 times faster at the 95th percentile.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

import pandas as pd
from playwright.sync_api import sync_playwright

from dashboard.address import write
from dashboard.filters import Filters
from etl import store
from tests import synthetic
from tests.bench.bench_filters import DONORS, places, random_filters
from tests.bench.timing import times
from tests.browser.conftest import CHROMIUM
from tests.service import ROOT, free_port, running, wait

TIMES_FASTER = 20
HERE = ROOT / "build" / "vizro" / "bin" / "python"
GRAPHS = ("countries", "years", "kinds")
LOADS_WITHIN = 120_000  # milliseconds until Vizro has drawn its first page


def main(activities: int = 1_000_000, filters: int = 40, python: str = "") -> int:
    """Measure both and print the ratio."""
    frames = synthetic.frames(activities, 7, DONORS, places(), evidence=False)
    asked = [simple(random_filters(seed)) for seed in range(filters)]
    with tempfile.TemporaryDirectory() as name:
        table = Path(name) / "activities.parquet"
        flattened(frames["activities"]).to_parquet(table)
        frames.pop("changes", None)
        store.write(frames, {}, Path(name) / "out")
        with running(Path(name) / "out", 1) as service:
            own = times(lambda one: post(service.base, ours(service.base, one)), asked)
        with vizro(python or made(), table) as base:
            request = taken_down(base)
            theirs = times(lambda one: post(base, with_values(request, one)), asked)
    print(f"{activities} activities  this dashboard p50 {own[0]:.0f} p95 {own[1]:.0f} ms, ", end="")
    print(f"Vizro p50 {theirs[0]:.0f} p95 {theirs[1]:.0f} ms: {theirs[1] / own[1]:.1f} times faster at p95")
    return 0 if theirs[1] >= TIMES_FASTER * own[1] else 1


def simple(filters: Filters) -> Filters:
    """Keep of a filter what both have: years, regions, kinds."""
    return Filters(first=filters.first, last=filters.last, region=filters.region, kind=filters.kind)


def flattened(activities: pd.DataFrame) -> pd.DataFrame:
    """Return a row for each activity and country."""
    events = activities[(activities["level"] == "event") & ~activities["aggregate"]]
    events = events[events["date_earliest"].notna()]
    table = pd.DataFrame({"n": range(len(events)), "date": pd.to_datetime(events["date_earliest"].to_numpy())})
    table["kind"], table["country"] = events["kind"].to_numpy(), events["country"].to_numpy()
    table = table.explode("country").dropna(subset=["country"])
    table["region"] = table["country"].map({code: region for code, region, _ in places()})
    return table.dropna(subset=["region"]).reset_index(drop=True)


def made() -> str:
    """Return a Python with Vizro, made where there is none."""
    if not HERE.exists():
        subprocess.run([sys.executable, "-m", "venv", str(HERE.parents[1])], check=True)
        subprocess.run([str(HERE), "-m", "pip", "install", "--quiet", "vizro==1.0.0", "pyarrow"], check=True)
    return str(HERE)


@contextmanager
def vizro(python: str, table: Path) -> Iterator[str]:
    """Serve the table with Vizro."""
    port = free_port()
    command = [python, str(Path(__file__).with_name("peer_vizro.py")), str(table), str(port)]
    process = subprocess.Popen(command, cwd=table.parent, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        wait(lambda: answers(f"http://127.0.0.1:{port}/"))
        yield f"http://127.0.0.1:{port}"
    finally:
        process.kill()
        process.wait()


def answers(address: str) -> bool:
    try:
        with urlopen(address, timeout=30) as answer:
            return bool(answer.status == 200)
    except OSError:
        return False


def taken_down(base: str) -> dict[str, Any]:
    """Return the request for all three charts that a browser sends."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page()
        found: list[dict[str, Any]] = []
        page.on("request", lambda one: found.append(json.loads(one.post_data)) if one.post_data else None)
        page.goto(base, timeout=LOADS_WITHIN)
        page.wait_for_selector("#kinds .bars path", timeout=LOADS_WITHIN, state="attached")
        browser.close()
    return next(one for one in found if all(graph in json.dumps(one.get("output", "")) for graph in GRAPHS))


def with_values(request: dict[str, Any], filters: Filters) -> dict[str, Any]:
    """Return a request with the values of `filters` in the place of its own."""
    values = {
        "pick-date": [f"{filters.first or 2005}-01-01", f"{filters.last or 2023}-12-31"],
        "pick-region": list(filters.region) or sorted({region for _, region, _ in places() if region}),
        "pick-kind": list(filters.kind) or list(synthetic.KINDS),
    }

    def changed(part: Any) -> Any:
        if isinstance(part, list):
            return [changed(one) for one in part]
        if isinstance(part, dict):
            own = {key: changed(one) for key, one in part.items()}
            return own | {"value": values[own["id"]]} if own.get("id") in values and "value" in own else own
        return part

    return dict(changed(request))


@cache
def outputs(base: str) -> tuple[str, list[dict[str, str]]]:
    """Return the name and the outputs of the callback that answers for our overview."""
    with urlopen(f"{base}/_dash-dependencies") as answer:
        name = next(one["output"] for one in json.load(answer) if "tiles.children" in one["output"])
    parts = (part.rsplit(".", 1) for part in name.strip(".").split("..."))
    return name, [dict(zip(("id", "property"), part, strict=True)) for part in parts]


def ours(base: str, filters: Filters) -> dict[str, Any]:
    """Return the request that our page sends for its overview."""
    name, parts = outputs(base)
    shown = {"id": "shown", "property": "data", "value": [write(filters), "light"]}
    return {"output": name, "outputs": parts, "inputs": [shown], "changedPropIds": ["shown.data"]}


def post(base: str, body: dict[str, Any]) -> bytes:
    """Send a request and return the answer."""
    headers = {"Content-Type": "application/json"}
    with urlopen(Request(f"{base}/_dash-update-component", json.dumps(body).encode(), headers)) as answer:
        return bytes(answer.read())


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:3]), *sys.argv[3:4]))
