"""How long each format of a briefing takes: PPTX of a million activities in 3 s, PDF in 5 s. Not run by pytest.

    python -m tests.bench.bench_briefing [ACTIVITIES] [FORMAT ...]

The first PPTX and PDF of a process pay for imports and fonts; the second is what a reader waits for.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from time import perf_counter

import duckdb

from dashboard.briefing.compose import compose
from dashboard.briefing.options import Options
from dashboard.data import open_data
from dashboard.exports.formats import Wish, make
from dashboard.filters import Filters
from dashboard.source import State
from dashboard.view import View
from etl import engine
from tests import synthetic

ACTIVITIES = 1_000_000
FORMATS = ("pptx", "pdf", "docx", "html")
LIMITS = {"pptx": 3.0, "pdf": 5.0}  # seconds
SCOPES = {"all": Filters(), "one donor since 2015": Filters(donor=("GBR",), first="2015")}


def main(activities: int, formats: list[str]) -> int:
    """Print seconds for each scope and format; return 1 where a limit is broken."""
    slow = 0
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "dashboard.duckdb"
        engine.build(synthetic.frames(activities, seed=1), path)
        with duckdb.connect(str(path), read_only=True) as connection:
            data = open_data(connection, "0001-abcdef01", "2021-07-01")
            for scope, filters in SCOPES.items():
                state = State(data, filters, View(), (), "light")
                print(f"{scope}: compose {timed(lambda s=state: compose(s, Options())):.2f} s", flush=True)
                for name in formats:
                    seconds = [timed(lambda s=state, n=name: make(n, Wish(s, Options()))) for _ in range(2)]
                    slow += seconds[1] > LIMITS.get(name, 60.0)
                    print(f"  {name}: first {seconds[0]:.2f} s, then {seconds[1]:.2f} s", flush=True)
    return int(slow > 0)


def timed(do) -> float:
    """Return how many seconds something takes."""
    start = perf_counter()
    do()
    return perf_counter() - start


if __name__ == "__main__":
    given = sys.argv[1:]
    sys.exit(main(int(given[0]) if given else ACTIVITIES, given[1:] or list(FORMATS)))
