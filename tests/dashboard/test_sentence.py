"""What is chosen is said in a sentence: every value by its name, in three languages."""

import csv
from pathlib import Path

import pytest

from dashboard.address import read, written
from dashboard.data import VOCABULARIES
from dashboard.sentence import sentence
from etl import vocabulary

TABLE = Path(__file__).parents[1] / "cases" / "filters_in_words.csv"
CASES = list(csv.DictReader(TABLE.read_text(encoding="utf-8").splitlines()))


@pytest.fixture(scope="module")
def known():
    """Every value of the vocabularies; the donors with the countries."""
    found = {name: {written(v).casefold(): v for v in vocabulary.codes(of)} for name, of in VOCABULARIES.items()}
    found["donor"] |= found["country"]
    return found


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['query']} {case['language']}")
def test_filters_in_words(case, known):
    address = read(case["query"], known)
    assert not address.notices
    assert sentence(address.filters, case["language"]) == case["words"], case["why"]
