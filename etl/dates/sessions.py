"""A passage that names a numbered session of a body that meets by the calendar -> the year of that session."""

from __future__ import annotations

import re
from itertools import product

from etl.dates.day import Day
from etl.dates.told import Candidate
from etl.records import Passage

# data/terms/session.csv says for each body "1991+1": its third session was in 1991 + 3 x 1. Only bodies whose sessions
# never left that order are in it, and only from their third session on.
FIRST_KNOWN = 3
UNITS = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"]
TEENS = [
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
ORDINALS = dict(zip([*UNITS, *TEENS], range(1, 20), strict=True))
ORDINALS |= {f"{ten}-{unit}": 10 * a + b for (a, ten), (b, unit) in product(enumerate(TENS, 2), enumerate(UNITS, 1))}
ORDINALS |= {f"{ten[:-1]}ieth": 10 * a for a, ten in enumerate(TENS, 2)}
BEFORE = 90  # characters before the name of the body in which its session is numbered
SESSION = re.compile(
    r"\b(?P<word>[a-z]+(?:-[a-z]+)?|\d{1,3}(?:st|nd|rd|th|e|ème|º|ª|\.º|a)?)\s(?:regular\s|annual\s)?"
    r"(?:session|meeting|período de sesiones|periodo de sesiones|reunión|sessão)(?:\s(?:of|de|da))?"
    r"(?:\s(?:the|la|le|l['’]))?\s?$",
    re.I,
)


def session_year(passage: Passage, sentence: tuple[int, int]) -> Candidate | None:
    """Return the year of the session that the sentence of the activity names: "during the 27th session of the ..."."""
    text = passage.item.text.string
    for body in passage.of("session"):
        if not sentence[0] <= body.start < sentence[1]:
            continue
        said = SESSION.search(text[max(sentence[0], body.start - BEFORE) : body.start])
        number = _number(said["word"]) if said else 0
        if number >= FIRST_KNOWN:
            base, step = map(int, body.code.split("+"))
            year = Day(base + step * number)
            return Candidate((body.start, body.end), year, year, "session", 1.0)
    return None


def _number(word: str) -> int:
    digits = re.match(r"\d+", word)
    return int(digits.group()) if digits else ORDINALS.get(word.lower(), 0)
