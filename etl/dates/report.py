"""A passage of a report or list -> the period or year that the whole is of, where it says no day of its own."""

from __future__ import annotations

import re
from functools import lru_cache

from etl import vocabulary
from etl.dates.day import Day, parsed
from etl.dates.frame import LONGEST_EVENT, frame_of, period_of, time_of
from etl.dates.told import Candidate
from etl.dates.written import Expression, expressions
from etl.dates.years import with_year
from etl.headings import is_town
from etl.records import Document, Passage
from etl.small_words import pattern

FOLLOWS = re.compile(  # at the end of a line above a list
    r"(?::|\b(?:following|suivante?s|siguientes|seguintes|следующее|следующие|folgende[ns]?|seguenti)[^.]{0,20}[.:])\s*$"
    r"|(?:التالية|ما يلي)\W*$",
    re.I,
)
PARTS = (  # words of data/vocabulary/small_words.csv, and the first and last month that they mean
    ("first half of the year", 1, 6), ("second half of the year", 7, 12), ("first quarter", 1, 3),
    ("second quarter", 4, 6), ("third quarter", 7, 9), ("fourth quarter", 10, 12),
)  # fmt: skip
NEXT_YEAR = re.compile(r"[^\d.;]{0,12}(?:19|20)\d\d")  # then the date is written out, and read as others are
YEAR_LINE = re.compile(
    r"^(?:[^\n\d(]{1,60}\(|(?P<place>[^\n\d(]{2,45}) )?"
    r"(?P<year>(?:19|20)\d\d)(?:\s?[–—-]\s?(?P<last>(?:19|20)\d\d))?\)?:?$",
    re.M,
)


def is_of_report(heading: Expression, shape: str) -> bool:
    """Say whether the dates at the head of a report are those it tells of, not of one event."""
    long = not heading.first.day or heading.last.latest() - heading.first.earliest() > LONGEST_EVENT
    return shape == "report" and heading.range and long


def in_the_period(passage: Passage, document: Document) -> Candidate | None:
    """Return the time that a report is of for what was done "during the reporting period"."""
    said = next((h for h in passage.of("digest") if h.code == "period"), None)
    if said is None:
        return None
    period, year = period_of(document), _year_of_report(document)
    first, last = (period.first, period.last) if period else (year, year)
    return Candidate((said.start, said.end), first, last, "period", 1.0) if first and last else None


def of_the_report(passage: Passage, document: Document) -> Candidate | None:
    """Return the time that a report is of, for what it tells without a day: in "Annual report 2019" it was in 2019."""
    told = time_of(document)
    return Candidate((passage.cue_start, passage.cue_end), told.first, told.last, "of_report", 1.0) if told else None


def of_the_year_above(passage: Passage, document: Document) -> Candidate | None:
    """Return the year of a report for what stands below "In the course of the year the Office did the following:"."""
    year = frame_of(document)
    year = year if year and not year.month else None
    above = year is not None and passage.line_start > _line_of_lead(document) > 0
    cue = (passage.cue_start, passage.cue_end)
    return Candidate(cue, year, year, "year_above", 1.0) if above and year else None


def _year_of_report(document: Document) -> Day | None:
    """Return the year that the title of a report names; not the month or day on which it appeared."""
    frame = frame_of(document) if document.kind_of_document == "report" else None
    return frame if frame and not frame.month else None


@lru_cache(maxsize=1)
def _line_of_lead(document: Document) -> int:
    """Return the number of the line that says that what follows was done over the year; 0 where none does."""
    for number, line in enumerate(document.lines, 1):
        if FOLLOWS.search(line) and any(
            h.code == "over_the_year" for h in vocabulary.terms().find(line, "date_context")
        ):
            return number
    return 0


def of_the_month(passage: Passage, document: Document) -> Candidate | None:
    """Return the month of a monthly round-up for what stands in it without a day: "March Roundup", of 8 April 2016."""
    title = document.title or next(filter(None, document.lines), "")
    if vocabulary.small_words("monthly").isdisjoint(title.lower().split()) or not document.published:
        return None
    month = next((e for e in expressions(title) if e.first.month and not e.first.day and not e.range), None)
    first = with_year(month, parsed(document.published))[0] if month else None
    cue = (passage.cue_start, passage.cue_end)
    return Candidate(cue, first, first, "month", 1.0) if first and first.year else None


def of_the_title(passage: Passage) -> Candidate | None:
    """Return the month or year in the title of an item that tells of several activities: "Our year 2019"."""
    whole = (passage.start, passage.end) == (0, len(passage.item.text.string))
    told = [] if whole else expressions(passage.item.title)
    if len(told) != 1 or told[0].first.day or not told[0].first.year:
        return None
    first, last = told[0].first, told[0].last
    return Candidate((passage.cue_start, passage.cue_end), first, last, "title", 1.0)


def part_of_year(passage: Passage, frame: Day, sentence: tuple[int, int]) -> Candidate | None:
    """Return the months that a sentence calls a half or a quarter of the year of its report."""
    for purpose, first, last in PARTS:
        said = pattern(purpose).search(passage.item.text.string, *sentence)
        if said and not NEXT_YEAR.match(passage.item.text.string, said.end()):
            return Candidate(said.span(), Day(frame.year, first), Day(frame.year, last), "part_of_year", 1.0)
    return None


def over_the_year(passage: Passage, frame: Day) -> Candidate | None:
    """Return the year of a report for what was done "over the year"; None where the passage says no such thing."""
    text = passage.item.text.string
    over = (h for h in passage.of("date_context") if h.code == "over_the_year")
    said = next((h for h in over if not NEXT_YEAR.match(text, h.end)), None)
    return Candidate((said.start, said.end), Day(frame.year), Day(frame.year), "over_the_year", 1.0) if said else None


def year_above(passage: Passage) -> Candidate | None:
    """Return the year or years that alone, behind a State or a name in brackets, head the lines of the activity."""
    lines = YEAR_LINE.finditer(passage.item.text.string, 0, passage.cue_start)
    years = [line for line in lines if not line["place"] or is_town(line["place"])]
    if not years:
        return None
    first, last = Day(int(years[-1]["year"])), Day(int(years[-1]["last"] or years[-1]["year"]))
    return Candidate(years[-1].span("year"), first, last, "year_above", 1.0)
