"""A passage and the day on which it was told -> the day that "today", "yesterday" or "on Thursday" means."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from etl.dates.day import Day
from etl.dates.month_names import WEEKDAY_MARK, masked
from etl.dates.told import Candidate
from etl.lines import ENDS_SENTENCE
from etl.records import Passage
from etl.sentences import sentences
from etl.small_words import phrases, spelt
from etl.terms import Hit

BACK = {"today": 0, "yesterday": 1, "before_yesterday": 2}  # days, by meanings in data/terms/date_context.csv
COUNTED = ("ago", "last_week", "last_month", "this_month", *BACK)
NEWS = 2  # sentences in which the news stands; later ones tell of other days
RIGHT_BEFORE = 30  # characters between "will end" and its day
RIGHT_BEHIND = 6  # characters between a weekday and "last week", "of last week"
A_DAY, A_WEEK = timedelta(days=1), timedelta(days=7)

WEEKDAYS = tuple(chr(WEEKDAY_MARK + number) for number in range(8))  # one of them stands in every weekday once masked
COUNTS = r",?\s\d+\s[^\W\d_]{4,}"  # "on Tuesday, 28 clerks" is no date
NO_MONTH = r"(?![\d.,:/]\d|\d|\s?[%°/€$]|\s(?:(?:de|of|di|do)\s)?[\ue001-\ue00c])"
MORE_DAYS = rf"(?:,?\s(?:(?:{spelt('and a day')})\s)?[\ue020-\ue027]+)*"
WEEKDAY = re.compile(
    rf"(?:\b(?:(?P<until>{spelt('until a day')})|{spelt('on a day', 'since a day')})\s+|يوم\s+)"
    rf"(?:(?P<last>{spelt('the last')})\s+)?"
    rf"(?P<day>[\ue020-\ue027])(?P=day){{2,}}+(?P<ago>\s(?:{spelt('gone by')}))?"
    rf"(?!{MORE_DAYS}\s(?:{spelt('time of many days')})\b)"  # a habit
    rf"(?:(?={COUNTS})|,?\s(?P<number>3[01]|[12]\d|[1-9]){NO_MONTH}|(?!\s*,?\s*\d|\s(?:по|до)\b))"
    rf"|(?P<other>[\ue020-\ue027])(?P=other){{2,}}+\s(?P<gone>{spelt('gone by')})\b",
    re.I,
)
BARE = ("en", "fr", "it")  # languages that may say a weekday without any word before it: "s'est ouvert mardi"
BARE_WEEKDAY = re.compile(
    "".join(f"(?<!{word} )" for word in sorted(phrases("every day"))) + r"(?:(?<=[^\W\d_] )|(?<=[^\W\d_], ))"
    r"(?P<day>[\ue020-\ue027])(?P=day){2,}+"
    rf"(?!\s*,?\s*\d|\s(?:{spelt('to another day', 'next to come')})\b|s\b|[^\W\d_])"
    rf"(?!{MORE_DAYS}\s(?:{spelt('time of many days')})\b)"  # a habit
    rf"(?!\s(?:{spelt('and a day')})\s(?![\ue020-\ue027]))"  # "mercredi et jeudi" are two days
)
DAYS_OF_MONTH = re.compile(  # "de 19 a 21 do corrente mês"
    r"(?<![\d./])(?P<one>3[01]|[12]\d|[1-9])"
    rf"(?:\s?(?:[-–]|{spelt('till a day', 'and a day')})\s?(?P<two>3[01]|[12]\d|[1-9]))?"
    rf"(?:th|st|nd|rd)?\s(?:{spelt('of this month')})\b"
)
THIS_MONTH = phrases("of this month")  # far quicker to see
AND_WEEKDAY = re.compile(  # "on Wednesday and Thursday"
    rf"\s(?:{spelt('to another day', 'and a day')})\s(?:on\s|le\s|el\s)?(?P<day>[\ue020-\ue027])(?P=day){{2,}}+"
)
AND_DAY = re.compile(  # "yesterday and today", "ayer 7 y hoy"
    rf"(?:\s(?:3[01]|[12]\d|[1-9]))?\s(?:(?:{spelt('and a day')})\s?)?(?:(?:{spelt('that of a day')})\s?)?", re.I
)
LAST = re.compile(rf"(?:{spelt('the last')})\s", re.I)
DAY_OF_WEEK = re.compile(  # at the head of a line
    r"^[^\w\ue020-\ue027\n]*(?P<day>[\ue020-\ue027])(?P=day){2,}+,?\s*(?P<number>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?\b"
    r"(?!\s[\ue001-\ue00c])",  # with its month it is a day like others: "Friday, 20 May 2015, 10:48 am"
    re.M,
)


def counted(passage: Passage, first: Day) -> Candidate | None:
    """Return the day that today, yesterday or on Thursday means, counted from `first`; None where none is said.

    From a month only months can be counted: "this month" in the letter of May.
    """
    if not first.month or not first.year:
        return None
    cut = sentences(passage.string)
    said = [h for h in reversed(passage.of("date_context")) if h.code in COUNTED]
    told = {h.code: h for h in said if _in_the_news(h, passage, cut)}
    day = first.earliest()
    if not first.day:
        return _month(told, day)
    if this_month := _days_of_month(passage, first):
        return this_month
    if both := _two_days(said, day, passage, cut):
        return both
    for code, back in BACK.items():
        if code in told and not (code == "today" and "ago" in told):
            return _of_hit(told[code], day - back * A_DAY)
    if (last_week := told.get("last_week")) and not any(c for c in weekdays(passage, first)):
        monday = _monday_before(day)
        one_month = monday.month == (monday + 4 * A_DAY).month  # of its working days; else nobody knows in which
        return _of_hit(last_week, monday, month=True) if one_month else None
    if "last_month" in told:
        return _month(told, day)
    weekday = next(iter(weekdays(passage, first)), None)
    if weekday and weekday.first.earliest() > day and any(h.code == "began" for h in passage.of("date_context")):
        weekday = replace(weekday, first=first)  # "opened in Lima and goes on until Friday", said on the first day
    return weekday or _month(told, day)


def _month(told: Mapping[str, Hit], day: date) -> Candidate | None:
    """Return the month that "last month" or "this month" means, said on a `day`; None where neither is said."""
    if "last_month" in told:
        return _of_hit(told["last_month"], day.replace(day=1) - A_DAY, month=True)
    return _of_hit(told["this_month"], day, month=True) if "this_month" in told else None


def _two_days(said: list[Hit], day: date, passage: Passage, cut: list[tuple[int, int]]) -> Candidate | None:
    """Return the two days of "yesterday and today", in either order; None where the news says no such thing."""
    near = sorted((h for h in said if h.code in BACK and _in_the_news(h, passage, cut)), key=lambda h: h.start)
    for one, other in pairwise(near):
        if AND_DAY.fullmatch(passage.item.text.string, one.end, other.start) and one.code != other.code:
            days = sorted(day - BACK[h.code] * A_DAY for h in (one, other))
            return Candidate((one.start, other.end), _as_day(days[0]), _as_day(days[1]), "two_days", 1.0)
    return None


def day_of_week(passage: Passage, frame: Day) -> Candidate | None:
    """Return the day with which the line of the activity begins: "Thursday 6" in a calendar of September 2018."""
    told = passage.cue_end - passage.start
    found = list(DAY_OF_WEEK.finditer(masked(passage.string), 0, told)) if frame.month else []
    if not found:
        return None
    match = found[-1]
    day = Day(frame.year, frame.month, int(match["number"]))
    right = day.real() and day.earliest().weekday() == ord(match["day"]) - WEEKDAY_MARK
    start = passage.start + match.start("day")
    return Candidate((start, passage.start + match.end()), day, day, "day_of_week", 1.0) if right else None


def _days_of_month(passage: Passage, told: Day) -> Candidate | None:
    """Return the days that a text names of "this month", which is that of the day on which it was told."""
    text = passage.string
    match = DAYS_OF_MONTH.search(text) if any(map(text.__contains__, THIS_MONTH)) else None
    if not match:
        return None
    first, last = (told._replace(day=int(match[name] or match["one"])) for name in ("one", "two"))
    span = (passage.start + match.start(), passage.start + match.end())
    right = first.real() and last.real() and first.earliest() <= last.earliest()
    return Candidate(span, first, last, "days_of_month", 1.0) if right else None


def weekdays(passage: Passage, first: Day) -> list[Candidate]:
    """Return the days that the weekdays of a passage mean, counted from the full day `first`, in the text's order.

    They are the last ones before it, but what "ends on Friday" ends on the next one.
    """
    marked = masked(passage.string)
    if not any(map(marked.__contains__, WEEKDAYS)):
        return []
    bare = [(match.start("day"), match) for match in _bare_weekdays(marked, passage)]
    led = [(match.start("day" if match["day"] else "other"), match) for match in WEEKDAY.finditer(marked)]
    found = sorted(dict([*bare, *led]).items())
    days = [
        (_weekday(start, match, passage, first.earliest()), match.groupdict().get("number")) for start, match in found
    ]
    return [day for day, number in days if not number or day.first.day == int(number)]


def _weekday(start: int, match: re.Match[str], passage: Passage, day: date) -> Candidate:
    said = match.groupdict()
    weekday = (ord(said["day"] or said["other"]) - WEEKDAY_MARK) % 7
    span = (passage.start + start, passage.start + match.end())
    back = (day.weekday() - weekday) % 7
    if not back and (said.get("last") or said.get("ago") or said.get("gone") or LAST.match(match.group())):
        back = A_WEEK.days
    if back and (said.get("until") or _ends(passage, span)):
        back -= A_WEEK.days
    if _said_behind(passage, span[1], "last_week"):  # "on Monday of last week"
        back = (day - _monday_before(day)).days - weekday
    stands = day - back * A_DAY
    other = AND_WEEKDAY.match(masked(passage.string), match.end())
    days = (ord(other["day"]) - WEEKDAY_MARK - weekday) % 7 if other else 0
    return Candidate(span, _as_day(stands), _as_day(stands + days * A_DAY), "weekday", 1.0)


def _monday_before(day: date) -> date:
    """Return the Monday of the week before that of `day`."""
    return day - day.weekday() * A_DAY - A_WEEK


def _said_behind(passage: Passage, end: int, code: str) -> bool:
    return any(h.code == code and 0 <= h.start - end <= RIGHT_BEHIND for h in passage.of("date_context"))


def _ends(passage: Passage, span: tuple[int, int]) -> bool:
    """Say whether "ends" or "will end" stands right before a span."""
    words = (h for h in passage.of("date_context") if h.code == "ends")
    return any(span[0] - RIGHT_BEFORE < h.end <= span[0] for h in words)


def _bare_weekdays(marked: str, passage: Passage) -> Iterable[re.Match[str]]:
    """Return the weekdays that stand without any word before them in the sentence of the activity."""
    if passage.item.language not in BARE:
        return ()
    cue = passage.cue_start - passage.start
    around = next(((a, b) for a, b in sentences(passage.string) if a <= cue < b), None)
    return BARE_WEEKDAY.finditer(marked, *around) if around else ()


def _of_hit(hit: Hit, day: date, month: bool = False) -> Candidate:
    stands = Day(day.year, day.month) if month else _as_day(day)
    return Candidate((hit.start, hit.end), stands, stands, hit.code, 1.0)


def _as_day(day: date) -> Day:
    return Day(day.year, day.month, day.day)


def _in_the_news(hit: Hit, passage: Passage, cut: list[tuple[int, int]]) -> bool:
    """Say whether a word stands in the title or first sentences, or in the sentence of the cue."""
    start, cue = hit.start - passage.start, passage.cue_start - passage.start
    where = next((n for n, (a, b) in enumerate(cut) if a <= start < b), 0)
    if where <= NEWS or cut[where][0] <= cue < cut[where][1]:
        return True
    whole = sum(1 for a, b in cut[:where] if ENDS_SENTENCE.search(passage.string[a:b]))
    return whole < NEWS  # above a press release stand its sender, number and title
