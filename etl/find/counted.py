"""A text and its hits -> the number of activities, or of countries, that it counts."""

from __future__ import annotations

import re
from collections.abc import Sequence

from etl.find.events.clauses import MANY
from etl.find.events.look_alikes import MEETINGS
from etl.number import Number
from etl.numbers import numbers
from etl.terms import Hit

BEFORE = 45  # characters from a number to what it counts: "65 legislative and capacity-building activities"
PARTED = re.compile(r"[,.;:()\d]|\b(?:for|from|of|de|para|pour|в|из|для)\b")
ONE_WORD = re.compile(r"\)?\s")  # between a number and a word in the singular that it counts
SINGULAR = re.compile(r"\s(?:were|have been)\b")  # "17 training were held"
COUNTS_SINGULAR = ("ar", "ru")  # where a word that is counted may stand in the singular: "24 тренинга"


def counted(text: str, hits: Sequence[Hit], what: str, language: str) -> Number | None:
    """Return the number right before what it counts: `what` is activities or countries."""
    names = [h for h in hits if h.group == "claim" and h.code == what]
    if what == "activities":
        events = [h for h in hits if h.group == "event"]
        names += [h for h in events if h.code.endswith(MANY) or may_be_counted(text, h, language)]
    if not names:
        return None
    found = numbers(text, language)
    for name in sorted(names, key=lambda h: h.start):
        for number in reversed(found):
            if _counts(text, number, name, hits):
                return number
    return None


def _counts(text: str, number: Number, name: Hit, hits: Sequence[Hit]) -> bool:
    """Say whether a number counts what is named behind it; a word in the singular stands right behind its number."""
    if name.code in MEETINGS:
        return ONE_WORD.fullmatch(text, number.end, name.start) is not None
    return 0 <= name.start - number.end <= BEFORE and _plain(text, number.end, name.start, hits)


def _plain(text: str, start: int, end: int, hits: Sequence[Hit]) -> bool:
    """Say whether only attributes stand between a number and what it counts."""
    if any(h.group in ("people", "claim") and start <= h.start and h.end < end for h in hits):
        return False  # "three countries and courses"
    return not PARTED.search(text, start, end)


def may_be_counted(text: str, event: Hit, language: str) -> bool:
    """Say whether a meeting in the singular may be counted: in Arabic and Russian, or by a slip ("9 training were")."""
    return event.code in MEETINGS and (language in COUNTS_SINGULAR or SINGULAR.match(text, event.end) is not None)


def is_year(number: Number) -> bool:
    """Say whether a number is written as a year is."""
    return number.figure and 1900 < number.value < 2100 and number.end - number.start == 4
