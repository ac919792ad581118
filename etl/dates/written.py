"""A text -> the dates it writes, in all styles and languages of our documents, with place and precision."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain

from etl.dates.day import Day
from etl.dates.day import parsed as parsed  # where the stages look for it
from etl.dates.month_names import MONTH_MARK, masked
from etl.fixed import fixed
from etl.small_words import spelt
from etl.text import FIGURE

_D = (  # "3rd", "1er", "5-го", German "20." before "bis", a dash or the month
    r"(?:3[01]|[12]\d|0?[1-9])(?!\d)"
    r"(?:\s?(?:st|nd|rd|th|er|re|°|º|ª|-?(?:го|е|ое))(?!\w)|\.(?=\s?(?:bis\b|und\b|[-–—/]|[\ue001-\ue00c])))?"
)
_Y = r"(?:(?:19|20)\d\d|[’'‘][0-3]\d)(?!\d)"
# A year of two figures behind day and month, where nothing that could be counted follows: "12 May 16 (our own news)".
_YY = rf"(?:{_Y}|(?<!,\s)[0-3]\d(?=\s?(?:[)(;|]|[–—-]\s?[^\W\d]|\.?(?:\n|$)|\.\s[^\W\d])))"
_M = r"[\ue001-\ue00c]++(?:\s*[/(]\s*[\ue001-\ue00c]++\)?)?\.?"
_W = r"(?:[\ue020-\ue027]++[.,]?\s*(?:the\s+|le\s+|el\s+|dia\s+)?)?"
_THE = rf"(?:(?:{spelt('before its day')}|l[’'])\s+)?"
_TO = rf"(?:\s*,?\s*(?:[-–—−/&]|{spelt('till a day', 'and a day')})\s*){_THE}{_W}"
_OR_TO = rf"(?:\s*,\s*|{_TO})"  # between months: "March, June and October"
_LIST = rf"(?:\s*,\s*{_THE}{_W}|{_TO})"
_OF = rf"(?:\s*(?:{spelt('of a month')}|,|[-/])?\s*)"
_YEAR = rf"(?:\s*[,/-]?\s*(?:г\.?\s*|(?:{spelt('of a year')})\s+)*(?:año\s+)?" + r"(?P<{}>{}))?"


def _year(name: str, year: str = _Y) -> str:
    return _YEAR.format(name, year)


DIGITS = re.compile(r"\d+")
KEPT = 1 << 11  # texts whose dates are kept: splitting and finders ask for those of the same headings and sentences
AROUND = 60  # characters on each side of a month's name that a date can reach
MONTH = re.compile(r"[\ue001-\ue00c]+")
MAY_DATE = re.compile(r"[0-9\u0660-\uff19](?<=[\d\ue001-\ue00c])")  # a figure or a month's name, in every date
NOT_AN_ISSUE = (  # "No. 12, December 2018"
    r"(?<!\bNo\.\ (?=\d))(?<!\b[Nn][°º.]\ (?=\d))(?<!\b[Nn]r\.\ (?=\d))(?<!№\ (?=\d))(?<!\#(?=\d))"
)
WRITTEN = re.compile(
    rf"""(?=[\d\ue001-\ue00c\ue020-\ue027])(?<![\d.,/:])(?<!\w(?=\d)){NOT_AN_ISSUE}(?:
     {_W}(?P<a1>{_D}){_OF}(?P<am1>{_M}){_year("ay1")}{_TO}(?P<a2>{_D}){_OF}(?P<am2>{_M}){_year("ay2", _YY)}
    |{_W}(?P<b1>{_D})(?:{_LIST}{_D}){{0,4}}?(?:{_LIST}(?P<b2>{_D}))?{_OF}(?P<bm>{_M}){_year("by", _YY)}
    |(?P<cm1>{_M})\s*{_THE}(?P<c1>{_D}){_year("cy1")}{_TO}(?P<cm2>{_M})\s*(?P<c2>{_D}){_year("cy2")}
    |(?P<dm>{_M})\s*{_THE}(?P<d1>{_D})(?:{_LIST}{_D}){{0,4}}?(?:{_TO}(?P<d2>{_D}))?(?:[,\s]\s*{_year("dy")})?
    |(?P<em1>{_M}){_year("ey1")}(?:{_OR_TO}{_M}){{0,4}}{_TO}(?P<em2>{_M}){_year("ey2")}
    |(?P<fm>{_M}){_year("fy")}
    )""",
    re.X | re.I,
)
# By the first letter of their names, the groups of each form: first month, year and day; those of all; the last ones.
PARTS = {
    form: tuple(
        name if (name := form + part) in WRITTEN.groupindex else ""
        for part in ("m1", "y1", "1", "m", "y", "m2", "y2", "2")
    )
    for form in "abcdef"
}
_AND = spelt("and a day")
_UNTIL = rf"(?:\.?\s?(?:г\.?|года)?\s?(?:[-–—−]|(?:{spelt('till a day')})\s)\s?)"
NUMERIC = re.compile(
    r"(?<![\d./-])(?:(?P<y>(?:19|20)\d\d)[-/.](?P<m>\d{1,2})(?:[-/.](?P<d>\d{1,2}))?"
    r"|(?:(?P<day1>\d{1,2})(?:(?:\s?/\s?|\.(?=0\d|1[0-2]))(?P<month1>\d{1,2})(?!\d))?"
    rf"(?:{_UNTIL}|\.?\s(?:{_AND})\s?){_W})?"
    r"(?P<one>\d{1,2})(?P<mark>\s?/\s?|[.-])(?P<two>\d{1,2})(?P=mark)"
    r"(?P<year>(?:19|20)\d\d|(?:(?<=\d\d[.-]\d\d[.-])(?<!-\d\d-\d\d-)|(?<=/))[0-3]\d)"
    rf"(?:(?:{_UNTIL}|\s(?:{_AND})\s)(?P<one2>\d{{1,2}})(?P=mark)(?P<two2>\d{{1,2}})(?P=mark)(?P<year2>(?:19|20)?\d\d))?)(?![\d/]|[.-]\d)"
)
# Day and month in figures without a year, set off on both sides: "(Astana, 13-14.04)", "am 3.4. in Bonn".
SHORT = re.compile(
    r"(?:(?<=[(,;–—-] )|(?<=\()|^|(?<=\n)|\b(?:am|vom|le|du|el|dia|il|dal|с)\s)"
    r"(?:(?P<from>[12]\d|3[01]|0?[1-9])(?:\.(?P<month1>0[1-9]|1[0-2]))?\s?[-–—]\s?)?"
    r"(?P<day>[12]\d|3[01]|0?[1-9])[./](?P<month>0[1-9]|1[0-2])(?:\.(?!\d))?(?=\s?[),;:|–—-]|\.?$|\.?\n|\.\s)",
)
AFTER_WEEKDAY = re.compile(  # "Tue 31/5 – talks", "Tue 7–Wed 8/6": then a month of one figure is none of a fraction
    rf"[\ue020-\ue027][.,]?\s(?:(?P<from>{_D})(?:[./](?P<month1>1[0-2]|0?[1-9]))?{_TO})?"
    r"(?P<day>[12]\d|3[01]|0?[1-9])[./](?P<month>1[0-2]|0?[1-9])(?:\.(?!\d))?(?=\s?[),;:|–—-]|\.?$|\.?\n|\.\s)"
)
MONTH_COMMA = re.compile(rf"(?P<m>[\ue001-\ue00c]++),\s(?P<d>{_D})/(?P<y>(?:19|20)\d\d)(?![\d/])")  # "October, 12/2018"
BOTH_SIDES = re.compile(rf"{FIGURE}(?:[.-]|\s?/\s?)\d")  # in every date of figures; far quicker to find
YEAR_ONLY = re.compile(  # what stands before it is asked behind its second figure: so the engine skips to a 1 or 2
    r"(?P<year>(?:19|20)(?<![\w./-]..)\d\d)(?:(?:\s?[-–—]\s?|\s(?:to|and|et|à|y|a|e|по|и|إلى|و)\s?)"
    r"(?P<to>(?:19|20)\d\d))?(?:(?=(?:гг?|م)\b)|(?![\w/]|[.,-]\d))"
)


@fixed
class Expression:
    """A date or a range of dates, at the half-open span `start:end` of a text; `last` is `first` for a single one."""

    start: int
    end: int
    first: Day
    last: Day

    @property
    def range(self) -> bool:
        """Whether it names more than one day, month or year."""
        return self.first != self.last


def expressions(text: str, month_first: bool = False) -> tuple[Expression, ...]:
    """Return the dates written in `text`, in order, without overlaps.

    `month_first` says how 03/04/2016 is meant where both are possible. Years that stand alone are dates of their own;
    dates without a year have none. Impossible days (31 June) are left out.
    """
    return _expressions(text, month_first)


@lru_cache(maxsize=KEPT)
def _expressions(text: str, month_first: bool) -> tuple[Expression, ...]:
    marked = masked(text)
    if not MAY_DATE.search(marked):
        return ()
    found = [*_written(marked), *_numeric(marked, month_first), *_years(marked)]
    kept: list[Expression] = []
    for expression in sorted(found, key=lambda e: (e.start, -e.end)):
        if not kept or expression.start >= kept[-1].end:
            kept.append(expression)
    return tuple(e for e in kept if e.first.real() and (e.first is e.last or e.last.real()))


def _number(written: str) -> int:
    digits = DIGITS.match(written)
    return int(digits.group()) if digits else 0


def _year_of(written: str | None) -> int | None:
    """Return the year that is `written`, one of two figures in this century ("’18", "18")."""
    return int(written[-4:]) if written and len(written) >= 4 else int(f"20{written[-2:]}") if written else None


def _written(marked: str) -> Iterator[Expression]:
    for start, stop in _windows(marked):
        for match in WRITTEN.finditer(marked, start, stop):
            end = match.start() + len(match.group().rstrip(" ,"))
            yield Expression(match.start(), end, *_ends(match))
        for match in MONTH_COMMA.finditer(marked, start, stop):
            day = Day(int(match["y"]), ord(match["m"][0]) - MONTH_MARK, _number(match["d"]))
            yield Expression(match.start(), match.end(), day, day)


def _windows(marked: str) -> list[list[int]]:
    """Return the stretches around names of months, where alone a written date can stand; neighbours joined."""
    windows: list[list[int]] = []
    for month in MONTH.finditer(marked):
        start, stop = max(0, month.start() - AROUND), month.end() + AROUND
        if windows and start <= windows[-1][1]:
            windows[-1][1] = stop
        else:
            windows.append([start, stop])
    return windows


def _ends(match: re.Match[str]) -> tuple[Day, Day]:
    form = str(match.lastgroup)[0]
    first_month, first_year, day1, month, year, month2, year2, day2 = (match[n] if n else None for n in PARTS[form])
    month1 = first_month or month or ""
    month2 = month2 or month1
    year2 = year2 or year
    year1 = first_year or year2
    months = [ord(c) - MONTH_MARK for c in (month1[0], [c for c in month2 if ord(c) >= MONTH_MARK][-1])]
    first = Day(_year_of(year1), months[0], _number(day1) if day1 else None)
    last = Day(_year_of(year2 or year1), months[1], _number(day2 or day1 or "") or None)
    if year1 and first.year and last.year and not first_year and months[1] < months[0]:
        first = first._replace(year=first.year - 1)  # 28 December - 3 January 2012
    if first.month == last.month and first.day and last.day and last.day < first.day and form in "bd":
        return (last, last) if form == "b" else (first, first)  # "Issue 29 – 6 May", "May 6 – 2 years later"
    return first, last


def _numeric(marked: str, month_first: bool) -> Iterator[Expression]:
    if not BOTH_SIDES.search(marked):
        return
    for match in NUMERIC.finditer(marked):
        if match["y"]:
            first = last = Day(int(match["y"]), int(match["m"]), int(match["d"]) if match["d"] else None)
        else:
            first = _slashed(match["one"], match["two"], match["year"], month_first)
            last = _slashed(match["one2"], match["two2"], match["year2"], month_first) if match["one2"] else first
            if match["day1"] and not match["one2"]:
                first = _before(match["day1"], match["month1"], last, month_first)
        if first.real() and last.real():
            yield Expression(match.start(), match.end(), first, last)
    for match in chain(SHORT.finditer(marked), AFTER_WEEKDAY.finditer(marked)):
        last = Day(None, int(match["month"]), int(match["day"]))
        first = Day(None, int(match["month1"] or match["month"]), _number(match["from"])) if match["from"] else last
        yield Expression(match.start("from") if match["from"] else match.start("day"), match.end(), first, last)


def _before(one: str, two: str | None, last: Day, month_first: bool) -> Day:
    """Return the first day of a range whose year stands at its end: 19-23.11.2018, 28/02 to 02/03/2018."""
    first = _slashed(one, two, str(last.year), month_first) if two else last._replace(day=int(one))
    if (first.month or 0) > (last.month or 0):
        first = first._replace(year=(last.year or 0) - 1)  # 28.12 - 03.01.2019
    return first if first.real() and first.earliest() < last.earliest() else last


def _slashed(one: str, two: str, year: str, month_first: bool) -> Day:
    day, month = (int(two), int(one)) if month_first else (int(one), int(two))
    if month > 12 >= day:
        day, month = month, day
    return Day(_year_of(year), month, day)


def _years(marked: str) -> Iterator[Expression]:
    for match in YEAR_ONLY.finditer(marked):
        first = Day(int(match["year"]))
        yield Expression(match.start(), match.end(), first, Day(int(match["to"])) if match["to"] else first)


def month_is_first(text: str) -> bool:
    """Say whether a text writes 11/13/2018 for 13 November: a second number over 12 somewhere, a first one nowhere."""
    pairs = [(int(m["one"]), int(m["two"])) for m in NUMERIC.finditer(text) if m["one"] and m["mark"] == "/"]
    return any(two > 12 for _, two in pairs) and not any(one > 12 for one, _ in pairs)
