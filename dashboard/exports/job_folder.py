"""The folder of one export: its order, how far it is, its end. Any process of the dashboard can read it.

order.json: what is wanted. lock: held by the process that works on it, with its number inside. share: what is done.
file: the finished file. failed: why there never will be one. What is written appears whole or not at all.
"""

from __future__ import annotations

import os
import shutil
import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from fcntl import LOCK_EX, LOCK_NB, LOCK_SH, flock
from pathlib import Path
from time import monotonic, sleep, time

DYING = 5.0  # seconds in which what a killed process had started must be gone
LOOK_EVERY = 0.05  # seconds
STARTING = 60.0  # seconds in which a process must have begun; a busy machine takes its time


@dataclass(frozen=True, slots=True)
class JobFolder:
    """`path` need not exist: another process may have taken it away."""

    path: Path

    def write(self, name: str, content: bytes) -> None:
        """Put a file there; OSError where the folder is gone."""
        part = self.path / f"{name}.part"
        part.write_bytes(content)
        part.replace(self.path / name)

    def text(self, name: str) -> str:
        """Return the text of a file, "" where there is none."""
        with suppress(OSError):
            return (self.path / name).read_text(encoding="utf-8")
        return ""

    @property
    def file(self) -> Path:
        """Where the finished file is, or will be."""
        return self.path / "file"

    @contextmanager
    def held(self) -> Iterator[None]:
        """Say to all others that this process works on it."""
        with (self.path / "lock.part").open("w", encoding="ascii") as lock:
            flock(lock, LOCK_EX)
            lock.write(str(os.getpid()))
            lock.flush()
            (self.path / "lock.part").replace(self.path / "lock")  # nobody sees it before it is held
            yield

    def worker(self) -> int:
        """Return the number of the process that works on it; 0 where none does."""
        with suppress(OSError), (self.path / "lock").open(encoding="ascii") as lock:
            try:
                flock(lock, LOCK_SH | LOCK_NB)
            except BlockingIOError:
                return int(lock.read() or 0)
        return 0

    def is_under_way(self) -> bool:
        """Say whether a process works on it or will begin to."""
        with suppress(OSError):
            is_new = time() - (self.path / "order.json").stat().st_mtime < STARTING
            return bool(self.worker()) or (is_new and not (self.path / "lock").exists())
        return False

    def remove(self) -> None:
        """End the work and take the folder away."""
        if worker := self.worker():
            with suppress(ProcessLookupError):
                os.kill(worker, signal.SIGKILL)  # typst and Chromium hear no other
        end = monotonic() + DYING
        while self.path.exists() and monotonic() < end:  # its Chromium writes on until it notices
            shutil.rmtree(self.path, ignore_errors=True)
            sleep(LOOK_EVERY)
