"""A text and two dates -> whether the text's "five-day" fits them."""

from __future__ import annotations

import re

from etl.dates.day import Day
from etl.terms import lowered

NUMBERS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "ten": 10,
    "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "sept": 7, "dix": 10,
    "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6, "siete": 7, "diez": 10,
    "dois": 2, "três": 3, "quatro": 4, "sete": 7, "dez": 10, "due": 2, "tre": 3, "quattro": 4, "cinque": 5,
    "ein": 1, "zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6, "sieben": 7, "zehn": 10,
    "одно": 1, "двух": 2, "трех": 3, "трёх": 3, "четырех": 4, "четырёх": 4, "пяти": 5, "шести": 6, "семи": 7,
    "два": 2, "три": 3, "четыре": 4, "пять": 5, "шесть": 6, "семь": 7, "десять": 10, "десяти": 10,
    "يومين": 2, "يومان": 2, "ثلاثة": 3, "أربعة": 4, "خمسة": 5, "ستة": 6, "سبعة": 7, "عشرة": 10,
}  # fmt: skip
# It begins with what follows a number: so the engine skips to the few words for days, and looks back from there.
DAYS = re.compile(
    r"[-\s](?:days?\b(?!s? of)|jours\b|días\b|dias\b|giorni\b|tage?n?\b|tägig\w+|дня\b|дней\b|[أا]يام\b)"
    r"|-?дневн\w+|tägig\w+|\b(?:لمدة|على مد[ىا]ر?|استمرت?|استغرقت?|دامت?) يوم(?:ين)?\b|\bيوم(?:ين|ان) متتالي",
    re.I,
)
IN_DAYS = ("day", "jour", "día", "dia", "giorn", "tag", "täg", "дн", "يوم", "ايام")  # far quicker to see
NUMBER_BEFORE = re.compile(r"([^\W\d_]+|\d{1,2})(?:\s?\(\d+\))?$")
LOOK_BACK = 18  # characters before the word for days in which its number stands
AGO = re.compile(  # before the number
    r"(?:\bil y a|\bhace|\bhá|\bvor|\bafter|\bwithin|\bdans|\bчерез|\bза|قبل|بعد)\s\S*$", re.I
)
LATER = re.compile(r"\s(?:ago|later|before|after|auparavant|plus tard|después|antes|depois|назад|спустя|до)\b", re.I)
TWO_DAYS = re.compile("يوم(?:ين|ان)")
WEEKEND = 2  # days that a course may pause in between


def days_stated(text: str) -> set[int]:
    """Return the numbers of days that `text` says something lasts: {3} of "a three-day course"."""
    low = lowered(text)
    if not any(word in low for word in IN_DAYS):
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
    return int(word) if word.isdigit() else NUMBERS.get(word, 0)
