"""A text and two dates -> whether the text's "five-day" fits them."""

from __future__ import annotations

import re

from etl import vocabulary
from etl.dates.day import Day
from etl.small_words import spelt
from etl.terms import lowered

# It begins with what follows a number: so the engine skips to the few words for days, and looks back from there.
DAYS = re.compile(
    rf"[-\s](?:{spelt('days counted')})\b(?! of)|{spelt('days in one word')}"
    rf"|\b(?:{spelt('lasting')}) يوم(?:ين)?\b|\bيوم(?:ين|ان) متتالي",
    re.I,
)
WORDS = ("يوم", *vocabulary.small_words("days counted"), *vocabulary.small_words("days in one word"))
IN_DAYS = tuple(word.strip("*") for word in WORDS)  # far quicker to see
NUMBER_BEFORE = re.compile(r"([^\W\d_]+|\d{1,2})(?:\s?\(\d+\))?$")
LOOK_BACK = 18  # characters before the word for days in which its number stands
AGO = re.compile(rf"\b(?:{spelt('so long ago')})\s\S*$", re.I)  # before the number
LATER = re.compile(rf"\s(?:{spelt('so long before')})\b", re.I)
TWO_DAYS = re.compile("يوم(?:ين|ان)")
WEEKEND = 2  # days that a course may pause in between


def days_stated(text: str) -> set[int]:
    """Return the numbers of days that `text` says something lasts: {3} of "a three-day course"."""
    low = lowered(text)
    if not any(map(low.__contains__, IN_DAYS)):
        return set()
    return {_number(text, match) for match in DAYS.finditer(text)} - {0}


def contradicts(text: str, first: Day, last: Day) -> bool:
    """Say whether `text` states a number of days other than those from `first` to `last` (both known to the day)."""
    if not (first.day and last.day and first.year and last.year) or first == last:
        return False
    span = (last.earliest() - first.earliest()).days + 1
    stated = days_stated(text)
    return bool(stated) and not any(n == span or (n < span and span - n <= WEEKEND and span > 5) for n in stated)


def _number(text: str, days: re.Match[str]) -> int:
    if LATER.match(text, days.end()) or AGO.search(text[max(0, days.start() - LOOK_BACK) : days.start()]):
        return 0
    if TWO_DAYS.search(days.group()):
        return 2
    before = NUMBER_BEFORE.search(text, max(0, days.start() - LOOK_BACK), days.start())
    word = before[1].lower() if before else ""
    return int(word) if word.isdigit() else vocabulary.small_numbers().get(word, 0)
