"""A passage -> when its activity took place: date, end_date and date_basis, with the dates that were passed over."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from etl.dates.apart import Span
from etl.dates.counted import counted, day_of_week, weekdays
from etl.dates.day import Day, parsed
from etl.dates.duration import contradicts
from etl.dates.frame import frame_of, month_first, only_year, section_of
from etl.dates.report import (
    in_the_period,
    is_of_report,
    of_the_month,
    of_the_title,
    of_the_year_above,
    over_the_year,
    year_above,
)
from etl.dates.sessions import session_year
from etl.dates.told import Candidate, told
from etl.dates.written import Expression, expressions
from etl.dates.years import with_year
from etl.find.date_weighed import ENOUGH_WITH_HEADING, clearer, day_counted, is_day_of_news, lasted, opens, to_the_last
from etl.find.events.clauses import cue_sentence
from etl.headings import headings
from etl.records import Document, Finding, Passage
from etl.terms import Hit

ENOUGH_ALONE = 2.0  # what a date must score where no heading is at hand
FEWEST_RANGES, MANY_RANGES = 2, 0.4  # headings that are ranges, and their share, in a list of events
SURENESS = {"event": 0.95, "published": 0.85, "none": 0.8}


def find(passage: Passage, document: Document) -> list[Finding]:
    """Return findings of `date`, `end_date`, `date_basis` (event, published, none) and `flags`.

    In this order: 1. a heading that is a range; 2. a date of the body that clearly is the event's; 3. today, yesterday,
    on Thursday, counted from the heading, the dateline or the day of the page; 4. the heading of an item that is one
    line with an event in it; 5. the heading as the date of publication; 6. a year that stands alone above the text. A
    day without a year has that of the heading, of the activity told before, of the page, of the document's title or of
    its month named before; where these say none it is `--05-16`: its year comes from the neighbours later. A first or
    last day grows by the days that it lasted.
    """
    frame = frame_of(document)
    heading = _heading(passage, document, frame)
    if heading and is_of_report(heading, passage.item.shape):
        frame, heading = heading.last, None
    published = _published(passage, document)
    page = published or (frame._replace(day=None) if frame else only_year(document))
    reference = heading.last if heading and heading.first.year else _year_told(passage, page) or page
    candidates = sorted(_with_year_of_month(_told(passage, reference, month_first(document))), key=lambda c: -c.score)
    enough = ENOUGH_WITH_HEADING if heading and heading.first.day else ENOUGH_ALONE
    best = next((c for c in candidates if c.score >= enough), None)
    if best and best.rule == "dateline":  # a day of news is weaker than a day told clearly
        best = next((c for c in candidates if clearer(c, best, passage)), best)
    best = (day_of_week(passage, frame) if frame else None) or best
    section = section_of(passage.item.title, frame)
    best = best or (Candidate((0, 0), section, section, "section", 1.0) if section else None)
    best = best or (over_the_year(passage, frame) if frame else None) or in_the_period(passage, document)
    best = best or (session_year(passage, cue_sentence(passage)) if passage.of("session") else None)
    own = heading is None or heading.first.iso() == document.published  # not the day of an entry
    best = best or (of_the_month(passage, document) if own else None) or of_the_title(passage)
    best = best or (None if heading else of_the_year_above(passage, document))
    chosen, basis = _choice(passage, document, heading, best, published)
    if chosen and basis == "event":
        said = _counted(passage, reference, chosen.first)
        chosen = lasted(chosen, said, candidates, passage)
        chosen = to_the_last(chosen, candidates, passage)
    lost = [c for c in candidates if c is not chosen]
    findings = [_finding("date", c.first.iso(), passage, c.span, f"date.{c.rule}", 0.3, False) for c in lost]
    if heading and (not chosen or chosen.rule != "heading"):
        findings.append(_finding("date", heading.first.iso(), passage, None, "date.heading", 0.3, False))
    if not chosen:
        return [*findings, _finding("date_basis", "none", passage, None, "date.none", SURENESS["none"])]
    span = chosen.span if chosen.rule != "heading" else None
    rule, sureness = f"date.{chosen.rule}", SURENESS[basis]
    findings += [
        _finding("date", chosen.first.iso(), passage, span, rule, sureness),
        _finding("end_date", chosen.last.iso(), passage, span, rule, sureness),
        _finding("date_basis", basis, passage, span, rule, sureness),
    ]
    if contradicts(passage.string, chosen.first, chosen.last):
        findings.append(_finding("flags", ["contradicts_itself"], passage, span, "date.duration", 0.8))
    return findings


def _counted(passage: Passage, reference: Day | None, stands: Day) -> list[Candidate]:
    """Return the days that are counted from the day of the news: today, and the weekdays that the passage names.

    A weekday may be counted from the day that `stands`, too: "On 16 May they finished a course begun on Monday".
    """
    said = counted(passage, reference) if reference else None
    days = {day: weekdays(passage, day) for day in (reference, stands) if day and day.day and day.year}
    return [*([said] if said else []), *(one for each in days.values() for one in each)]


def _year_told(passage: Passage, page: Day | None) -> Day | None:
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


def _told(passage: Passage, reference: Day | None, month_first: bool) -> list[Candidate]:
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


def _with_year_of_month(candidates: list[Candidate]) -> list[Candidate]:
    """Give a day without a year that of its month before it: "the last week of March 2024 ... from 26 to 28 March"."""
    return [
        replace(c, first=c.first._replace(year=year), last=c.last._replace(year=year))
        if c.first.year is None and c.last.month == c.first.month and (year := _year_before(c, candidates))
        else c
        for c in candidates
    ]


def _year_before(one: Candidate, candidates: list[Candidate]) -> int | None:
    told = (c for c in candidates if c.first.year and c.first.month == one.first.month and c.span < one.span)
    return max(told, key=lambda c: c.span, default=one).first.year


def _choice(
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
        one_line = (
            passage.item.heading_line == passage.item.line_start
            and passage.item.text.lines[0] == passage.item.heading_line
        )
        of_the_event = one_line or _lists_events(document) or _says_where(passage)
        happens = of_the_event and any(map(_happens, passage.of("event", "act")))
        return headed, "event" if happens else "published"
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
    relative = counted(passage, best.first) if is_day_of_news(best) else None
    if relative and relative.rule != "today":
        return relative, "event"
    if is_day_of_news(best) and not (headed or relative or opens(passage, best)):
        return best, "published"
    return best, "event" if best.first.year else "none"


def _happens(hit: Hit) -> bool:
    """Say whether a event or verb names something that happens on a day (a project or partnership lasts)."""
    return hit.code != "partnership"


def _heading(passage: Passage, document: Document, frame: Day | None) -> Expression | None:
    """Return the date of the item's heading; one without a year in that of the document's title."""
    written = passage.item.heading
    if not written:
        return None
    found = next((e for e in expressions(written, month_first(document)) if e.first.month), None)
    if not found or found.first.year or not frame:
        return found
    first, last = with_year(found, frame)
    return replace(found, first=first, last=last)


@lru_cache(maxsize=1)
def _lists_events(document: Document) -> bool:
    """Say whether a document heads its entries with the days of events: many are ranges or say where."""
    found = headings(document.lines).values()
    ranges = sum(1 for h in found if h.expression.first.day and (h.expression.range or h.place))
    return ranges >= FEWEST_RANGES and ranges >= MANY_RANGES * len(found)


def _published(passage: Passage, document: Document) -> Day | None:
    """Return the day of a page; of one that falls into several entries, only the first has it."""
    page = document.kind_of_document == "page" and passage.item.position == 0
    if passage.aggregate and passage.start:
        return None  # a sum over years at the end of the news
    return parsed(document.published) if document.published and page else None


def _finding(
    field: str,
    value: str | list[str],
    passage: Passage,
    span: Span | None,
    rule: str,
    sureness: float,
    chosen: bool = True,
) -> Finding:
    item = passage.item
    if span is None:
        line = item.heading_line or passage.line_start
        return Finding(field, value, item.heading, line, line, rule, sureness, chosen)
    return Finding(
        field, value, item.text.string[span[0] : span[1]], *item.text.lines_of(*span), rule, sureness, chosen
    )
