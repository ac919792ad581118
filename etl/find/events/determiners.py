"""An event word and the words before it -> whether it is a new one or one told before: "a", "the", "the second"."""

from __future__ import annotations

import re

from etl import vocabulary
from etl.terms import Hit

DETERMINER_REACH = 48  # characters from the word that says "a" or "the" to the event word
ROWS = [(row["word"], row["language"], row["meaning"]) for row in vocabulary.rows("determiners")]
DETERMINERS = {word: meaning for word, _, meaning in reversed(ROWS)}  # the first row of a word says what it means
OF_LANGUAGE = {(word, language): meaning for word, language, meaning in ROWS if meaning != DETERMINERS[word]}
RANKS = {row["word"]: int(row["rank"]) for row in vocabulary.rows("ranks")}
NEW, TOLD, ONE_OF = "new", "told", "one"
WORD = re.compile(r"\w+")
STOP = re.compile(r"[.,;:()]")


def determiner(text: str, start: int, event: Hit) -> str:
    """Return "new" ("a", "the third", "one of the"), "told" ("the", "this") or "" before an event word."""
    words = [(word, event.term.language) for word in _before(text, start, event) if word in DETERMINERS]
    said = [OF_LANGUAGE[word] if word in OF_LANGUAGE else DETERMINERS[word[0]] for word in words]
    return NEW if ONE_OF in said else (said[-1] if said else "")


def rank(text: str, start: int, event: Hit) -> int:
    """Return 2 for "the second", 1 to 3, before an event word; 0 where no such word stands there."""
    return next((RANKS[word] for word in reversed(_before(text, start, event)) if word in RANKS), 0)


def _before(text: str, start: int, event: Hit) -> list[str]:
    return WORD.findall(STOP.split(text[max(start, event.start - DETERMINER_REACH) : event.start])[-1].lower())
