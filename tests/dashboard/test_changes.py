"""What is new since a run or a day, as far as the kept runs can tell."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pandas as pd
import pytest

from dashboard import queries
from dashboard.data import Data
from tests import synthetic
from tests.dashboard.conftest import opened

KEPT = (("0002-b", "2021-03-01T10:00:00+00:00"), ("0003-c", "2021-05-01T10:00:00+00:00"))


@pytest.fixture(scope="module")
def changed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Data]:
    frames = synthetic.frames(20, 3)
    rows = [("0001-a", "act-0000001", "new"), ("0002-b", "act-0000002", "new"), ("0003-c", "act-0000002", "changed")]
    frames["changes"] = pd.DataFrame(
        [{"run": run, "activity_id": name, "change": change, "fields": []} for run, name, change in rows]
    )
    yield from opened(frames, tmp_path_factory.mktemp("changes") / "dashboard.duckdb")


@pytest.mark.parametrize(
    ("since", "runs", "sure"),
    [
        ("", ["0003-c", "0002-b"], True),
        ("0002-b", ["0003-c"], True),
        ("2021-04", ["0003-c"], True),
        ("2021-05-01", ["0003-c"], True),
        ("2021-05-02", [], True),
        ("2021-03-01", ["0003-c", "0002-b"], False),  # 0001-a is no longer kept: it may have ended before or after
        ("nonsense", [], True),
    ],
)
def test_the_runs_that_ended_since_a_day_count(changed: Data, since: str, runs: list[str], sure: bool) -> None:
    data = replace(changed, history=KEPT)
    assert [one.run for one in queries.changes(data, since)] == runs
    assert queries.run_before(data, since)[1] is sure


def test_where_every_run_is_kept_all_is_new_since_the_day_before_the_first(changed: Data) -> None:
    data = replace(changed, history=(("0001-a", "2021-02-01T10:00:00+00:00"), *KEPT))
    assert len(queries.changes(data, "2021-01")) == 3
    assert queries.run_before(data, "2021-01")[1]


def test_a_register_knows_no_runs(data: Data) -> None:
    assert queries.changes(data, "2021") == []
