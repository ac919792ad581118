import csv
from pathlib import Path

import pytest

from etl import vocabulary
from etl.find import people
from etl.records import Document, Item, Passage
from etl.text import Text

CASES = Path(__file__).parents[2] / "cases" / "people.csv"
DOCUMENT = Document("case.txt", "0", ())
FIELDS = ("participants", "trained", "women", "men", "number_qualifier")


def passage(marked: str, language: str, aggregate: bool = False) -> Passage:
    """Return the passage of a case; the square brackets in it mark the words that make it an activity."""
    start, end = marked.index("["), marked.index("]") - 1
    string = marked.replace("[", "").replace("]", "")
    item = Item("case.txt", 0, "page", 1, 1, "", "", "", Text(string, (0,), (1,)), language)
    hits = tuple(hit for hit in vocabulary.terms().find(string) if hit.code)
    return Passage(item, 0, len(string), start, end, 1, 1, hits, aggregate)


def read(marked: str, language: str, aggregate: bool = False) -> dict[str, str]:
    found = {f.field: str(f.value) for f in people.find(passage(marked, language, aggregate), DOCUMENT) if f.chosen}
    return {field: found.get(field, "") for field in FIELDS}


with CASES.open(encoding="utf-8", newline="") as file:
    ROWS = list(csv.DictReader(file))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["language"] + ": " + row["why"])
def test_people_are_read_as_a_person_would(row):
    assert read(row["input"], row["language"]) == {field: row[field] for field in FIELDS}, row["why"]
