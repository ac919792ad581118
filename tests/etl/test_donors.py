"""Whole small texts -> who paid for each activity: tests/cases/donors.csv.

" // " parts the paragraphs and " / " the lines, "|" what is read of one activity from the next.
"""

import csv
from pathlib import Path

import pytest

from etl.mentions import mentions
from etl.read.documents import documents
from etl.read.file import File
from etl.split import shapes

CASES = Path(__file__).parent.parent / "cases" / "donors.csv"
ROWS = list(csv.DictReader(CASES.read_text(encoding="utf-8").splitlines()))


@pytest.mark.parametrize("case", ROWS, ids=lambda case: case["why"])
def test_who_paid_is_said_of_one_activity_or_of_all(case):
    text = case["text"].replace(" // ", "\n\n").replace(" / ", "\n")
    document = next(iter(documents(File("a.txt", data=text.encode()))))
    told = mentions(document, shapes.split(document))
    assert "|".join(";".join(mention.row["donors"]) for mention in told) == case["donors"]


def test_a_donor_of_the_whole_document_is_quoted_from_where_it_stands():
    text = "Green Ports\n\nFunded by Norway\n\nIn March 2019 the project trained 20 officers in Accra.\n\n"
    text += "In May 2019 a workshop on ship waste was held in Lomé."
    document = next(iter(documents(File("a.txt", data=text.encode()))))
    *_, last = mentions(document, shapes.split(document))
    (found,) = [f for f in last.findings if f.field == "donors"]
    assert (found.value, found.quote, found.line_start, found.line_end) == (["NOR"], "Norway", 3, 3)
    assert found.rule.startswith("funding.label")
    assert found.confidence < 0.8
