"""A Dask scheduler and workers as processes of this machine, for tests and benches."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.service import ROOT, free_port, wait


@dataclass(frozen=True)
class Cluster:
    """A running cluster: the address of its scheduler and its workers' processes."""

    address: str
    workers: list[subprocess.Popen[bytes]]


@contextmanager
def cluster(workers: int, folder: Path) -> Iterator[Cluster]:
    """Start a scheduler and workers of one thread each on loopback; `folder` takes what they write aside."""
    address = f"tcp://127.0.0.1:{free_port()}"
    port = address.rsplit(":", 1)[1]
    scheduler = _start("dask_scheduler", "--host", "127.0.0.1", "--port", port, "--no-dashboard", "--no-show")
    aside = ("--nthreads", "1", "--no-nanny", "--no-dashboard", "--local-directory", str(folder))
    started = [_start("dask_worker", address, *aside) for _ in range(workers)]
    try:
        wait(lambda: _counted(address) == workers)
        yield Cluster(address, started)
    finally:
        for process in (*started, scheduler):
            process.kill()
            process.wait()


def _start(tool: str, *arguments: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", f"distributed.cli.{tool}", *arguments]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def _counted(address: str) -> int:
    """Return how many workers a scheduler has, asked from a process of its own; 0 where it does not answer yet."""
    ask = f"from distributed import Client; print(len(Client({address!r}, timeout=2).nthreads()))"
    said = subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True).stdout.split()
    return int(said[-1]) if said else 0
