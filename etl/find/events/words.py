"""Texts -> how their words begin, as features for what is learned: of a sentence, and of the paper it stands in.

A sentence sounds the same in news of a course and in a report on a trial; the words around it do not. Only words that
stand in many papers say anything: what a paper is, not which one.
"""

from __future__ import annotations

import re
from functools import lru_cache

from etl.records import Document, Item

Features = dict[str, float]

WORD = re.compile(r"[^\W\d_]{2,}")
STEM = 5  # first letters of a word, the rest is mostly its ending; four and six were no better
PAPER, TOLD = "paper", "told"  # in the names of features: a word of the paper, of all that is told of an activity
SHARE = 0.25  # how much a word of the paper, or of all that is told, says beside one of the sentence: they are many
LONGEST = 20_000  # characters of a paper; what is longer is a collection, of which each item is a paper


def words_of(what: str, text: str, value: float = 1.0) -> Features:
    """Return how the words begin of a text that is `what` in the names of features: "title"."""
    return {f"{what} {stem}": value for stem in _stems(text)}


def words_of_paper(document: Document, item: Item) -> Features:
    """Return how the words begin of the paper that an item stands in: its document, or itself in a long one."""
    stems = _of_document(document)
    return {f"{PAPER} {stem}": SHARE for stem in (_stems(item.text.string) if stems is None else stems)}


def is_paper(document: Document) -> bool:
    """Say whether a document is no longer than a paper."""
    return sum(map(len, document.lines)) <= LONGEST


@lru_cache(maxsize=1)
def _of_document(document: Document) -> tuple[str, ...] | None:
    """Return how the words of a document begin; None where it is longer than a paper."""
    return _stems("\n".join(document.lines)) if is_paper(document) else None


def _stems(text: str) -> tuple[str, ...]:
    """Return how the words of a text begin, each once, always in the same order: sums depend on it."""
    return tuple(sorted({word[:STEM] for word in WORD.findall(text.lower())}))
