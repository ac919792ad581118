"""How the time of a filter grows with the number of activities, and what our queries cost above their bare SQL.

    python -m tests.bench.bench_growth [MOST_ACTIVITIES] [FILTERS]

At 10^4, 10^5 ... activities: the overview's whole answer as JSON, the queries for it, and SQL that answers the same,
given to DuckDB by hand. Beyond a million every activity stands several times in the engine's file, so that memory is
enough. Draws docs/growth.svg. Fails where the queries take more than 1.5 times their SQL at a million activities.
"""

from __future__ import annotations

import math
import sys
import tempfile
from pathlib import Path

import duckdb

from dashboard import queries
from dashboard.data import Data, open_data
from dashboard.filters import Filters
from etl import engine, store
from tests import synthetic
from tests.bench.bench_filters import DONORS, ours, places, random_filters
from tests.bench.by_hand import by_hand
from tests.bench.drawn import Line, draw
from tests.bench.timing import times

SMALLEST = 10_000
JUDGED, TIMES_SQL = 1_000_000, 1.5
FIGURE = Path(__file__).parents[2] / "docs" / "growth.svg"
MOST_MADE = 1_000_000  # activities made one by one; pandas needs 2 GB for them


def all_queries(data: Data, filters: Filters) -> None:
    """Ask all that the overview shows, without what was answered before."""
    data.answers.clear()
    data.passing.clear()
    queries.totals(data, filters)
    queries.by_country(data, filters)
    queries.by_period(data, filters, "year")
    for field in ("kind", "area"):
        queries.by_field(data, filters, field)


def build(activities: int, path: Path) -> None:
    """Write an engine's file of so many activities."""
    made = min(activities, MOST_MADE)
    engine.build(synthetic.frames(made, 7, DONORS, places(), evidence=False), path)
    if activities > made:
        with duckdb.connect(str(path)) as connection:
            repeat(connection, activities // made)


def repeat(connection: duckdb.DuckDBPyConnection, times: int) -> None:
    """Let every row with the number of an activity stand so many times, in the order that it has."""
    query = "select table_name from duckdb_columns() join duckdb_tables() using (table_name) where column_name = 'n'"
    for (table,) in connection.execute(query).fetchall():
        copies = f"from {table} own, range({times}) copies(k) order by own.rowid, k"
        connection.execute(f"create or replace table {table} as select own.* replace (n * {times} + k as n) {copies}")


def measured(folder: Path, asked: list[Filters]) -> dict[str, tuple[float, float]]:
    """Return the times of the whole answer, of its queries and of their SQL by hand."""
    whole = times(ours(folder), asked)
    with duckdb.connect(str(folder / store.ENGINE_FILE), read_only=True) as connection:
        data = open_data(connection)
        statements = [by_hand(data, filters) for filters in asked]
        sql = times(lambda own: [connection.execute(*one).fetchall() for one in own], statements)
        own = times(lambda filters: all_queries(data, filters), asked)
    return {"whole answer": whole, "its queries": own, "SQL by hand": sql}


def main(most: int = 10_000_000, filters: int = 60) -> int:
    """Measure, print, draw."""
    asked = [random_filters(seed) for seed in range(filters)]
    lines: dict[str, list[tuple[float, float]]] = {}
    ratio = 0.0
    sizes = [10**power for power in range(int(math.log10(SMALLEST)), round(math.log10(most)) + 1)]
    for activities in sizes:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            build(activities, folder / store.ENGINE_FILE)
            found = measured(folder, asked)
        for what, (middle, late) in found.items():
            print(f"{activities:>10} {what:20} p50 {middle:7.1f}  p95 {late:7.1f} ms", flush=True)
            lines.setdefault(f"{what}, p95", []).append((activities, late))
        if activities == JUDGED:
            ratio = found["its queries"][1] / found["SQL by hand"][1]
    for what, points in lines.items():
        print(f"{what}: slope {slope(points):.2f} of the logarithms (1.0: time grows as the rows do)")
    if ratio:
        print(f"the queries take {ratio:.2f} times the SQL by hand at p95 and {JUDGED} activities")
    draw([Line(what, points) for what, points in lines.items()], "activities", "milliseconds", FIGURE)
    return 0 if ratio <= TIMES_SQL else 1


def slope(points: list[tuple[float, float]]) -> float:
    """Return the slope of the logarithms over the last factor of ten and the one before it."""
    (x, y), (x_late, y_late) = points[max(0, len(points) - 3)], points[-1]
    return math.log(y_late / y) / math.log(x_late / x) if x_late > x else 0.0


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
