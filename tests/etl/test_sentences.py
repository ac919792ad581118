"""Tables of texts and the sentences they fall into."""

import csv
from pathlib import Path

import pytest

from etl.sentences import sentences

TABLE = Path(__file__).parents[1] / "cases" / "sentences.csv"
CASES = list(csv.DictReader(TABLE.read_text(encoding="utf-8").splitlines()))


@pytest.mark.parametrize("case", CASES, ids=[c["why"] for c in CASES])
def test_a_text_falls_into_its_sentences(case: dict[str, str]) -> None:
    text = case["text"].replace("\\n", "\n")
    found = [text[start:end] for start, end in sentences(text)]
    assert found == [s for s in case["sentences"].split("|") if s]


def test_no_word_is_lost() -> None:
    text = "One. Two! Three?\nFour... five. Six" * 20
    joined = "".join(text[start:end] for start, end in sentences(text))
    assert joined.replace(" ", "") == text.replace(" ", "").replace("\n", "")
