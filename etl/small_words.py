"""The words of a purpose in data/vocabulary/small_words.csv -> what finds them in a text, in all languages at once.

There a * stands for any ending of a word, _ for the space inside an expression and [.] for a full stop. What stands
around the words, and whether capitals count, is said by the pattern that asks for them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from etl import vocabulary


@cache
def spelt(*purposes: str) -> str:
    """Return the words of the purposes as the alternatives of a regular expression, the longest first."""
    return alternatives(frozenset().union(*map(vocabulary.small_words, purposes)))


def alternatives(words: Iterable[str]) -> str:
    """Return words as the alternatives of a regular expression, the longest first."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(word.replace("*", r"\w*").replace("_", r"\s") for word in ordered)


def whole(*purposes: str) -> str:
    """Return the words of the purposes as a pattern of what begins like one of them, in any letters.

    It begins with their first letters, in both cases, and asks behind them whether a word begins there: so the engine
    skips to these letters, which takes an eighth of the time. A word that begins with a * is looked for everywhere.
    """
    behind: dict[str, list[str]] = {}
    for word in frozenset().union(*map(vocabulary.small_words, purposes)):
        for letter in {word[0].lower(), word[0].upper()} if word[0].isalpha() else {""}:
            behind.setdefault(letter, []).append(word[len(letter) :])
    return "|".join(rf"{letter}(?<=\b{letter})(?i:{alternatives(rest)})" for letter, rest in sorted(behind.items()))


@cache
def phrases(purpose: str) -> frozenset[str]:
    """Return the words of a purpose as they stand in a text."""
    return frozenset(word.replace("_", " ") for word in vocabulary.small_words(purpose))


@cache
def pattern(*purposes: str) -> re.Pattern[str]:
    """Return the pattern of any of the words, whole and in any letters."""
    return re.compile(rf"(?:{whole(*purposes)})\b")
