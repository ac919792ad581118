"""A document -> the day, month or year that its title or foot names, by which its days without a year are meant."""

from __future__ import annotations

import re
from datetime import timedelta
from functools import lru_cache

from etl import vocabulary
from etl.dates.day import Day
from etl.dates.month_names import DIGITS
from etl.dates.written import Expression, expressions, month_is_first
from etl.headings import headings
from etl.lines import ENDS_SENTENCE, bare
from etl.records import Document
from etl.small_words import pattern

HEAD, FOOT = 6, 2  # filled lines at the head and the foot of a document in which it says of when it is
LONGEST = 120  # characters of such a line; a longer one tells something
OF_A_REPORT = 20  # filled lines, perhaps with the menu of a site, among which a report says of what time it is
LONGEST_EVENT = timedelta(days=31)  # a longer range at the head of a report is the time that it tells of
REPORT, PAPER = pattern("report of a time"), pattern("report of a time", "paper of a time")
LETTER = re.compile(r"[^\W_]")
YEAR = re.compile(r"(?:19|20)\d\d")
LONGEST_MONTHS = 30  # characters of "septembre – octobre"
PARTS = re.compile(r"\s*[|·•/:–—]\s*|,\s|\s-\s")  # between the words of such a title
SHORT = 4000  # characters of a page that tells of one thing
BEFORE = 10  # characters before a year in which "in" or "since" stands
SAYS_WHEN = re.compile(r"(?:\b(?:in|en|em|im|of|since|desde|depuis|seit|в|с)|©|عام)\s*$", re.I)
ISSUE = re.compile(r"(?<![\d/])\d{1,3}\s?/\s?((?:19|20)\d\d)(?![\d/])")  # "Bulletin 2/2018"


@lru_cache(maxsize=2)
def time_of(document: Document, newsletters: bool = False) -> Expression | None:
    """Return the year, or the range of months or days, that a report is of, as its head says; None of another paper.

    "Annual report 2019"; "Reporting period: 1 October 2020 – 31 March 2021". What tells of a report ("The Agency
    launches its annual report 2019") is none. Of `newsletters` too where these are asked for ("Newsletter no. 4 |
    April – June 2019"): they say in what year a day was, and may tell of deeds long past.
    """
    head = [line for line in document.lines if LETTER.search(line)][:OF_A_REPORT]
    head = [line for line in head if _frames(line)]
    titles = [line for line in head if REPORT.search(line) and not vocabulary.terms().find(line, "act")]
    if titles or (newsletters and any(map(PAPER.search, head))):
        told = (e for line in (*titles, *head) for e in expressions(line))
        if period := next((e for e in told if _is_long(e)), None):
            return period
    years = (e for line in titles for e in expressions(line) if not e.first.month)
    return next(years, None)


def _is_long(e: Expression) -> bool:
    """Say whether a range of days or months in a year is too long for one event."""
    whole = e.range and e.first.month and e.first.year and e.last.year
    return bool(whole) and e.last.latest() - e.first.earliest() > LONGEST_EVENT


@lru_cache(maxsize=1)
def frame_of(document: Document) -> Day | None:
    """Return what "May 2018" of a bulletin or "2016" of an annual report names; None where it names several years.

    A feed whose headings say years needs none: a day without a year has its neighbours there. A newsletter of a month
    that only its head names does.
    """
    told = time_of(document, newsletters=True)
    if told and (told.first.month or told.first == told.last):
        return told.last
    if document.kind_of_document == "feed" and (dated := _headings_with_year(document)):
        (of_head, first), *others = dated
        return first if of_head and not first.day and not others else None
    filled = [line for line in document.lines if LETTER.search(line)]  # a title may look like a menu
    framing = [*filled[:HEAD], *filled[HEAD:][-FOOT:]]
    return next((day for line in framing if _frames(line) and (day := _named(line))), None)


def _headings_with_year(document: Document) -> list[tuple[bool, Day]]:
    """Return of each heading that says a year whether it stands at the head of the document, and its last day."""
    head = [n for n, line in enumerate(document.lines, 1) if LETTER.search(line)][:HEAD]
    dated = ((n, h.expression.last) for n, h in headings(document.lines).items() if h.expression.first.year)
    return [(n in head, day) for n, day in dated]


@lru_cache(maxsize=1)
def only_year(document: Document) -> Day | None:
    """Return the one year that a page names, by an edition ("the Day of Families 2022") or in the only full dates.

    Not one that says since when something is: "launched in 2012". A page of many things names the years of many.
    """
    text = "\n".join(document.lines)
    if document.kind_of_document != "page" or len(text) > SHORT:
        return None
    named = [e for e in expressions(text) if e.first.year]
    of_days = {e.first.year for e in named if e.first.day}
    if len(of_days) == 1:
        return Day(of_days.pop())
    if len(set(YEAR.findall(text))) != 1:
        return None
    bare = (e for e in named if not e.first.month)
    return next((e.first for e in bare if not SAYS_WHEN.search(text, max(0, e.start - BEFORE), e.start)), None)


def section_of(title: str, frame: Day | None) -> Day | None:
    """Return the month that is an item's title, or stands there beside a place, in the year of its document.

    "Février", of "L'année 2017"; "LIMA | October".
    """
    if frame is None or len(title) > LONGEST_MONTHS:
        return None
    for part in PARTS.split(title):
        dated = f"{part} {frame.year}"
        told = (e for e in expressions(dated) if (e.start, e.end) == (0, len(dated)) and not e.first.day)
        if month := next((Day(frame.year, e.first.month) for e in told), None):
            return month
    return None


@lru_cache(maxsize=1)
def period_of(document: Document) -> Expression | None:
    """Return the range of days or months that the head of a report names: "April – June 2019"."""
    filled = [line for line in document.lines if LETTER.search(line)][:HEAD]
    told = (e for line in filled if _frames(line) for e in expressions(line))
    return next((e for e in told if e.range and e.first.month and e.first.year), None)


@lru_cache(maxsize=1)
def month_first(document: Document) -> bool:
    """Say whether a document writes the month first: 11/13/2018."""
    return month_is_first("\n".join(line for line in document.lines if "/" in line))


def _frames(line: str) -> bool:
    return len(line) <= LONGEST and not ENDS_SENTENCE.search(bare(line))


def _named(line: str) -> Day | None:
    """Return the last day, month or year of the one year that a line names."""
    line = line.translate(DIGITS)
    years = set(YEAR.findall(line))
    if len(years) != 1:
        return None
    said: list[Expression] = [e for e in expressions(line) if e.last.year]
    if said and any(h.code == "changed" for h in vocabulary.terms().find(line, "date_context")):
        return Day(int(years.pop()))  # "closed on 31 December 2022": it tells of years before
    if said:
        return max((e.last for e in said), key=lambda day: (day.month is not None, day.latest()))
    issue = ISSUE.search(line)
    return Day(int(issue[1])) if issue else None
