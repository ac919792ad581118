"""Records grouped: an activity that is told more than once, its tellings, and why they are one."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd
import pytest

from dashboard import queries
from dashboard.callbacks.told import SHOWN_AT_ONCE, first_of
from dashboard.column_filters import ColumnFilter
from dashboard.data import Data
from dashboard.filters import Filters
from dashboard.parts.told import groups, pager
from dashboard.source import State
from dashboard.view import View
from tests import synthetic
from tests.dashboard.conftest import opened

TWICE = 3  # activities that a second document tells of


@pytest.fixture(scope="module")
def merged(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Data]:
    frames = synthetic.frames(60, 3)
    events = frames["activities"].query("level == 'event' and not aggregate")["activity_id"].head(TWICE)
    mentions = frames["mentions"].drop_duplicates("activity_id")
    frames["activities"]["mentions"] = 1
    again = mentions[mentions["activity_id"].isin(events)].copy()
    again["mention_id"] += "-again"
    frames["mentions"] = pd.concat([mentions, again], ignore_index=True)
    frames["activities"].loc[frames["activities"]["activity_id"].isin(events), "mentions"] = 2
    pairs = zip(again["mention_id"].str.removesuffix("-again"), again["mention_id"], strict=True)
    frames["merges"] = pd.DataFrame(
        [{"mention_a": one, "mention_b": two, "why": "the same day", "score": 0.8} for one, two in pairs]
    )
    yield from opened(frames, tmp_path_factory.mktemp("told") / "dashboard.duckdb")


def test_each_group_has_its_tellings_and_why_they_are_one(merged: Data) -> None:
    found, total = queries.told(merged, Filters(), "", 0, 10)
    assert (len(found), total) == (TWICE, TWICE)
    for one in found:
        ids = {row["mention_id"] for row in one.tellings}
        assert len(ids) == 2
        assert [({row["mention_a"], row["mention_b"]}, row["why"]) for row in one.merges] == [(ids, "the same day")]


def test_they_follow_the_order_the_filters_and_the_column_filters(merged: Data) -> None:
    up, _ = queries.told(merged, Filters(), "title", 0, 10)
    titles = [one.activity["title"] for one in up]
    assert titles == sorted(titles)
    only, total = queries.told(merged, Filters(), "", 0, 10, (ColumnFilter("title", "equals", titles[0]),))
    assert {one.activity["title"] for one in only} == {titles[0]}
    second, of = queries.told(merged, Filters(), "title", 1, 1)
    assert ([one.activity["title"] for one in second], of) == ([titles[1]], TWICE)


def test_a_group_opens_to_its_record(merged: Data) -> None:
    state = State(merged, Filters(), View(lang="es", group="tellings"), (), "light")
    found, _ = queries.told(merged, Filters(), "", 0, 1)
    drawn = str(groups(found, state))
    assert "2 relatos" in drawn
    assert f"record={found[0].activity['activity_id']}" in drawn


@pytest.mark.parametrize(
    ("page", "start"), [("", 0), ("1", 0), ("3", 2 * SHOWN_AT_ONCE), ("0", 0), ("-2", 0), ("x", 0), ("9" * 40, 0)]
)
def test_a_page_is_a_number(page: str, start: int) -> None:
    assert first_of(page) == start


def test_pages_lead_to_each_other(merged: Data) -> None:
    state = State(merged, Filters(kind=("training",)), View(group="tellings", page="2"), (), "light")
    drawn = str(pager(40, 40, 100, state))
    assert "Page 2 of 3" in drawn
    assert "/records?kind=training&page=3&group=tellings" in drawn
    assert pager(0, 40, 40, state) is None
