"""Files made to take long: how their time grows with their length, and how soon those that are refused end.

    python -m tests.bench.bench_long

Fails where a line of activities takes time by the square of its length, or one file too many seconds.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import process_time

from etl.__main__ import main as etl
from etl.read.documents import documents
from etl.read.file import File
from etl.read.text import read
from etl.split.shapes import split
from tests.bench.timing import timed
from tests.etl.feed import FEED
from tests.etl.test_read_kinds import BAD

FEW, MANY = 300, 1500  # activities of one line
GROWTH = 12.0  # times as much work for five times as many; the square would be 25
LINE, LINE_SECONDS = 25_000, 10.0  # sentences of one line: a million characters
REFUSED_SECONDS = 20.0


def work_of_a_line(activities: int) -> float:
    """Return the processor's seconds for a run over a line that tells of so many activities."""
    with tempfile.TemporaryDirectory() as name:
        file = Path(name) / "line.txt"
        file.write_text(" ".join(FEED.split("\n")[2].replace("24", str(n)) for n in range(activities)))
        begun = process_time()
        etl(["run", str(file), "--no-corrections", "--out", f"{name}/out"])
        return process_time() - begun


def split_a_line() -> None:
    with tempfile.TemporaryDirectory() as name:
        file = Path(name) / "line.txt"
        file.write_text("A course was held in Lima on 5 May 2019. " * LINE, encoding="utf-8")
        split(read(file, file.name))


def refusing(case: str) -> Callable[[], object]:
    return lambda: list(documents(File("bad", data=BAD[case][0])))


def main() -> int:
    growth = work_of_a_line(MANY) / work_of_a_line(FEW)
    line = timed(split_a_line)
    refused, case = max((timed(refusing(case)), case) for case in BAD)
    print(f"a line of {MANY} activities: {growth:.1f} times the work of one of {FEW}")
    print(f"a line of a million characters: {line:.1f} s")
    print(f"of {len(BAD)} refused files the slowest took {refused:.1f} s ({case})")
    return 0 if growth < GROWTH and line < LINE_SECONDS and refused < REFUSED_SECONDS else 1


if __name__ == "__main__":
    sys.exit(main())
