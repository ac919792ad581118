"""The dates of a passage, its heading and its page -> the one that stands, and whether it is that of the event."""

from __future__ import annotations

from functools import lru_cache

from etl.dates.counted import counted
from etl.dates.day import Day
from etl.dates.frame import frame_of
from etl.dates.report import year_above
from etl.dates.told import SINCE_THEN, Candidate
from etl.dates.written import Expression
from etl.find.date_of_entry import is_diary, is_of_calendar
from etl.find.date_weighed import day_counted, is_day_of_news, opens
from etl.headings import headings
from etl.records import Document, Passage
from etl.terms import Hit

FEWEST_RANGES, MANY_RANGES = 2, 0.4  # headings that are ranges, and their share, in a list of events


def choice(
    passage: Passage, document: Document, heading: Expression | None, best: Candidate | None, published: Day | None
) -> tuple[Candidate | None, str]:
    """Return the date that stands, and its basis."""
    headed = Candidate((0, 0), heading.first, heading.last, "heading", 1.0) if heading else None
    if headed and heading and heading.first.year is None:
        return (best, "event") if best and best.first.year else (headed, "none")
    if headed and heading and (heading.range and heading.first.day):
        return headed, "event"
    told_on = headed.first if headed else published
    if best:
        return _best(passage, best, told_on, headed is not None)
    if told_on and (relative := counted(passage, told_on)):
        return relative, "event"
    if headed and heading:
        of_the_event = is_of_calendar(passage.item) or _lists_events(document) or _says_where(passage)
        happens = of_the_event and any(map(_happens, passage.of("event", "act")))
        return headed, "event" if happens or is_diary(passage.item, heading, document) else "published"
    issue = frame_of(document)  # the day of a weekly letter, where its entries have none of their own
    if issue and not told_on and (relative := counted(passage, issue)):
        return relative, "event"
    year = year_above(passage)
    if year:
        return year, "event"
    if published:
        return Candidate((0, 0), published, published, "heading", 1.0), "published"
    return None, "none"


def _says_where(passage: Passage) -> bool:
    """Say whether a line of the text gives the place, as a card does whose other lines are the day and who came."""
    return any(h.code == "venue" and h.term.term.endswith(":") for h in passage.of("role"))


def _best(passage: Passage, best: Candidate, told_on: Day | None, headed: bool) -> tuple[Candidate, str]:
    """Return the clearest date of a passage, or the day that it is counted from it or from the day of the news."""
    if told_on and (day := day_counted(passage, told_on, best)):
        return day, "event"
    if told_on and best.rule == SINCE_THEN and (day := counted(passage, told_on)):
        return day, "event"
    relative = counted(passage, best.first) if is_day_of_news(best) else None
    if relative and relative.rule != "today":
        return relative, "event"
    if is_day_of_news(best) and not (headed or relative or opens(passage, best)):
        return best, "published"
    return best, "event" if best.first.year else "none"


def _happens(hit: Hit) -> bool:
    """Say whether a event or verb names something that happens on a day (a project or partnership lasts)."""
    return hit.code != "partnership"


@lru_cache(maxsize=1)
def _lists_events(document: Document) -> bool:
    """Say whether a document heads its entries with the days of events: many are ranges or say where."""
    found = headings(document.lines).values()
    ranges = sum(1 for h in found if h.expression.first.day and (h.expression.range or h.place))
    return ranges >= FEWEST_RANGES and ranges >= MANY_RANGES * len(found)
