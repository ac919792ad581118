"""Whose page a document is, and of which country alone it tells: tests/cases/homes.csv (" // " parts the lines)."""

import csv
from pathlib import Path

import pytest

from etl.places.home import home_of, only_in
from etl.records import Document

CASES = Path(__file__).parent.parent / "cases" / "homes.csv"
ROWS = list(csv.DictReader(CASES.read_text(encoding="utf-8").splitlines()))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["why"])
def test_the_head_says_whose_page_it_is_and_places_of_what_it_tells(row):
    lines = tuple(row["lines"].split(" // "))
    document = Document("a.txt", "", lines)
    home = home_of(document)
    assert (home, "" if home else only_in(document)) == (row["home"], row["only"])
