"""Whole small texts -> the countries and the host of each activity: tests/cases/places_of_documents.csv.

" // " parts the lines, "|" what is read of one activity from the next.
"""

import csv
from pathlib import Path

import pytest

from etl.mentions import mentions
from etl.read.documents import documents
from etl.read.file import File
from etl.split import shapes

CASES = Path(__file__).parent.parent / "cases" / "places_of_documents.csv"
ROWS = list(csv.DictReader(CASES.read_text(encoding="utf-8").splitlines()))


@pytest.mark.parametrize("case", ROWS, ids=lambda case: case["why"])
def test_what_stands_around_a_text_says_where(case):
    lines = case["text"].replace(" // ", "\n\n")
    document = next(iter(documents(File("a.txt", data=lines.encode()))))
    rows = [m.row for m in mentions(document, shapes.split(document))]
    read = ("|".join(";".join(r["country"]) for r in rows), "|".join(r["host_country"] or "" for r in rows))
    assert read == (case["countries"], case["hosts"])
