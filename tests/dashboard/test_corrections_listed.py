"""Hand corrections as the page shows them: in words, those that no longer fit first, and on their records."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pandas as pd
import pytest

from dashboard import queries
from dashboard.data import Data
from dashboard.filters import Filters
from dashboard.parts.evidence import evidence
from dashboard.quality.corrections import corrections
from dashboard.source import State
from dashboard.view import View

PLAIN = {
    "document": "news.txt", "lines": [4, 9], "action": "checked", "field": "", "old": "", "new": "",
    "reason": "read again", "by": "M.O.", "date": "2021-05-01", "standing": "in_force",
}  # fmt: skip


def entry(activity_id: str, **said: Any) -> dict[str, Any]:
    return PLAIN | {"activity_id": activity_id} | said


@pytest.fixture
def listed(data: Data, frames: dict[str, pd.DataFrame]) -> Iterator[Data]:
    first, second = frames["activities"]["activity_id"][:2]
    made = [
        entry(first),
        entry(first, action="field", field="country", old="KEN", new="KEN;UGA", date="2021-04-30"),
        entry(second, action="field", field="trained", old="", new="75", standing="refused"),
        entry("gone", action="no_activity"),
    ]
    yield replace(data, about={"corrections": made}, answers={})


def test_they_are_listed_with_old_and_new_value_reason_who_and_when(listed: Data) -> None:
    chart = corrections(State(listed, Filters(), View(), (), "light"))
    assert chart.title == "Corrected by hand: 4"
    assert [row[1:8] for row in chart.rows] == [
        ("People trained", "nothing", "75", "read again", "M.O.", "1 May 2021", "refused, because it no longer fits"),
        ("Beneficiary countries", "Kenya", "Kenya, Uganda", "read again", "M.O.", "30 Apr 2021", "in force"),
        ("No activity of its own", "", "", "read again", "M.O.", "1 May 2021", "in force"),
        ("Found right", "", "", "read again", "M.O.", "1 May 2021", "in force"),
    ]
    assert [row[-1] for row in chart.rows] == ["news.txt:4-9"] * 4
    assert chart.rows[2][0] == "gone"  # no activity any more: its id
    assert [bool(one) for one in chart.table()["records"]] == [True, True, False, True]  # which rows lead to a record


def test_titles_of_documents_do_not_leave_with_them(listed: Data, frames: dict[str, pd.DataFrame]) -> None:
    chart = corrections(State(listed, Filters(), View(), (), "light"))
    titles = set(frames["activities"]["title"])
    assert {row[0] for row in chart.rows} & titles
    assert not {row[0] for row in chart.file_rows} & titles


def test_a_record_tells_what_a_person_said_of_it(listed: Data, frames: dict[str, pd.DataFrame]) -> None:
    record = queries.record(listed, frames["activities"]["activity_id"][0])
    assert record
    assert "Pays bénéficiaires: Kenya → Kenya, Ouganda" in str(evidence(record, "fr"))


def test_a_run_without_any_lists_none(data: Data) -> None:
    chart = corrections(State(data, Filters(), View(), (), "light"))
    assert (chart.rows, chart.title) == ((), "Corrected by hand: 0")
