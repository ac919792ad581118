"""The dashboard started as a manager's machine starts it, in a process of its own; for tests and benches."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from time import monotonic, sleep

ROOT = Path(__file__).parent.parent
PATIENCE = 120.0  # seconds; a busy machine starts two processes slowly


@dataclass(frozen=True)
class Service:
    """A running service: its first process and its address."""

    process: subprocess.Popen[bytes]
    base: str
    output: int  # the number of the file that it writes to

    def said(self) -> str:
        """Return what it has written so far."""
        return os.pread(self.output, 1_000_000, 0).decode()

    def status(self, path: str = "/") -> int:
        """Return the status of an answer; 0 where there was none."""
        try:
            with urllib.request.urlopen(self.base + path, timeout=PATIENCE) as answer:
                answer.read()
                return int(answer.status)
        except urllib.error.HTTPError as error:
            return error.code
        except OSError:
            return 0

    def sockets(self) -> int:
        """Return how many sockets its first process holds; it lets go of that which it listens on as it stops."""
        found = 0
        for one in Path(f"/proc/{self.process.pid}/fd").iterdir():
            with suppress(FileNotFoundError):  # closed since it was listed
                found += one.readlink().name.startswith("socket:")
        return found

    def workers(self) -> list[int]:
        """Return the numbers of the processes that answer."""
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children")
        return [int(number) for number in children.read_text().split()]

    def memory(self) -> float:
        """Return the memory of all its processes in MB, what they share counted once."""
        return sum(_proportional(number) for number in (self.process.pid, *self.workers())) / 1024


@contextmanager
def running(folder: Path, workers: int = 2, *more: str) -> Iterator[Service]:
    """Serve the tables of `folder`; at the end the service is stopped as systemd stops it."""
    port = free_port()
    command = [sys.executable, "-m", "dashboard", "--data", str(folder), "--port", str(port)]
    command += ["--workers", str(workers), *more]
    with TemporaryFile() as said:
        process = subprocess.Popen(command, cwd=ROOT, stdout=said, stderr=said)
        service = Service(process, f"http://127.0.0.1:{port}", said.fileno())
        try:
            wait(lambda: service.status("/healthz") == 200 or process.poll() is not None)
            said.seek(0)
            assert process.poll() is None, said.read().decode()
            yield service
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(timeout=PATIENCE)


def wait(until: Callable[[], bool]) -> None:
    """Wait until `until()` is true."""
    end = monotonic() + PATIENCE
    while not until():
        assert monotonic() < end, "waited in vain"
        sleep(0.1)


def free_port() -> int:
    """Return a port of this machine that nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        return int(free.getsockname()[1])


def _proportional(number: int) -> float:
    rolled = Path(f"/proc/{number}/smaps_rollup").read_text()
    return next(float(line.split()[1]) for line in rolled.splitlines() if line.startswith("Pss:"))


def kill(number: int) -> None:
    """End a process as a crash does."""
    os.kill(number, signal.SIGKILL)
