"""Which features are learned at all: those that enough examples have."""

from __future__ import annotations

from data.build.often import OF_COMMON_WORDS, seen_often
from etl.find.events.words import LONGEST, PAPER, words_of, words_of_paper
from etl.records import Document, Item
from etl.text import joined


def test_words_around_a_sentence_must_be_common() -> None:
    few = [{"word ferry": 1.0, f"{PAPER} ferry": 0.25, PAPER: 1.0}] * 5
    assert seen_often(few, 5) == {"word ferry", PAPER}
    assert seen_often(few, 6) == frozenset()
    assert f"{PAPER} ferry" in seen_often(few * OF_COMMON_WORDS[PAPER], 5)


def test_words_begin_alike_whatever_their_ending_and_stand_in_one_order() -> None:
    assert list(words_of("word", "Trainings, training: anchors")) == ["word ancho", "word train"]


def test_an_item_of_a_long_document_is_a_paper_of_its_own() -> None:
    item = Item("a.txt", 0, "page", 1, 1, "", "", "", joined([(1, "Anchors")]), "en")
    short = Document("a.txt", "0", ("Anchors", "Ferries"), "page")
    long = Document("b.txt", "0", ("Anchors", "Ferries " * LONGEST), "page")
    assert set(words_of_paper(short, item)) == {f"{PAPER} ancho", f"{PAPER} ferri"}
    assert set(words_of_paper(long, item)) == {f"{PAPER} ancho"}
