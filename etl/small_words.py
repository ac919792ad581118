"""The words of a purpose in data/vocabulary/small_words.csv -> what finds them in a text, in all languages at once.

There a * stands for any ending of a word, _ for the space inside an expression and [.] for a full stop. What stands
around the words, and whether capitals count, is said by the pattern that asks for them.

Most texts say the words of few purposes. Which ones is asked once a text, in one pass for all the words there are; a
pattern is searched for only where its words may stand.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

import ahocorasick

from etl import vocabulary
from etl.terms import in_small_letters, lowered

UNSURE = re.compile(r"\*|\[[^\]]*\]|.?\?|\.")  # what may stand for other letters than its own, or for none
SHORTEST = 3  # letters; shorter words stand in every text
KEPT = 1 << 12  # texts of which it is kept what they may say: the lines and items of a document


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


class Words:
    """The words of purposes, whole and in any letters."""

    def __init__(self, purposes: tuple[str, ...]) -> None:
        """Take the words from the table; KeyError for a purpose that it does not know."""
        self._purposes = purposes
        self._pattern = re.compile(rf"(?:{whole(*purposes)})\b")
        self.match, self.fullmatch = self._pattern.match, self._pattern.fullmatch

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """Return the first place in `start:end` where one of the words stands."""
        return self._pattern.search(text, start, end) if may_say(text, *self._purposes) else None

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """Return all places in `start:end` where one of the words stands."""
        return self._pattern.finditer(text, start, end) if may_say(text, *self._purposes) else iter(())


@cache
def pattern(*purposes: str) -> Words:
    """Return what finds any of the words, whole and in any letters."""
    return Words(purposes)


def may_say(text: str, *purposes: str) -> bool:
    """Say whether words of any of the purposes may stand in `text`; those of most do not."""
    return not _purposes_in(text).isdisjoint(purposes)


@lru_cache(maxsize=KEPT)
def _purposes_in(text: str) -> frozenset[str]:
    """Return the purposes whose words may stand in a text."""
    automaton, always = _sure_parts()
    return always.union(*{purposes for _, purposes in automaton.iter(" ".join(lowered(text).split()))})


@cache
def _sure_parts() -> tuple[ahocorasick.Automaton, frozenset[str]]:
    """Return the longest part of each word that is written in one way only -> its purposes.

    Behind them, the purposes of words without a part that is long enough to tell anything: they may stand anywhere.
    """
    speaks_for: dict[str, set[str]] = {}
    for row in vocabulary.rows("small_words"):
        for word in row["words"].split():
            part = max(UNSURE.split(in_small_letters(word.replace("_", " "))), key=len)
            speaks_for.setdefault(part if len(part) >= SHORTEST else "", set()).add(row["purpose"])
    always = frozenset(speaks_for.pop("", ()))
    automaton = ahocorasick.Automaton()
    for part, purposes in speaks_for.items():
        if told := purposes - always:
            automaton.add_word(part, frozenset(told))
    automaton.make_automaton()
    return automaton, always
