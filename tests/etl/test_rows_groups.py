"""Rows and names of sheets that say something of the rows below; dates and numbers spread over several cells."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from etl.rows.groups import country_named, year_named
from etl.rows.register import Sheet, read_sheet

HEADS = ("Activity", "Date", "Venue", "Participants")
COURSE = ("Course on seals", "3 May 2019", "Nairobi", 20)
TALKS = ("Talks on knots", "4 May 2019", "Kampala", 22)


def _stated(sheet: Sheet) -> list[dict[str, Any]]:
    return [{f.field: f.value for f in record.findings} for record in sheet.records]


@pytest.mark.parametrize(
    "rows",
    [
        [("KENYA",), HEADS, COURSE, (), ("UGANDA",), HEADS, TALKS],
        [HEADS, ("Kenya:",), COURSE, ("", "Uganda"), TALKS],
        [("KENYA",), HEADS, COURSE, ("UGANDA",), ("Date", "Activity", "Venue", "Participants"),
         ("4 May 2019", "Talks on knots", "Kampala", 22)],
    ],
    ids=["two registers", "groups in one", "other columns below"],
)  # fmt: skip
def test_a_country_alone_in_a_row_is_that_of_the_rows_below(rows: Sequence[Sequence[Any]]) -> None:
    sheet = read_sheet("All", rows)
    assert [(r.title, s["country"], s["date"]) for r, s in zip(sheet.records, _stated(sheet), strict=True)] == [
        ("Course on seals", ["KEN"], "2019-05-03"), ("Talks on knots", ["UGA"], "2019-05-04"),
    ]  # fmt: skip
    for record in sheet.records:
        (country,) = (f for f in record.findings if f.field == "country")
        assert country.quote in sheet.lines[country.line_start - 1]


def test_the_name_of_a_sheet_may_be_the_country() -> None:
    assert _stated(read_sheet("Kenya 2019", [HEADS, COURSE]))[0]["country"] == ["KEN"]
    assert "country" not in _stated(read_sheet("Kenya office notes", [HEADS, COURSE]))[0]


def test_a_column_of_countries_stands_above_the_name_of_the_sheet() -> None:
    rows = [(*HEADS, "Country"), (*COURSE, ""), (*TALKS, "Uganda")]
    assert [row.get("country") for row in _stated(read_sheet("Kenya", rows))] == [None, ["UGA"]]


def test_a_year_alone_in_a_row_completes_the_dates_below() -> None:
    rows = [HEADS, ("2018",), ("Course", "3 May", "Nairobi", 20), ("FY 2019",), ("Talks", "4 May", "Nairobi", 2)]
    found = _stated(read_sheet("All", rows))
    assert [(row["date"], row["date_basis"]) for row in found] == [
        ("2018-05-03", "inferred"), ("2019-05-04", "inferred"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("heads", "cells", "date"),
    [
        (("Year", "Month", "Activity"), (2019, "May", "Course"), "2019-05"),
        (("Activity", "Day", "Month", "Year"), ("Course", 12, 5, 2019), "2019-05-12"),
        (("Année", "Mois", "Intitulé de l'activité"), (2019, "mars", "Formation"), "2019-03"),
        (("Activity", "Year", "Country"), ("Course", 2019, "Peru"), "2019"),
        (("Activity", "Date", "Year"), ("Course", "12 May", 2019), "2019-05-12"),
    ],
)
def test_a_date_may_stand_in_several_cells(heads: Sequence[str], cells: Sequence[Any], date: str) -> None:
    (row,) = _stated(read_sheet("All", [heads, cells]))
    assert (row["date"], row["date_basis"]) == (date, "event")


def test_beneficiaries_are_people_where_the_cells_count() -> None:
    heads = ("Activity", "Date", "Direct beneficiaries")
    assert _stated(read_sheet("", [heads, ("Course", "May 2019", 45)]))[0]["participants"] == 45
    assert _stated(read_sheet("", [heads, ("Course", "May 2019", "Peru")]))[0]["country"] == ["PER"]


def test_women_and_men_stand_in_columns_of_their_own() -> None:
    heads = ("Activity", "Date", "Participants M", "Participants F", "% F")
    (row,) = _stated(read_sheet("", [heads, ("Course", "May 2019", 11, 14, 56)]))
    assert (row["women"], row["men"], row["participants"]) == (14, 11, 25)


def test_a_day_that_is_not_yet_known_is_planned() -> None:
    (row,) = _stated(read_sheet("", [HEADS, ("Course on seals", "TBC", "Lima", "")]))
    assert row["flags"] == ["planned"]
    assert "date" not in row


@pytest.mark.parametrize(
    ("words", "code"),
    [("KENYA", "KEN"), ("Côte d’Ivoire:", "CIV"), ("Peru 2019", "PER"), ("Courses in Peru", ""), ("", ""), ("Ms", "")],
)
def test_a_country_and_nothing_else(words: str, code: str) -> None:
    assert country_named(words) == code


@pytest.mark.parametrize(
    ("words", "year"), [("2019", 2019), ("Q1 2019", 2019), ("FY2018", 2018), ("Plan 2019", None), ("12 May 2019", None)]
)
def test_a_year_and_nothing_else(words: str, year: int | None) -> None:
    assert year_named(words) == year
