"""A line of a report or page without a verb -> whether it is the record of one thing: "Course on nets, Lima, 5 May"."""

from __future__ import annotations

from etl.find.events.clauses import MANY, Clause
from etl.find.events.determiners import TOLD, determiner
from etl.find.events.look_alikes import MEETINGS
from etl.find.events.times import times
from etl.terms import Hits, within

OPENING = 45  # characters of a line in which its event stands
RECORDED = (*MEETINGS, "assessment", "legislative", "campaign", "partnership")  # what a line may record with its day


def is_record(clause: Clause, hits: Hits) -> bool:
    """Say whether a line notes one event with its day or month, or a meeting, where it was and for how many."""
    event = clause.event
    if event is None or clause.against or clause.told or clause.future or _has_verb(clause):
        return False
    if event.start - clause.start > OPENING or not _opens_line(clause):
        return False
    if determiner(clause.text, clause.start, event) == TOLD:
        return False
    one = event.code in RECORDED and bool(times(clause))
    return one or (event.code.removesuffix(MANY) in MEETINGS and clause.counted and _says_where_or_when(clause, hits))


def _has_verb(clause: Clause) -> bool:
    """Say whether a verb stands there that is no part of the name of the event: "drafting session"."""
    act, event = clause.act, clause.event
    return act is not None and event is not None and not event.start <= act.start < event.end


def _opens_line(clause: Clause) -> bool:
    return clause.start == 0 or clause.text[clause.start - 1] == "\n"


def _says_where_or_when(clause: Clause, hits: Hits) -> bool:
    return clause.dated or bool(within(hits.of("city"), clause.start, clause.end))
