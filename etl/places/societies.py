"""A State's name in that of a body that is none of its government's: "the Swedish Wheat Institute", "Fundación Suiza".

Where the State is one that gives aid (a member of the OECD's Development Assistance Committee), such a body works for
others, and its State is not helped by what it does.
"""

from __future__ import annotations

import re

from etl import vocabulary
from etl.places.named import Name
from etl.places.sentence import Sentence
from etl.small_words import spelt

WORDS_BETWEEN = 3  # "the Danish Beekeepers' Development Foundation"
BEHIND_REACH = 70
BEFORE_REACH = 30
NOUN = spelt("society")
NOUN_BEHIND = re.compile(
    rf"(?:['’]s)?(?:\s[^\W\d_][\w'’-]*){{0,{WORDS_BETWEEN}}}?\s(?:{NOUN})\b(?!\s(?:workers?|staff)\b)"
)
NOUN_BEFORE = re.compile(rf"\b(?:{NOUN})\s$")


def in_a_society(names: list[Name], sentence: Sentence) -> bool:
    """Say whether a list of one State that gives aid only says of what country a foundation, firm or the like is."""
    name = names[0]
    if len(names) > 1 or name.kind not in ("demonym", "country") or not vocabulary.gives_aid(name.codes[0], ""):
        return False
    if NOUN_BEFORE.search(sentence.text, max(sentence.start, name.start - BEFORE_REACH), name.start):
        return name.kind == "demonym" or sentence.language in (
            "es",
            "it",
        )  # "Fundación Suiza", not "Institut de France"
    return name.kind == "demonym" and NOUN_BEHIND.match(sentence.text, name.end, name.end + BEHIND_REACH) is not None
