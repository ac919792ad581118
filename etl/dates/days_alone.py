"""A passage that names days without their month ("los días 12 y 13") -> the days, by that of its telling."""

from __future__ import annotations

import re
from datetime import timedelta

from etl.dates.day import Day
from etl.dates.month_names import WEEKDAY_MARK, masked
from etl.dates.told import Candidate
from etl.records import Passage
from etl.sentences import below_title, sentences
from etl.small_words import spelt

DAY = r"(?P<{}>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th|er|º|°|ª|\.(?=\s)|-?(?:го|е))?"
JOINS = rf"(?:\s?[-–]\s?|\s(?:{spelt('till a day', 'and a day')})\s(?:(?:el|le|il|the|al|am)\s)?)"
NO_OTHER = r"(?![\d.,:/]\d|\d|\s?[%°/€$]|\s[\ue001-\ue00c]|\s(?:de|of|di|do)\s[\ue001-\ue00c])"
WEEKDAY = r"(?P<weekday>[\ue020-\ue027])(?P=weekday){2,}+"
DAYS = re.compile(
    rf"(?:(?<!\w){WEEKDAY}(?:,?\s(?:{spelt('before its day')}))?\s|\b(?:{spelt('days alone')})\s)"
    rf"{DAY.format('one')}(?:{JOINS}{DAY.format('two')})?{NO_OTHER}"
    rf"|\b(?:{spelt('a day alone')})\s{DAY.format('first')}(?:{JOINS}{DAY.format('last')})?{NO_OTHER}"
    rf"(?=[,.;)\n]|$|\s(?:{spelt('behind a day alone')})\b)",
    re.I,
)
MONTHS_BACK = 2  # in which a weekday with its number is looked for; a number alone is that of this month or the last


def days_alone(passage: Passage, told: Day | None) -> Candidate | None:
    """Return the days that the sentence of the activity, or one before it, names without their month.

    They are the last ones before the day on which it was `told`, or those of the month of which it is told.
    """
    if told is None or not (told.year and told.month):
        return None
    marked, cut, at = masked(passage.string), sentences(passage.string), passage.cue_start - passage.start
    cue = max(below_title(passage.string, cut, at)[1], *(end for start, end in cut if start <= at < end), 0)
    counts = {h.start - passage.start for h in passage.of("people", "not_people")}
    for match in reversed(list(DAYS.finditer(marked, 0, cue))):
        if match["weekday"] and match.end() + 1 in counts:  # "by Monday 9 divers"
            continue
        first = _last_before(told, int(match["one"] or match["first"]), match["weekday"])
        number = match["two"] or match["last"]
        last = first and first._replace(day=int(number)) if number else first
        if first and last and last.real() and first <= last:
            return Candidate((passage.start + match.start(), passage.start + match.end()), first, last, "days_alone", 1)
    return None


def _last_before(told: Day, number: int, weekday: str | None) -> Day | None:
    """Return the day of that number, on that weekday, in the month that is `told` or shortly before."""
    month = told.latest().replace(day=1)
    for _ in range(MONTHS_BACK + 1 if weekday else 2 if told.day else 1):
        day = Day(month.year, month.month, number)
        if day.real() and (not told.day or day <= told) and _is_on(day, weekday):
            return day
        month = (month - timedelta(days=1)).replace(day=1)
    return None


def _is_on(day: Day, weekday: str | None) -> bool:
    return weekday is None or day.earliest().weekday() == (ord(weekday) - WEEKDAY_MARK) % 7
