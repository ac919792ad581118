"""A passage -> the dates that it tells, with the years that its other dates and activities lend them."""

from __future__ import annotations

from dataclasses import replace

from etl.dates.counted import counted, weekdays
from etl.dates.day import Day
from etl.dates.told import Candidate, told
from etl.dates.written import expressions
from etl.find.date_weighed import ENOUGH_WITH_HEADING
from etl.records import Passage


def counted_from(passage: Passage, reference: Day | None, stands: Day) -> list[Candidate]:
    """Return the days that are counted from the day of the news: today, and the weekdays that the passage names.

    A weekday may be counted from the day that `stands`, too: "On 16 May they finished a course begun on Monday".
    """
    said = counted(passage, reference) if reference else None
    days = {day: weekdays(passage, day) for day in (reference, stands) if day and day.day and day.year}
    return [*([said] if said else []), *(one for each in days.values() for one in each)]


def year_told(passage: Passage, page: Day | None) -> Day | None:
    """Return the year that the activity before named: "On 4 March 2019 ... On 21 March, a second course was held".

    Not where only the year of the `page` lies behind it: "a law of December 2009", told of in July 2010.
    """
    before = passage.item.text.string[: passage.start]
    told = [e.last for e in expressions(before) if e.last.year and e.last.month] if passage.start else []
    if not told or not told[-1].year:
        return None
    last = told[-1]
    turned = page and page.year == (last.year or 0) + 1 and (page.month or 0) < (last.month or 0)
    return None if turned else Day(last.year)


def told_in(passage: Passage, reference: Day | None, month_first: bool) -> list[Candidate]:
    """Return the dates of a passage; where the second activity of a sentence has none, those before the first.

    What stands before the first is said of all, though its verb is the first one's; so is the year of such words.
    """
    if passage.front == (0, 0):
        return told(passage, reference, month_first)
    before = replace(passage, start=passage.front[0], end=passage.front[1])
    year = next((e.first.year for e in expressions(before.string) if e.first.year), None)
    own = told(passage, reference or (Day(year) if year else None), month_first)
    sure = own if len(own) == 1 else [] if own else told(before, reference, month_first)
    return [replace(c, score=max(c.score, ENOUGH_WITH_HEADING)) for c in sure] or own
