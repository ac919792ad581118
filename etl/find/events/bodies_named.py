"""A word in capitals -> whether it is only part of a body's name: "the Coastal Research Network", "University of Jos".

Whose name it is says little of what was done there. Names that say who was addressed (Ministry of Justice, Border
Police, Customs) are none of these.
"""

from __future__ import annotations

import re
from functools import cache

from etl import vocabulary
from etl.small_words import spelt

REACH = 90  # characters on both sides in which a name stands
FEWEST = 2  # words of a name
WITHOUT_CAPITALS = "de"  # German writes all its nouns so


@cache
def _heads() -> frozenset[str]:
    return frozenset(word.casefold() for word in vocabulary.small_words("body name"))


@cache
def _run() -> re.Pattern[str]:
    """Return the pattern of words in capitals in a row, with "of", "and" and the like between them."""
    small = spelt("in a name")
    return re.compile(rf"[A-ZÀ-ÞА-Я][\w'’-]*(?:\s(?:(?:{small}|&)\s){{0,2}}[A-ZÀ-ÞА-Я][\w'’-]*)+")


def in_a_bodys_name(text: str, start: int, language: str) -> bool:
    """Say whether the word at `start` of a text in a language stands in the name of a network, university ..."""
    if not text[start].isupper() or language == WITHOUT_CAPITALS:
        return False
    from_, to = max(0, start - REACH), start + REACH
    runs = (run for run in _run().finditer(text, from_, to) if run.start() <= start < run.end())
    words = next((run.group().split() for run in runs), [])
    return len(words) >= FEWEST and any(word.casefold() in _heads() for word in words)
