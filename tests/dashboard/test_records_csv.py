"""The file of records: right in a spreadsheet, and never run by one."""

from __future__ import annotations

import csv
import io

import pytest

from dashboard import queries
from dashboard.data import Data
from dashboard.exports.records_csv import records_csv, safe
from dashboard.filters import Filters


@pytest.mark.parametrize("words", ["=1+1", "+41 22", "-2", "@SUM(A1)", "\t=1", "\r=1"])
def test_no_cell_is_run_as_a_formula(words: str) -> None:
    assert safe(words) == f"'{words}"
    assert safe([words, "b"]) == f"'{words};b"


def test_numbers_stay_numbers_and_nothing_stays_empty() -> None:
    assert (safe(12), safe(-0.5), safe(None), safe("a, b")) == (12, -0.5, "", "a, b")


def test_the_file_holds_the_records_that_pass(data: Data) -> None:
    filters = Filters(country=("KEN",))
    text = records_csv(queries.all_records(data, filters), "Kenya; =x")
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))
    assert text.startswith("\ufeff")
    assert len(rows) == queries.totals(data, filters).activities
    assert all("KEN" in row["country"].split(";") for row in rows)
    assert [row["note"] for row in rows[:2]] == ["Kenya; =x", ""]


def test_no_heading_of_a_document_is_in_the_file(data: Data) -> None:
    records = [{**record, "title": "Words of a document"} for record in queries.all_records(data, Filters())[:5]]
    text = records_csv(records)
    assert "Words of a document" not in text
    kinds = [row["title"].split(" · ")[0] for row in csv.DictReader(io.StringIO(text.removeprefix("\ufeff")))]
    assert all(kinds)


def test_headings_of_documents_are_in_the_file_where_they_are_asked_for(data: Data) -> None:
    records = [{**record, "title": "=Words of a document"} for record in queries.all_records(data, Filters())[:5]]
    text = records_csv(records, own_titles=True)
    assert text.count("'=Words of a document") == 5
