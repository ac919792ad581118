import csv
from pathlib import Path

import pytest

from etl.find import audience, mode
from tests.etl.find.passages import DOCUMENT, passage

CASES = Path(__file__).parents[2] / "cases" / "audience.csv"

with CASES.open(encoding="utf-8", newline="") as file:
    ROWS = list(csv.DictReader(file))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["language"] + ": " + row["why"])
def test_who_was_reached(row):
    found = audience.find(passage(row["input"], row["language"]), DOCUMENT)
    assert ";".join(code for f in found for code in f.value) == row["audience"], row["why"]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["language"] + ": " + row["why"])
def test_how_they_met(row):
    found = mode.find(passage(row["input"], row["language"]), DOCUMENT)
    assert "".join(f.value for f in found) == row["mode"], row["why"]
