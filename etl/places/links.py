"""The small words of eight languages that link a name to what stands before it: in, from, of, to.

The words are in data/vocabulary/small_words.csv. What stands before a name is read from its end, word by word: "the",
"Republic of" and the like are left out until the word that links is the last one.
"""

from __future__ import annotations

import re
from functools import lru_cache

from etl import vocabulary
from etl.small_words import spelt

KIND_OF = {word: kind for kind in ("in", "from", "of", "to") for word in vocabulary.small_words(kind)}
BEFORE_A_WORD = re.compile(r"[\s('’]")
BEFORE_A_LIST = re.compile(rf"\b({spelt('of a list')})\s?:$")  # "officers of: Peru, Chile ..."
LINK_REACH = 60  # characters before a name in which the word that links it to what stands before is looked for
THE = rf"(?:(?:{spelt('the')})\s?)?"  # an article or none
DETERMINERS = vocabulary.small_words("article") | vocabulary.small_words("sort of place")
PLACES = vocabulary.small_words("place of")
OF = vocabulary.small_words("of a place")
PARTS = vocabulary.small_words("parts of")
BEFORE_AN_ARTICLE = vocabulary.small_words("before an article")  # "com a Índia": behind them "a" is an article
KEPT = 1 << 12  # cues of which it is kept whether they end in a linking word
LONGEST_LINK = 20  # characters; no word above is as long, so that the last word is looked for no further back
STOP = re.compile(  # not the point behind an initial or a title: "Dr. L. Paz", "H.E."
    r"(?<!\b[A-ZÀ-ÝА-Я])(?<!\b[MDS]r)(?<!\bMs)(?<!\bMrs)(?<!\bSra)(?<!\bProf)\.|[;:!?؟؛]"
)
PURPOSE = re.compile(  # from here on the words tell what it was for, not who: "funded by Norway to help"
    rf"\b(?:(?:to|for)\s+(?!the\s+[A-Z])[a-z]|{spelt('purpose')}|"
    r"(?<!Bureau )(?<!Office )(?<!Fonds )pour|(?<!Oficina )(?<!Agencia )(?<!Fondo )(?<!Escritório )para)"
)
MONTHS = spelt("month begins")
ON = rf"on(?!\s(?:\d|[A-Z]\w+day\b|(?:{MONTHS})\.?\s\d))"  # not "on 3 May"
SPOKEN_OF = re.compile(rf"\b(?:{ON}|{spelt('spoken of')})\s", re.I)
TOPIC = re.compile(rf"\b(?:{ON}|{spelt('spoken of', 'spoken against')})\s", re.I)
INCLUDING = (
    *(" in particular", " particularly", " such as", " including", " notably", " especially", " namely"),
    *(" notamment", " incluido", " incluidos", " como"),
)
AND = re.compile(rf"(?:^|[\s,])(?:{spelt('and')})\s", re.I)
AGAIN = spelt("in again")
BETWEEN = re.compile(  # what may stand between the names of one list
    r"\)?\s*(?:\([^()]{1,30}\)\s*)?(?:['’]s\s*)?"
    rf"(?:in\s(?:{MONTHS})(?:\s\d{{4}})?(?=,|\sand\s))?"
    r"(?:(?:,\s[A-ZÀ-Ý][\w-]+(?:\s[A-ZÀ-Ý][\w-]+)?)?[,،/&•–-])?\s*"
    rf"(?:(?:{spelt('and')})\s+(?:(?:{AGAIN}|{spelt('in again behind and')})\s)?|(?<=,\s)(?:{AGAIN})\s)?"
    rf"(?:(?:{spelt('between names')})\s*)*"
)


SMALL_WORDS = vocabulary.small_words("list")  # small letters that a list of names may have in it
NAME_WORDS = vocabulary.small_words("body")  # small letters in the name of a State's body, and between it and its verb
ARABIC_AND = "و"  # written as one word with the name after it
WORD = re.compile(r"[^\W\d_]+")


def link(gap: str) -> tuple[str, str]:
    """Return the kind of word at the end of `gap` that links it to the name after it, and what stands before the word.

    The kind is in, from, of, to, or "" where there is none; articles and "Republic of" are skipped. Parts of a place
    behind another word, as in "from different districts of", are of it.
    """
    words = gap.rstrip(' "“«(')
    words, last, place = _without_determiners(BEFORE_A_LIST.sub(r"\1", words) if words.endswith(":") else words)
    kind = KIND_OF.get(last.lower(), "")
    if not kind and place in PARTS and last.isalpha():
        return "of", words
    return kind, words.removesuffix(last).rstrip() if kind else words


def _without_determiners(words: str) -> tuple[str, str, str]:
    """Return `words` without the articles, "Republic of" and the like at their end, its last word, and "Republic"."""
    place = ""
    while True:
        last = _last_word(words)
        before = words.removesuffix(last).rstrip()
        if last in DETERMINERS or (last == "a" and _last_word(before) in BEFORE_AN_ARTICLE):
            words = before
        elif last in OF and (noun := _last_word(before)) in PLACES:
            words, place = before.removesuffix(noun).rstrip(), noun
        else:
            return words, last, place


def _last_word(words: str) -> str:
    """Return what stands behind the last space, bracket or apostrophe of `words`, with an apostrophe at its end."""
    return BEFORE_A_WORD.split(words[-LONGEST_LINK:-1])[-1] + words[-1:]


@lru_cache(maxsize=KEPT)
def ends_in_link(words: str, kind: str) -> bool:
    """Say whether the last of `words` is a link of that kind: "held in" ends in one of place."""
    return KIND_OF.get(_last_word(words).lower()) == kind
