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


@pytest.mark.parametrize(
    ("lines", "home"),
    [
        (("REPUBLIC OF FIJI", "PORTS", "", "Old boats", "They are old.", "", "3 May 2019", "New boats"), "FJI"),
        (("Old boats of Fiji", "They are old.", "", "3 May 2019", "New boats"), ""),
    ],
    ids=["above its first entry", "no more than its first entry"],
)
def test_whose_a_feed_is_does_not_follow_from_an_entry_without_a_day(lines, home):
    assert home_of(Document("a.txt", "", lines, kind_of_document="feed")) == home
