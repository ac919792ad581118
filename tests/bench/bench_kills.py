"""ETL runs that are killed at random moments: after each the tables are whole, and those of a run that had ended.

    python -m tests.bench.bench_kills [RUNS]

Every run reads changed documents, so that each would write; a third is let end. Fails at the first table that is not
whole, or that is of no run.
"""

from __future__ import annotations

import random
import subprocess
import sys
import tempfile
from pathlib import Path
from time import monotonic, sleep

from etl import store
from tests.bench.bench_etl import text
from tests.service import ROOT

SIZE = 40_000  # characters
LET_END = 1 / 3
WORDS = ["harbour", "vessel", "ledger", "mirror"]


def started(documents: Path, out: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "etl", "run", str(documents), "--no-corrections", "--out", str(out)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def whole(out: Path) -> tuple[str, int]:
    """Return the current run and how many activities it has; fails where its tables do not fit each other."""
    frames, run = store.load(out), str(store.about(out)["run"])
    activities, mentions = frames["activities"], frames["mentions"]
    assert set(mentions["activity_id"]) == set(activities["activity_id"]), run
    assert set(frames["evidence"]["mention_id"]) <= set(mentions["mention_id"]), run
    with store.connect(out) as connection:
        assert connection.sql("select count(*) from activities").fetchall() == [(len(activities),)], run
    return run, len(activities)


def main(runs: int = 200) -> int:
    """Kill them and print what came of it."""
    draw = random.Random(7)
    with tempfile.TemporaryDirectory() as name:
        documents, out = Path(name) / "documents", Path(name) / "out"
        documents.mkdir()
        (documents / "feed.txt").write_text(text(SIZE, 0, WORDS), encoding="utf-8")
        begun = monotonic()
        assert started(documents, out).wait() == 0
        usual = monotonic() - begun
        seen, killed = {whole(out)[0]}, 0
        for n in range(1, runs + 1):
            (documents / "feed.txt").write_text(text(SIZE, n, WORDS), encoding="utf-8")
            process = started(documents, out)
            if draw.random() > LET_END:
                sleep(draw.random() * usual)
                process.kill()
            killed += process.wait() != 0
            seen.add(whole(out)[0])
    print(f"{runs} runs, {killed} killed midway, {len(seen)} different runs seen afterwards; every one was whole")
    return 0


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
