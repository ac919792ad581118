import csv
from pathlib import Path

import pytest

from etl.numbers import numbers

CASES = Path(__file__).parents[1] / "cases" / "numbers.csv"

with CASES.open(encoding="utf-8", newline="") as file:
    ROWS = list(csv.DictReader(file))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["language"] + ": " + row["why"])
def test_numbers_are_read(row):
    found = ";".join(str(number.value) for number in numbers(row["input"], row["language"]))
    assert found == row["values"], row["why"]


def test_spans_hold_the_words():
    text = "Some thirty-five (35) officers and 1,200 others."
    assert [text[n.start : n.end] for n in numbers(text, "en")] == ["thirty-five (35)", "1,200"]


def test_rough_words_and_ranges_say_so():
    dozen, spread = numbers("a dozen, then 45-50", "en")
    assert (dozen.rough, dozen.low, spread.rough, spread.low) == (True, False, False, True)
