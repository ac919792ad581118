"""The word that links a name to what stands before it: tests/cases/links.csv, and every such word once."""

import csv
from pathlib import Path

import pytest

from etl import vocabulary
from etl.places.links import link

CASES = Path(__file__).parent.parent / "cases" / "links.csv"
ROWS = list(csv.DictReader(CASES.read_text(encoding="utf-8").splitlines()))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["gap"])
def test_the_last_word_that_is_no_determiner_links(row: dict[str, str]) -> None:
    assert link(row["gap"]) == (row["kind"], row["before"]), row["why"]


@pytest.mark.parametrize("kind", ["in", "from", "of", "to"])
def test_every_word_that_links_does(kind: str) -> None:
    words = vocabulary.small_words(kind) - vocabulary.small_words("article")  # "das" is a German article, too
    said = {word: link(f"1 {word} ") for word in words}
    assert said == dict.fromkeys(said, (kind, "1"))


@pytest.mark.parametrize("purpose", ["article", "sort of place"])
def test_every_word_before_a_name_is_skipped(purpose: str) -> None:
    said = {word: link(f"1 from {word} ") for word in vocabulary.small_words(purpose)}
    assert said == dict.fromkeys(said, ("from", "1"))


def test_every_place_is_skipped_with_its_of() -> None:
    places, ofs = vocabulary.small_words("place of"), vocabulary.small_words("of a place")
    said = {(place, of): link(f"1 from {place} {of} ") for place in places for of in ofs}
    assert said == dict.fromkeys(said, ("from", "1"))
