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


ENTRIES = (
    "4 May 2019\nClerks against human trafficking\nThe Agency trained 20 clerks in Lima on human trafficking.\n",
    "9 May 2019\nClerks and the sea\nThe Agency trained 30 clerks in Quito. They came by bus and went by boat.\n",
    "12 June 2019\nA bridge\nThe Agency held a workshop for 40 masons in Lima on bridges. It rained.\n",
    "13 June 2019\nSmugglers\nThe Agency held a course for 12 judges in Cusco on smuggling of migrants. All came.\n",
)


@pytest.mark.parametrize("order", [(0, 1, 2, 3), (1, 0, 3, 2), (3, 2, 1, 0), (2, 3, 0, 1)])
def test_topics_of_an_entry_do_not_follow_from_its_place_in_a_feed(order: tuple[int, ...]) -> None:
    text = "News of the Agency\n\n" + "\n".join(ENTRIES[n] for n in order)
    document = next(iter(documents(File("a.txt", data=text.encode()))))
    told = {m.row["participants"]: m.row["topics"] for m in mentions(document, shapes.split(document))}
    assert told == {20: ["TIP"], 30: [], 40: [], 12: ["SOM"]}
