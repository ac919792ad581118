"""One process, several, a cluster, a cluster that loses a worker: the same tables, byte for byte."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from etl import pipeline
from etl.same import compared, groups
from etl.same.tellings import Telling, told
from etl.schema import TABLES
from etl.sources import sources
from etl.workers import NoCluster, Workers, on_cluster, on_this_machine
from tests.bench.bench_etl import text
from tests.cluster import Cluster, cluster
from tests.etl.made import mention
from tests.service import ROOT, wait

DOCUMENTS, SIZE = 40, 30_000  # characters each: enough that a worker can be lost midway
WORDS = [f"{a}{b}" for a in ("har", "ves", "tol", "mir") for b in ("bour", "sel", "ding", "ror", "lan")]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("documents")
    for n in range(DOCUMENTS):
        (folder / f"feed-{n:02d}.txt").write_text(text(SIZE, n, WORDS), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    with cluster(2, tmp_path_factory.mktemp("aside")) as found:
        yield found


def tables(out: Path) -> dict[str, bytes]:
    return {name: (out / f"{name}.parquet").read_bytes() for name in TABLES}


def run(folder: Path, out: Path, *more: str) -> dict[str, bytes]:
    command = [sys.executable, "-m", "etl", "run", str(folder), "--no-corrections", "--out", str(out), *more]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert ended.returncode == 0, ended.stderr
    return tables(out)


@pytest.fixture(scope="module")
def alone(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return run(folder, tmp_path_factory.mktemp("alone") / "out")


def test_processes_make_the_same_tables(folder, monkeypatch):
    here = pipeline.run(sources([folder]))
    monkeypatch.setattr(pipeline, "WORTH_OTHER_PROCESSES", 0)
    monkeypatch.setattr(compared, "WORTH_SHARING", 0)
    monkeypatch.setattr(compared, "OF_ONE_TASK", 1)
    there = pipeline.run(sources([folder]))
    assert all(here.frames[name].equals(there.frames[name]) for name in here.frames)
    assert len(here.frames["mentions"]) >= DOCUMENTS


@pytest.fixture(scope="module")
def tellings() -> list[Telling]:
    """Return tellings of which every fifth tells again, in other words, of what another did."""
    found = []
    for n in range(600):
        day, theme = f"2019-{n % 12 + 1:02d}-{n // 5 % 27 + 1:02d}", WORDS[n // 5 % len(WORDS)]
        title = f"Course on {theme} and {WORDS[n % 7]} in the harbour"
        found.append(told(mention(title, f"It was held {n % 5} times", kind="training", date=day, country=["KEN"])))
    return found


@pytest.mark.parametrize("size", [1, 50, 3000])
def test_blocks_are_compared_anywhere_with_the_same_groups(size, tellings, monkeypatch):
    alone = groups.grouped(tellings, {}, {})
    assert len(alone.merges) > 20
    monkeypatch.setattr(compared, "WORTH_SHARING", 0)
    monkeypatch.setattr(compared, "OF_ONE_TASK", size)
    with on_this_machine() as workers:
        shared = groups.grouped(tellings, {}, {}, workers)
    assert shared == alone


def test_a_cluster_that_loses_a_worker_compares_all_the_same(tellings, tmp_path, monkeypatch):
    alone = groups.grouped(tellings, {}, {})
    monkeypatch.setattr(compared, "WORTH_SHARING", 0)
    monkeypatch.setattr(compared, "OF_ONE_TASK", 1)
    handed_out = []

    def count(workers: Workers, make: Any, tasks: Any, worth: bool = True) -> Iterator[Any]:
        for done in usual(workers, make, tasks, worth):
            handed_out.append(done)
            if len(handed_out) == 3:
                found.workers[0].kill()
            yield done

    usual = Workers.each
    monkeypatch.setattr(Workers, "each", count)
    with cluster(2, tmp_path) as found, on_cluster(found.address) as workers:
        assert groups.grouped(tellings, {}, {}, workers) == alone
    assert len(handed_out) > 10


def test_a_cluster_makes_the_same_tables(folder, alone, two, tmp_path):
    assert run(folder, tmp_path / "out", "--scheduler", two.address) == alone


def test_a_worker_that_is_lost_costs_no_row(folder, alone, tmp_path):
    with cluster(2, tmp_path) as found:
        made: dict[str, bytes] = {}
        running = Thread(target=lambda: made.update(run(folder, tmp_path / "out", "--scheduler", found.address)))
        running.start()
        wait(lambda: _works(found.workers[0].pid) or not running.is_alive())
        assert running.is_alive(), "the run was over before a worker could be lost"
        found.workers[0].kill()
        running.join()
    assert made == alone


def test_a_scheduler_that_is_not_there_is_said():
    with pytest.raises(NoCluster, match="no scheduler answers there"), on_cluster("tcp://127.0.0.1:9"):
        pass


def _works(process: int) -> bool:
    """Say whether a worker has begun to read: it has used a second of the processor more than starting takes."""
    used = Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()
    return int(used[11]) + int(used[12]) > 250
