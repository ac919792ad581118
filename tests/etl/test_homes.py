"""Whose page a document is, as its first lines say: tests/cases/homes.csv (" // " parts the lines)."""

import csv
from pathlib import Path

import pytest

from etl.places.home import home_of
from etl.records import Document

CASES = Path(__file__).parent.parent / "cases" / "homes.csv"
ROWS = list(csv.DictReader(CASES.read_text(encoding="utf-8").splitlines()))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["why"])
def test_the_head_says_whose_page_it_is(row):
    assert home_of(Document("a.txt", "", tuple(row["lines"].split(" // ")))) == row["home"]
