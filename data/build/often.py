"""The features of many examples -> those that are seen often enough to be learned."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from etl.find.events.words import PAPER, TOLD

# What is learned of the words of all that stands around a sentence, only of common ones: at least so many examples.
OF_COMMON_WORDS = {PAPER: 100, TOLD: 30}


def seen_often(examples: Iterable[Mapping[str, float]], least: int) -> frozenset[str]:
    """Return the names of features that `least` examples have, of words around a sentence as many as these ask."""
    seen = Counter(name for features in examples for name in features)
    return frozenset(name for name, times in seen.items() if times >= _asked(name, least))


def _asked(name: str, least: int) -> int:
    what, _, word = name.partition(" ")
    return OF_COMMON_WORDS.get(what, least) if word else least
