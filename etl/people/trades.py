"""Words of no list behind a number -> where those end that name people, by an ending or by naming both sexes.

"beekeepers" ends as trades do; "tejedores y tejedoras", "barqueiros/as", "Küfer:innen" name men and women of a trade.
"""

from __future__ import annotations

import re
from functools import cache
from os.path import commonprefix

from etl import vocabulary

TRADE = "trade"
SHORTEST = 7  # letters: "lists" and "tutors" are too short to tell
WORDS = re.compile(r"(?:\s[^\W\d_][\w'’-]*){1,4}")
WORD = re.compile(r"\S+")
NOUN_FIRST = frozenset({"fr", "es", "pt", "it", "ar"})  # languages whose adjectives stand behind the noun, as a rule
COMPOUNDS = "de"  # where any known people may end a word: Katastrophenschutzausbilder
LONG_ENOUGH = 6  # letters of a known noun that may end a compound
AND = r"(?:\s(?:et|ou|y|e|o|und|oder|bzw\.)\s|\sو)"
PAIR = re.compile(rf"\s([^\W\d_]{{4,}}){AND}([^\W\d_]{{4,}})")
FEMININE = ("as", "es", "innen", "ici", "e", "ة", "ات")
STEM = 3  # letters that both words begin with, as a share of 5 of the shorter one
BOTH = re.compile(
    r"(?:\s[^\W\d_]+){0,2}?\s[^\W\d_]{3,}"
    r"(?:/(?:as?|os?|in|innen)\b|\((?:a|as|e)\)s?|[*:_/]-?innen\b|(?<=[a-zäöü])Innen\b"
    r"|[.·•](?:e|ne|se|ve|te|le|ère|rice|trice|euse|ice)s?[.·•]?s?\b)"
)


def trade(text: str, end: int, language: str, breaks: frozenset[str]) -> int | None:
    """Return where the trade ends that is counted by a number that ends at `end`, None where no word is one."""
    named = _both_sexes(text, end)
    if named:
        return named
    words = WORDS.match(text, end)
    endings = _endings(language)
    if not words or not endings:
        return None
    for place, word in enumerate(WORD.finditer(words.group())):
        said = word.group()
        if said.lower() in breaks or (place and language in NOUN_FIRST):
            return None
        low = said.lower()
        named = (len(said) >= SHORTEST and low.endswith(endings)) or low in endings  # "net makers"
        if named and (language != COMPOUNDS or said[0].isupper()):
            return end + word.end()
    return None


def _both_sexes(text: str, end: int) -> int | None:
    """Return where a noun ends that is said of women and of men."""
    joined = BOTH.match(text, end)
    if joined:
        return joined.end()
    pair = PAIR.match(text, end)
    if not pair:
        return None
    one, other = pair[1].lower(), pair[2].lower()
    alike = len(commonprefix([one, other]))
    said = one != other and (one.endswith(FEMININE) or other.endswith(FEMININE))
    return pair.end() if said and alike >= 3 and 5 * alike >= STEM * min(len(one), len(other)) else None


@cache
def _endings(language: str) -> tuple[str, ...]:
    listed = tuple(row["ending"] for row in vocabulary.rows("trade_endings") if row["language"] == language)
    return listed + (_known(language) if language == COMPOUNDS else ())


@cache
def _known(language: str) -> tuple[str, ...]:
    """Return the single words for people in a language, in small letters, that are long enough to end a compound."""
    people = (t for t in vocabulary.all_terms() if t.group == "people" and language in t.language.split(";"))
    return tuple({t.term.lower() for t in people if len(t.term) >= LONG_ENOUGH and t.term.isalpha()})
