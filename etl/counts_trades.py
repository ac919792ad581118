"""Words of no list behind a number -> the one whose ending says that it names people by their trade ("beekeepers")."""

from __future__ import annotations

import re
from functools import cache

from etl import vocabulary

TRADE = "trade"
SHORTEST = 7  # letters: "lists" and "tutors" are too short to tell
WORDS = re.compile(r"(?:\s[^\W\d_][\w'’-]*){1,4}")
WORD = re.compile(r"\S+")
NOUN_FIRST = frozenset({"fr", "es", "pt", "it"})  # languages whose adjectives stand behind the noun, as a rule
COMPOUNDS = "de"  # where any known people may end a word: Katastrophenschutzausbilder
LONG_ENOUGH = 6  # letters of a known noun that may end a compound


def trade(text: str, end: int, language: str, breaks: frozenset[str]) -> int | None:
    """Return where the trade ends that is counted by a number that ends at `end`, None where no word is one."""
    words = WORDS.match(text, end)
    endings = _endings(language)
    if not words or not endings:
        return None
    for place, word in enumerate(WORD.finditer(words.group())):
        said = word.group()
        if said.lower() in breaks or (place and language in NOUN_FIRST):
            return None
        if len(said) >= SHORTEST and said.lower().endswith(endings) and (language != COMPOUNDS or said[0].isupper()):
            return end + word.end()
    return None


@cache
def _endings(language: str) -> tuple[str, ...]:
    listed = tuple(row["ending"] for row in vocabulary.rows("trade_endings") if row["language"] == language)
    return listed + (_known(language) if language == COMPOUNDS else ())


@cache
def _known(language: str) -> tuple[str, ...]:
    """Return the single words for people in a language, in small letters, that are long enough to end a compound."""
    people = (t for t in vocabulary.all_terms() if t.group == "people" and language in t.language.split(";"))
    return tuple({t.term.lower() for t in people if len(t.term) >= LONG_ENOUGH and t.term.isalpha()})
