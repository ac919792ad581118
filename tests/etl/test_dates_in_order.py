"""Feeds and reports, and what their dated neighbours say of undated mentions."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.dates_in_order import SLACK, bounded
from etl.records import Document, Finding, Mention

FEED = Document("a.txt", "0", ("x",), "feed")


def mention(written: str | None, heading: str | None = None) -> Mention:
    row: dict[str, Any] = {
        "date": written,
        "end_date": written,
        "date_basis": "event" if written else "none",
        "flags": [],
    }
    findings = (Finding("date", heading, heading, 1, 1, "date.heading", 0.9),) if heading else ()
    return Mention(row, findings)


def rows(*written: str | None, document: Document = FEED) -> list[dict[str, Any]]:
    return [m.row for m in bounded([mention(w) for w in written], document)]


def test_what_has_a_date_keeps_it() -> None:
    (row,) = rows("2016-02")
    assert (row["date"], row["date_earliest"], row["date_latest"]) == ("2016-02", date(2016, 2, 1), date(2016, 2, 29))
    assert row["date_basis"] == "event"


def test_an_undated_mention_lies_between_its_neighbours() -> None:
    row = rows("2016-05-10", None, "2016-03-01")[1]
    assert row["date"] is None
    assert row["date_basis"] == "inferred"
    assert (row["date_earliest"], row["date_latest"]) == (date(2016, 3, 1) - SLACK, date(2016, 5, 10) + SLACK)


@pytest.mark.parametrize(
    ("written", "date_found"),
    [
        (("2016-05-10", "--04-05", "2016-03-01"), "2016-04-05"),
        (("2016-01-10", "--12-05", "2015-11-01"), "2015-12-05"),
        (("2015-11-01", "--12-05", "2016-01-10"), "2015-12-05"),
        (("2016-05-10", "--04", "2016-03-01"), "2016-04"),
        (("2016-05-10", "--09-05", "2016-04-01"), None),
        (("2018-05-10", "--04-05", "2014-03-01"), None),
    ],
)
def test_a_day_without_a_year_gets_the_one_that_fits(written: tuple[str, ...], date_found: str | None) -> None:
    row = rows(*written)[1]
    assert (row["date"], row["date_basis"]) == (date_found, "inferred")


def test_at_the_end_of_a_feed_nothing_is_known() -> None:
    row = rows("2016-05-10", "2016-03-01", None)[2]
    assert (row["date"], row["date_basis"], row["date_earliest"]) == (None, "none", None)


@pytest.mark.parametrize(
    ("written", "place", "date_found"),
    [
        (("2016-05-10", "2016-03-01", "--01-05"), 2, "2016-01-05"),
        (("2016-05-10", "2016-03-01", "--12-05"), 2, "2015-12-05"),
        (("2016-03-01", "2016-05-10", "--01-05"), 2, "2017-01-05"),
        (("--06-05", "2016-05-10", "2016-03-01"), 0, "2016-06-05"),
    ],
)
def test_at_an_end_of_a_feed_the_nearest_year_is_taken(written: tuple[str, ...], place: int, date_found: str) -> None:
    assert rows(*written)[place]["date"] == date_found


def test_a_day_with_its_year_found_bounds_others() -> None:
    row = rows("2016-05-10", "2016-03-01", None, "--01-05")[2]
    assert (row["date_earliest"], row["date_latest"]) == (date(2016, 1, 5) - SLACK, date(2016, 3, 1) + SLACK)


def test_a_feed_in_no_order_says_nothing() -> None:
    assert rows("2016-05-10", "2012-01-01", "2019-01-01", "2011-01-01", None, "2017-01-01")[4]["date_basis"] == "none"


def test_a_heading_that_breaks_the_order_is_flagged_and_kept() -> None:
    days = ["2020-03-30", "2020-03-28", "2002-03-26", "2020-03-13", "2020-03-11", "2020-03-09"]
    found = bounded([mention(day, day) for day in days], FEED)
    assert [m.row["flags"] for m in found] == [[], [], ["breaks_order"], [], [], []]
    assert found[2].row["date"] == "2002-03-26"
    assert found[2].flags == ("breaks_order",)


def test_a_small_disorder_is_no_slip() -> None:
    days = ["2020-02-17", "2020-01-28", "2020-01-30", "2019-12-30", "2019-12-18", "2019-12-08"]
    assert all(not m.row["flags"] for m in bounded([mention(day, day) for day in days], FEED))


def test_an_undated_paragraph_lies_in_the_period_of_its_report() -> None:
    report = Document("a.txt", "0", ("x",), "report", period_from="2016-10", period_to="2018")
    row = rows(None, document=report)[0]
    assert (row["date_basis"], row["date_earliest"], row["date_latest"]) == (
        "inferred",
        date(2016, 10, 1),
        date(2018, 12, 31),
    )


def test_a_page_has_no_neighbours() -> None:
    page = Document("a.txt", "0", ("x",), "page")
    assert rows("2016-05-10", None, "2016-03-01", document=page)[1]["date_basis"] == "none"


@given(st.lists(st.one_of(st.none(), st.dates(date(2000, 1, 1), date(2030, 1, 1)).map(str)), max_size=30))
def test_own_dates_never_change_and_bounds_hold(written: list[str | None]) -> None:
    for before, row in zip(written, rows(*written), strict=True):
        assert row["date"] == before
        assert (row["date_earliest"] is None) == (row["date_latest"] is None)
        assert row["date_earliest"] is None or row["date_earliest"] <= row["date_latest"]
