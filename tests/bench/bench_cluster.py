"""How much faster two workers of a cluster read than one: the whole `etl run`, the same documents, the same tables.

    python -m tests.bench.bench_cluster [MEGABYTES]

Scheduler, workers and the run itself share this machine's processors. Fails where two are not 1.7 times as fast as one,
or where a table differs.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path
from time import monotonic

from etl.schema import TABLES
from tests.bench.bench_etl import text
from tests.cluster import cluster
from tests.service import ROOT

TIMES_FASTER = 1.7
DOCUMENT = 100_000  # characters
WORDS = [f"{a}{b}" for a in ("har", "ves", "tol", "mir", "pan", "gru") for b in ("bour", "sel", "ding", "ror", "lan")]


def seconds(documents: Path, out: Path, workers: int, aside: Path) -> float:
    """Return how long a run takes on a cluster of so many workers that have already read something."""
    with cluster(workers, aside) as found:
        run = [sys.executable, "-m", "etl", "run", "--no-corrections", "--scheduler", found.address]
        for folder in (aside / f"warm-{workers}", out):  # the first time the workers load what they know
            begun = monotonic()
            subprocess.run([*run, str(documents), "--out", str(folder)], cwd=ROOT, check=True, capture_output=True)
        return monotonic() - begun


def main(megabytes: int = 10) -> int:
    """Print both times and the ratio."""
    with tempfile.TemporaryDirectory() as name:
        folder, documents = Path(name), Path(name) / "documents"
        documents.mkdir()
        for n in range(megabytes * 10):
            (documents / f"{n:04d}.txt").write_text(text(DOCUMENT, n, WORDS), encoding="utf-8")
        took = {workers: seconds(documents, folder / f"out-{workers}", workers, folder) for workers in (1, 2)}
        same = all(len({(folder / f"out-{n}" / f"{t}.parquet").read_bytes() for n in took}) == 1 for t in TABLES)
    ratio = took[1] / took[2]
    print(f"{megabytes} MB: one worker {took[1]:.1f} s, two {took[2]:.1f} s, {ratio:.2f} times", end="; ")
    print(f"tables the same: {same}")
    return 0 if same and ratio >= TIMES_FASTER else 1


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
