"""A text and two dates -> whether the text's "five-day" fits them."""

from __future__ import annotations

import re

from etl.day import Day

NUMBERS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "ten": 10,
    "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5,
    "dois": 2, "três": 3, "quatro": 4, "двух": 2, "трех": 3, "трёх": 3, "четырех": 4, "пяти": 5,
}  # fmt: skip
DAYS = re.compile(
    r"\b(\d{1,2}|[a-zê]+)(?:\s?\(\d+\))?(?:[-\s]days?\b(?!s? (?:of|ago|later))|\s(?:jours|días|dias)\b)"
    r"|\b(двух|тр[её]х|четырех|пяти)дневн",
    re.I,
)
WEEKEND = 2  # days that a course may pause in between


def contradicts(text: str, first: Day, last: Day) -> bool:
    """Say whether `text` states a number of days other than those from `first` to `last` (both known to the day)."""
    if not (first.day and last.day and first.year and last.year) or first == last:
        return False
    span = (last.earliest() - first.earliest()).days + 1
    stated = {_number(match) for match in DAYS.finditer(text)} - {0}
    return bool(stated) and not any(n == span or (n < span and span - n <= WEEKEND and span > 5) for n in stated)


def _number(match: re.Match[str]) -> int:
    word = (match[1] or match[2]).lower()
    return int(word) if word.isdigit() else NUMBERS.get(word, 0)
