"""How many readers a service bears: filters every two seconds at a million activities, while new tables arrive.

    python -m tests.bench.bench_load [ACTIVITIES] [READERS] [MINUTES] [--search]

Starts the service as `make serve` does, lets locust's readers (tests/bench/readers.py) ask it over loopback, swaps the
tables between two runs every minute, and watches the memory. Then finds, with ten more readers in each half minute,
where the 95th percentile passes half a second; with --search that alone, from READERS on. Everything runs on one
machine: the readers take of its processors, too. Fails where an answer failed, was of no run, came late, or where the
memory grew.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import json
import os
import subprocess
import sys
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import monotonic, sleep

from dashboard.address import write
from dashboard.view import View
from etl import runs, store
from tests import synthetic
from tests.bench.bench_filters import DONORS, ours, places, random_filters
from tests.service import ROOT, Service, running

BUDGET = 500.0  # milliseconds at the 95th percentile
GROWTH = 1.1  # of the memory, from the end of the first fifth to the end
SWAP_EVERY = 60.0  # seconds
LOOK_EVERY = 2.0  # seconds between two looks at the memory
STEP, STEP_SECONDS, MOST = 10, 30, 400  # readers; they come within five seconds, which are not counted
FILTERS, CHECKS = 400, 5


@dataclass(frozen=True)
class Measured:
    """What locust says of one stretch: requests, failures, percentiles in milliseconds; memory in MB over time."""

    asked: int
    failed: int
    p50: float
    p95: float
    p99: float
    memory: tuple[float, ...]


def two_runs(folder: Path, activities: int) -> list[Path]:
    """Write two runs of different sizes into `folder`; return their places."""
    found = []
    for more in (0, 1):
        frames = synthetic.frames(activities + more, 7 + more, DONORS, places(), evidence=False)
        frames.pop("changes", None)
        store.write(frames, {"finished": f"2021-07-0{1 + more}T00:00:00+00:00"}, folder)
        found.append((folder / runs.CURRENT).resolve())
    return found


def make_current(folder: Path, run: Path) -> None:
    """Let a run arrive in one step, as the store does."""
    aside = folder / ".next"
    aside.symlink_to(run)
    aside.rename(folder / runs.CURRENT)


def plan(folder: Path, own_runs: list[Path], path: Path) -> None:
    """Write what the readers ask, and what may be answered."""
    filters = [random_filters(seed) for seed in range(FILTERS)]
    checks: dict[str, list[str]] = {write(one, View()): [] for one in filters[:CHECKS]}
    for run in own_runs:
        make_current(folder, run)
        answer = ours(folder)
        for one in filters[:CHECKS]:
            checks[write(one, View())].append(hashlib.sha256(answer(one).encode()).hexdigest())
    path.write_text(json.dumps({"filters": [write(one, View()) for one in filters], "checks": checks}))


def stretch(service: Service, asked: Path, readers: int, seconds: float, swap: list[Path], folder: Path) -> Measured:
    """Let `readers` read for a while; swap the tables every minute where there are any to swap."""
    with tempfile.TemporaryDirectory() as said:
        command = [sys.executable, "-m", "locust", "-f", str(Path(__file__).with_name("readers.py")), "--headless"]
        command += ["-H", service.base, "-u", str(readers), "-r", str(readers / 5), "-t", f"{int(seconds)}s"]
        command += ["--csv", f"{said}/load", "--only-summary", "--reset-stats", "--loglevel", "ERROR"]
        silent = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        locust = subprocess.Popen(command, cwd=ROOT, env=os.environ | {"LOAD_PLAN": str(asked)}, **silent)
        memory, swapped, begun = [], 0, monotonic()
        while locust.poll() is None:
            with suppress(OSError, StopIteration):  # a process that has just gone
                memory.append(service.memory())
            if swap and monotonic() - begun > SWAP_EVERY * (swapped + 1):
                swapped += 1
                make_current(folder, swap[swapped % len(swap)])
            sleep(LOOK_EVERY)
        with open(f"{said}/load_stats.csv", encoding="utf-8") as file:  # noqa: PTH123
            row = next(row for row in csv.DictReader(file) if row["Name"] == "filter")
    late = (float(row[f"{n}%"]) for n in (50, 95, 99))
    return Measured(int(row["Request Count"]), int(row["Failure Count"]), *late, tuple(memory))


def grown(memory: tuple[float, ...]) -> float:
    """Return how many times the memory at the end is that after the first fifth."""
    part = max(1, len(memory) // 5)
    return median(memory[-part:]) / median(memory[part : 2 * part] or memory)


def endure(service: Service, asked: Path, readers: int, minutes: float, own_runs: list[Path], folder: Path) -> bool:
    """Print what a long stretch with new tables brings; say whether the budget was kept."""
    found = stretch(service, asked, readers, 60 * minutes, own_runs, folder)
    growth = grown(found.memory)
    print(f"{readers} readers, {minutes} minutes: {found.asked} filters, {found.failed} failed,", end=" ")
    print(f"p50 {found.p50:.0f} p95 {found.p95:.0f} p99 {found.p99:.0f} ms", flush=True)
    print(f"memory {median(found.memory):.0f} MB, most {max(found.memory):.0f}, grown {growth:.2f} times", flush=True)
    return found.failed == 0 and found.p95 <= BUDGET and growth <= GROWTH


def search(service: Service, asked: Path, first: int, folder: Path) -> bool:
    """Print the 95th percentile for more and more readers until it passes the budget; say whether none failed."""
    for readers in range(first, MOST + 1, STEP):
        found = stretch(service, asked, readers, STEP_SECONDS, [], folder)
        print(f"{readers} readers: p50 {found.p50:.0f} p95 {found.p95:.0f} ms, {found.failed} failed", flush=True)
        if found.failed or found.p95 > BUDGET:
            return not found.failed
    return True


def main() -> int:
    """Measure what was asked for; return 1 where the budget was not kept."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("activities", type=int, nargs="?", default=1_000_000)
    parser.add_argument("readers", type=int, nargs="?", default=50)
    parser.add_argument("minutes", type=float, nargs="?", default=10)
    parser.add_argument("--search", action="store_true", help="only how many readers are too many, from READERS on")
    told = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder, asked = Path(name) / "tables", Path(name) / "plan.json"
        own_runs = two_runs(folder, told.activities)
        plan(folder, own_runs, asked)
        with running(folder, os.cpu_count() or 2) as service:
            if told.search:
                return 0 if search(service, asked, told.readers, folder) else 1
            kept = endure(service, asked, told.readers, told.minutes, own_runs, folder)
            return 0 if search(service, asked, STEP, folder) and kept else 1


if __name__ == "__main__":
    sys.exit(main())
