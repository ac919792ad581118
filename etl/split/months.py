"""Lines below the name of a month, and below its days ("Février", "Du 6 au 17") -> when, and what was done then."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from etl.dates.month_names import masked
from etl.dates.written import expressions
from etl.lines import is_title
from etl.small_words import spelt
from etl.split.items import Row
from etl.split.results import FEWEST, LONGEST_PARAGRAPH, MOST, is_output

LONGEST_MONTH = 12  # characters of its name
LONGEST_HEAD = 60  # characters of "Agenda 2018 - July"
MONTH = re.compile(r"[\ue001-\ue00c]+")  # once names of months are masked
MANY, MOST_OF_MANY = 4, 0.5  # months that are a list by themselves, and the share of their lines that must say so
LEAD = re.compile(  # "March. A course"
    r"\W*([\ue001-\ue00c]+(?:\s+(?:19|20)\d\d)?)\s?(?:[.:|]|[–—-])\s+(?=[^\W_a-zа-я])"
)
LONGEST_LEAD, SHORTEST_TOLD = 30, 25  # characters of a month with what sets it off, and of its line
YEAR = re.compile(r"(?:19|20)\d\d(?!\d)")
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th|er|[º°])?"
DAYS = re.compile(  # "Du 6 au 17", "20 y 21", "6-8"; what is done then may follow on the line
    rf"(?:(?:{spelt('days of a month')})\s+)*"
    rf"(?P<days>{_DAY}(?:\s?(?:[-–—/,]|{spelt('till a day', 'and a day')})\s?(?:el\s|le\s)?{_DAY})*)\.?"
    r"\s*(?:$|(?:[:|]|[–—-]\s)\s*(?P<done>[^\W\d].*))",
    re.I,
)
ONE_DAY = re.compile(rf"{_DAY}\s[^\W\d]{{3}}")  # alone it may be a day put on two lines: "May 2019", "02"
Told = tuple[Row, list[Row]]  # when, as a title with its line; the lines of what was done then


def months(rows: list[Row]) -> list[Told]:
    """Return what stands below names of months: below the days that part them, or else each line.

    [] where most do not say what was done.
    """
    return _below_days(rows) or _below_months(rows) or _behind_months(rows)


def _below_months(rows: list[Row]) -> list[Told]:
    starts = [n for n, (_, words) in enumerate(rows) if len(words) <= LONGEST_MONTH and _is_month(words)]
    if len(starts) < FEWEST:
        return []
    ends = [*starts[1:], len(rows)]
    groups = [(rows[start], rows[start + 1 : end]) for start, end in zip(starts, ends, strict=True)]
    found = [(month, [line]) for month, lines in groups for line in lines]
    told = sum(is_output(words) for _, [(_, words)] in found)
    enough = told >= MOST_OF_MANY * len(found) if len(starts) >= MANY else told == len(found)
    return found if enough and all(lines for _, lines in groups) else []


def _behind_months(rows: list[Row]) -> list[Told]:
    """Return the paragraphs that begin with the name of a month, each with those below it: "March. A course was held".

    The last has no more than the longest before it, and a title ends each. [] where others begin with a day.
    """
    starts = [n for n, (_, words) in enumerate(rows) if _behind_month(words)]
    if len(starts) < FEWEST or any(_begins_with_a_day(words) for _, words in rows):
        return []
    found: list[Told] = []
    for start, end in zip(starts, [*starts[1:], len(rows)], strict=True):
        number, words = rows[start]
        month, done = _behind_month(words)
        below = list(takewhile(lambda row: not is_title(row[1]), rows[start + 1 : end]))
        found.append(((number, month), [(number, done), *below]))
    when, lines = found[-1]
    found[-1] = when, lines[: max(len(others) for _, others in found[:-1])]
    told = [any(is_output(line, LONGEST_PARAGRAPH) for _, line in lines) for _, lines in found]
    return found if sum(told) >= MOST * len(told) else []


def _behind_month(words: str) -> tuple[str, ...]:
    """Return the month (with its year) that something sets off from what follows it on a line, and that; else ()."""
    lead = LEAD.match(masked(words[:LONGEST_LEAD]))
    return (words[: lead.end(1)], words[lead.end() :]) if lead and len(words) >= SHORTEST_TOLD else ()


def _begins_with_a_day(words: str) -> bool:
    return any(e.first.day and not e.start for e in expressions(words[:LONGEST_LEAD]))


def _is_month(words: str) -> bool:
    return MONTH.fullmatch(masked(words)) is not None


def _below_days(rows: list[Row]) -> list[Told]:
    """Return what stands below each day of a month; the last entry has no more lines than the longest before it."""
    found = list(_parted(rows))
    if not found or (len(found) == 1 and ONE_DAY.match(found[0][0][1])):
        return []
    longest = max((len(lines) for _, lines in found[:-1]), default=1)
    found[-1] = (found[-1][0], found[-1][1][:longest])
    told = [bool(lines) and is_output(lines[0][1]) for _, lines in found]
    return found if sum(told) >= MOST * len(told) else []


def _parted(rows: list[Row]) -> Iterator[Told]:
    """Yield each day or days with the lines below, until the next day or month."""
    month, when, lines = "", None, list[Row]()
    for place, (number, words) in enumerate(rows):
        days = DAYS.fullmatch(words) if month else None
        heads = _month_of(words) if DAYS.fullmatch(rows[place + 1][1] if place + 1 < len(rows) else "") else ""
        if (days or heads) and when:
            yield when, lines
        if heads:
            month, when = heads, None
        elif days:
            when = (number, f"{days['days']} {month}")
            lines = [(number, days["done"])] if days["done"] else []
        elif when:
            lines.append((number, words))
    if when:
        yield when, lines


def _month_of(words: str) -> str:
    """Return the month that a line names, with its year where it names one: "Agenda 2018 - July"; "" for none."""
    named = list(MONTH.finditer(masked(words))) if len(words) <= LONGEST_HEAD and is_title(words) else []
    if len(named) != 1:
        return ""
    year = YEAR.search(words)
    return f"{words[slice(*named[0].span())]} {year.group() if year else ''}".rstrip()
