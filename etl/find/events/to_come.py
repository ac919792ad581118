"""A sentence and the day on which it was told -> whether what it tells of is only still to come.

"The Academy holds a course from 12 to 16 April", told on 3 March: in many languages plans are told in the present.
"""

from __future__ import annotations

from etl.dates.day import Day
from etl.dates.frame import month_first
from etl.dates.written import Expression, expressions
from etl.dates.years import LATER, ahead
from etl.find.events.clauses import MANY, Clause
from etl.find.events.look_alikes import ANNOUNCED, MEETINGS
from etl.headings import headings
from etl.records import Document, Item
from etl.terms import Hits, within

DONE = ("train", "sign", "give", "publish", "assess")  # such verbs tell of what was done, whatever day they name
SAID = ("today", "yesterday", "before_yesterday", "last_week", "last_month", "past", "ended")


def is_to_come(best: Clause, clauses: list[Clause], item: Item, hits: Hits, document: Document) -> bool:
    """Say whether every day that the sentence of a meeting names lies well behind the day on which it was told.

    Where the best sentence is a heading without a verb, the first one behind it that names a day says when.
    """
    told_on = _told_on(item, document)
    if told_on is None or not _is_held(best):
        return False
    if best.headline and best.act is None:
        return any(_is_behind(c, told_on, hits, document) for c in clauses[:ANNOUNCED] if c is best or _is_held(c))
    return _is_behind(best, told_on, hits, document)


def _is_held(clause: Clause) -> bool:
    meeting = clause.event is not None and clause.event.code.removesuffix(MANY) in MEETINGS
    return meeting and not (clause.act and clause.act.code in DONE)


def _is_behind(clause: Clause, told_on: Day, hits: Hits, document: Document) -> bool:
    if any(h.code in SAID for h in within(hits.of("date_context"), clause.start, clause.end)):
        return False
    days = [e for e in expressions(clause.text[clause.start : clause.end], month_first(document)) if e.first.day]
    return bool(days) and all(_behind(e, told_on) for e in days)


def _told_on(item: Item, document: Document) -> Day | None:
    """Return the full day that heads an item, or the only one that heads its page; None where a range does."""
    if item.heading:
        headed = [e for e in expressions(item.heading, month_first(document)) if e.first.day and e.first.year]
    else:
        page = document.kind_of_document == "page" and item.position == 0
        headed = [h.expression for h in headings(document.lines).values() if h.alone] if page else []
    days = {e.first for e in headed if e.first.day and e.first.year and not e.range}
    return days.pop() if len(days) == 1 and not any(e.range for e in headed) else None


def _behind(e: Expression, told_on: Day) -> bool:
    first = e.first if e.first.year else ahead(e, told_on)
    return first is not None and first.earliest() - told_on.latest() > LATER
