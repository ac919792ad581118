"""A passage -> when its activity took place: date, end_date and date_basis, with the dates that were passed over."""

from __future__ import annotations

from dataclasses import replace

from etl.dates.apart import Span
from etl.dates.counted import day_of_week
from etl.dates.day import Day, parsed
from etl.dates.days_alone import days_alone
from etl.dates.duration import contradicts
from etl.dates.frame import frame_of, month_first, only_year, section_of
from etl.dates.report import (
    in_the_period,
    is_of_report,
    of_the_month,
    of_the_report,
    of_the_title,
    of_the_year_above,
    over_the_year,
    part_of_year,
)
from etl.dates.sessions import session_year
from etl.dates.told import Candidate
from etl.dates.written import Expression, expressions
from etl.dates.years import with_year, with_year_of_weekday
from etl.find.date_beside import of_same_event
from etl.find.date_chosen import choice
from etl.find.date_told import counted_from, told_in, year_told
from etl.find.date_weighed import (
    ENOUGH_WITH_HEADING,
    clearer,
    lasted,
    of_its_sentence,
    said_in_cue,
    to_the_last,
    whole_days,
)
from etl.find.events.clauses import cue_sentence
from etl.records import Document, Finding, Passage

ENOUGH_ALONE = 2.0  # what a date must score where no heading is at hand
SURENESS = {"event": 0.95, "published": 0.85, "none": 0.8}


def find(passage: Passage, document: Document) -> list[Finding]:
    """Return findings of `date`, `end_date`, `date_basis` (event, published, none) and `flags`.

    In this order: 1. a heading that is a range; 2. a date of the body that clearly is the event's; 3. today, yesterday,
    on Thursday, counted from the heading, the dateline or the day of the page; 4. the heading of an item that is one
    line with an event in it; 5. the heading as the date of publication; 6. a year that stands alone above the text. A
    day without a year has that of the heading, of the activity told before, of the page, of the document's title or of
    its month named before; where these say none it is `--05-16`: its year comes from the neighbours later. What a
    report tells without a day was in the time that the report is of. A first or last day grows by the days that it
    lasted; a weekday that is one of several days told is all of them.
    """
    frame = frame_of(document)
    heading = _heading(passage, document, frame)
    if heading and is_of_report(heading, passage.item.shape):
        frame, heading = heading.last, None
    published = _published(passage, document)
    page = published or (frame._replace(day=None) if frame else only_year(document))
    reference = heading.last if heading and heading.first.year else year_told(passage, page) or page
    candidates = sorted(told_in(passage, reference, month_first(document)), key=lambda c: -c.score)
    enough = ENOUGH_WITH_HEADING if heading and heading.first.day else ENOUGH_ALONE
    best = next((c for c in candidates if c.score >= enough), None)
    if best and best.rule == "dateline":  # a day of news is weaker than a day told clearly
        best = next((c for c in candidates if clearer(c, best, passage)), best)
    best = of_its_sentence(best, candidates, passage, enough) if best else None
    best = (day_of_week(passage, frame) if frame else None) or best
    alone = days_alone(passage, reference)
    best = alone if alone and (not best or said_in_cue(alone, best, passage)) else best
    section = section_of(passage.item.title, frame)
    best = best or (Candidate((0, 0), section, section, "section", 1.0) if section else None)
    year = (part_of_year(passage, frame, cue_sentence(passage)) or over_the_year(passage, frame)) if frame else None
    best = year if year and (not best or said_in_cue(year, best, passage)) else best
    best = best or in_the_period(passage, document)
    best = best or (session_year(passage, cue_sentence(passage)) if passage.of("session") else None)
    own = heading is None or heading.first.iso() == document.published  # not the day of an entry
    best = best or (of_the_month(passage, document) if own else None) or of_the_title(passage)
    best = best or (None if heading else of_the_year_above(passage, document) or of_the_report(passage, document))
    chosen, basis = choice(passage, document, heading, best, published)
    if chosen and basis == "event":
        said = counted_from(passage, reference, chosen.first)
        chosen = lasted(chosen, said, candidates, passage)
        chosen = whole_days(to_the_last(chosen, candidates, passage), candidates)
    lost = [c for c in candidates if c is not chosen]
    findings = [_finding("date", c.first.iso(), passage, c.span, f"date.{c.rule}", 0.3, False) for c in lost]
    findings += of_same_event(passage, basis)
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


def _heading(passage: Passage, document: Document, frame: Day | None) -> Expression | None:
    """Return the date of the item's heading; one without a year in that of the document's title."""
    written = passage.item.heading
    if not written:
        return None
    found = next((e for e in expressions(written, month_first(document)) if e.first.month), None)
    if not found or found.first.year or not frame:
        return found
    first, last = with_year_of_weekday(found, written, frame) or with_year(found, frame)
    return replace(found, first=first, last=last)


def _published(passage: Passage, document: Document) -> Day | None:
    """Return the day of a page; of one that falls into several entries, only the first has it.

    The letter of a month tells of days before it, and has none of its own.
    """
    page = document.kind_of_document == "page" and passage.item.position == 0
    if passage.aggregate and passage.start:
        return None  # a sum over years at the end of the news
    day = parsed(document.published) if document.published and page else None
    frame = frame_of(document) if day and day.day else None
    of_a_month = frame is not None and frame.month is not None and frame.day is None
    return None if day and frame and of_a_month and frame.earliest() > day.latest() else day


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
