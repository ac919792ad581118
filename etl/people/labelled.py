"""Numbers behind the word for people, or in brackets -> the group counted: "Participants: 45", "judges (10)"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from etl.people.group import CERTIFICATE, GENDERS, PARTICIPANT, Group
from etl.small_words import spelt, whole
from etl.terms import Hit

IN_NUMBER = re.compile(rf"\s(?:{spelt('in number')})\b")
BEFORE_IN_NUMBER = re.compile(  # "delegates from Kenya, 12 in all"; "delegates from Oti, Volta and Ahafo, 36 in all"
    r"(?:(?:\s[^.,:;()]{0,50})?,\s|\s(?:from|of|de|из|aus|da)\s[^.:;()\d]{0,100},\s)"
    rf"(?:(?:{spelt('that is')}),?\s)?"
)
LABEL = re.compile(r"\s*(?::|=|\(|[-–—])\s*")
NUMBERING = re.compile(rf",?\s(?:(?:{spelt('numbering')})\s|au nombre d['’](?:une\s)?)")
GATHERING = re.compile(rf"\b(?i:{spelt('gathering')})\s$")
ALONE = re.compile(  # "asistieron 26.", "kamen 27 aus Jena"
    rf"\s*(?:[.,;)!?]|à\s|was made|were\s|$)|\s(?:{spelt('numbers from')})\s[A-ZÀ-ÞА-Я]"
)
TOOK_PART = re.compile(  # behind a number that nothing else follows: "25 took part", "12 of them got their certificate"
    rf"\s(?:(?:{spelt('of them')})\s)?(?:(?:who|qui|que|quienes|che|die) )?"
    rf"(?:came(?! (?:{spelt('came but not there')}))|{spelt('took part')})\b"
)
DAY = re.compile(  # "El 17 asistieron los alcaldes", "am 3. und 4. kamen"
    rf"\b(?:{spelt('before a day of the month')})\s(?:\d{{1,2}}\.?\s(?:{spelt('joins two')}|al?|au|to|bis)\s)?$",
    re.IGNORECASE,
)
LAST_DAY = 31
DAY_REACH = 18  # characters before the number of a day in which that stands
CAME = re.compile(  # what a sentence may count people with that has no other word for them
    rf"{whole('gathering', 'took part', 'certificates')}|\b(?i:came)\b"
)
CERTIFICATES = re.compile(  # not "22 certificates of origin"
    rf"\s(?i:{spelt('certificates')})\b"
    rf"(?!\s(?:of|for|de|des|du|di|do|о|об|для)\b(?!\s(?:{spelt('of taking part')})))"
)
COLON = re.compile(r"\s?[:=]\s?")
OPENED, CLOSED = re.compile(r"\(\s{0,2}$"), re.compile(r"\s{0,2}\)(?=\s\w)")
GATHERING_REACH = 45  # characters in front of a number in which what gathered is named
NUMBER_OF = re.compile(rf"\b(?:{spelt('number of')})\s(?:the )?$")
NUMBER_IS = re.compile(rf"\s(?:(?:{spelt('number is')})\s)?")
WHO_CAME = re.compile(rf"\s(?:who|qui|que|che|die)\s(?:came|{spelt('took part')})\s(?:{spelt('number is')})\s", re.I)


def behind_bracket(text: str, start: int, end: int, nouns: Sequence[Hit]) -> int:
    """Return where the bracket ends that holds a number alone before what it counts, "(30) engineers"; else `end`.

    In "judges (10) took part" it is the judges that are counted.
    """
    bracket = CLOSED.match(text, end)
    opened = OPENED.search(text, max(0, start - 3), start) if bracket else None
    if not bracket or not opened or any(0 <= opened.start() - n.end <= 1 and n.group == "people" for n in nouns):
        return end
    return bracket.end()


def headed(text: str, start: int, end: int, value: int, nouns: Sequence[Hit]) -> Group | None:
    """Return the group of `women: 21`, or of `the number of participants was 34 (persons)`."""
    for noun in nouns:
        if noun.end >= start or noun.code not in (*GENDERS, PARTICIPANT):
            continue
        if noun.code in GENDERS and COLON.fullmatch(text, noun.end, start):
            return Group(noun.start, end, value, "person", noun.code, "exact")
        if NUMBER_IS.fullmatch(text, noun.end, start) and NUMBER_OF.search(text, 0, noun.start):
            return Group(start, end, value, PARTICIPANT, "", "exact")
    for noun in nouns:  # "the number of clerks who attended was 34"
        came = noun.group == "people" and noun.end < start and WHO_CAME.fullmatch(text, noun.end, start)
        if came and NUMBER_OF.search(text, 0, noun.start):
            return Group(start, end, value, PARTICIPANT, "", "exact")
    return None


def gathered(text: str, start: int, end: int, first: int, value: int, qualifier: str) -> Group | None:
    """Return the group of a number that no noun follows, or what each of them got.

    "An audience of about 140.", "140 took part", "140 certificates were handed out". `first` begins its qualifier.
    """
    if certificates := CERTIFICATES.match(text, end):
        return Group(first, certificates.end(), value, CERTIFICATE, "", qualifier)
    gathering = GATHERING.search(text, max(0, start - GATHERING_REACH), first) and ALONE.match(text, end)
    day = value <= LAST_DAY and DAY.search(text, max(0, start - DAY_REACH), start)
    if not gathering and (day or not TOOK_PART.match(text, end)):
        return None
    return Group(first, end, value, PARTICIPANT, "", qualifier)


def under_label(text: str, start: int, nouns: Sequence[Hit]) -> bool:
    """Say whether a count stands behind "Participants:", as in "Participants: 16 clerks"."""
    return any(n.code == PARTICIPANT and COLON.fullmatch(text, n.end, start) for n in nouns)


def labelled(text: str, start: int, end: int, value: int, nouns: Sequence[Hit]) -> Group | None:
    """Return the group of `Participants: 45`, `judges (10)`, `judges, numbering 10` or `judges, 10 in number`."""
    in_number = IN_NUMBER.match(text, end)
    for noun in nouns:
        if noun.group != "people" or noun.end >= start:
            continue
        if in_number and BEFORE_IN_NUMBER.fullmatch(text, noun.end, start):
            return Group(noun.start, in_number.end(), value, noun.code, "", "exact")
        if NUMBERING.fullmatch(text, noun.end, start):
            return Group(noun.start, end, value, noun.code, "", "exact")
        if not LABEL.fullmatch(text, noun.end, start):
            continue
        bracketed = text[start - 1] == "(" and text.startswith(")", end)
        if bracketed or noun.code == PARTICIPANT:
            return Group(noun.start if bracketed else start, end + bracketed, value, noun.code, "", "exact")
    return None
