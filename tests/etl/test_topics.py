"""Whole small texts -> the topics of each activity: tests/cases/topics_of_documents.csv.

" // " parts the paragraphs and " / " the lines, "|" what is read of one activity from the next.
"""

import csv
from pathlib import Path

import pytest

from etl.mentions import mentions
from etl.read.documents import documents
from etl.read.file import File
from etl.split import shapes

CASES = Path(__file__).parent.parent / "cases" / "topics_of_documents.csv"
ROWS = list(csv.DictReader(CASES.read_text(encoding="utf-8").splitlines()))


@pytest.mark.parametrize("case", ROWS, ids=lambda case: case["why"])
def test_a_topic_is_of_one_activity_or_of_all(case: dict[str, str]) -> None:
    text = case["text"].replace(" // ", "\n\n").replace(" / ", "\n")
    document = next(iter(documents(File("a.txt", data=text.encode()))))
    told = mentions(document, shapes.split(document))
    assert "|".join(";".join(mention.row["topics"]) for mention in told) == case["topics"]
