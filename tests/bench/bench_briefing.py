"""How long each format of a briefing takes: PPTX of a million activities in 3 s, PDF in 5 s. Not run by pytest.

    python -m tests.bench.bench_briefing [ACTIVITIES] [FORMAT ...]     0 activities: the register

The first of a process pays for fonts and the start of Chromium, as every export of a reader does: each is made by a
process of its own. The second finds Chromium running. Both must hold.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import duckdb

from dashboard.briefing.compose import compose
from dashboard.briefing.options import Options
from dashboard.data import Data, open_data
from dashboard.exports import chromium
from dashboard.exports.formats import Wish, make
from dashboard.filters import Filters
from dashboard.source import Source, State
from dashboard.view import View
from etl import engine
from tests import synthetic
from tests.bench.timing import timed

ACTIVITIES = 1_000_000
REGISTER = Path(__file__).parents[2] / "data" / "register"
FORMATS = ("pptx", "pdf", "docx", "html")
LIMITS = {"pptx": 3.0, "pdf": 5.0}  # seconds
SCOPES = {"all": Filters(), "one donor since 2015": Filters(donor=("GBR",), first="2015")}


def main(activities: int, formats: list[str]) -> int:
    """Print seconds for each scope and format; return 1 where a limit is broken."""
    if activities == 0:
        return int(measured(Source(REGISTER).data(), formats) > 0)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "dashboard.duckdb"
        engine.build(synthetic.frames(activities, seed=1), path)
        with duckdb.connect(str(path), read_only=True) as connection:
            return int(measured(open_data(connection, "0001-abcdef01", "2021-07-01"), formats) > 0)


def measured(data: Data, formats: list[str]) -> int:
    """Print the seconds over some data; return how many were too many."""
    slow = 0
    for scope, filters in SCOPES.items():
        state = State(data, filters, View(), (), "light")
        print(f"{scope}: compose {timed(lambda s=state: compose(s, Options())):.2f} s", flush=True)
        chromium.BROWSER.end()
        for name in formats:
            seconds = [timed(lambda s=state, n=name: fresh(n, s)) for _ in range(2)]
            slow += max(seconds) > LIMITS.get(name, 60.0)
            print(f"  {name}: first {seconds[0]:.2f} s, then {seconds[1]:.2f} s", flush=True)
    return slow


def fresh(name: str, state: State) -> bytes:
    """Make a file without the pictures of the last one."""
    chromium.forget()
    return make(name, Wish(state, Options()))


if __name__ == "__main__":
    given = sys.argv[1:]
    sys.exit(main(int(given[0]) if given else ACTIVITIES, given[1:] or list(FORMATS)))
