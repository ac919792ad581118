"""A sentence of an item -> whether an activity of its own begins with it, or it tells more of one told before."""

from __future__ import annotations

from etl.find import sums
from etl.find.clauses import Clause
from etl.find.look_alikes import MEETINGS
from etl.records import Item
from etl.terms import Hit

NEW_IN_REPORT = 1.5  # a paragraph is mostly background, so a sentence of its own must say more
COURSES = ("training", "workshop")
WEAK_ACT = "support"  # "supported", "strengthened": what is meant must be new and one


def begins(clause: Clause, item: Item, hits: tuple[Hit, ...]) -> bool:
    """Say whether a sentence tells of an activity of its own, not of one told before."""
    if clause.act is None or clause.told or "general" in clause.against:
        return False
    if clause.sums:
        return clause.score >= NEW_IN_REPORT
    if clause.act.code == WEAK_ACT and (not clause.new or clause.many or _before(clause)):
        return False  # "the paper provided an overview"
    one = clause.new or clause.counted or not clause.many
    if not one and not sums.sums_up(item.text.string, clause, hits, item.language):
        return False  # "holds workshops": general work
    return clause.score >= NEW_IN_REPORT


def _before(clause: Clause) -> bool:
    return clause.event is not None and clause.act is not None and clause.event.start < clause.act.start


def stands_alone(clause: Clause) -> bool:
    """Say whether a sentence of a news item tells of a dated event of its own."""
    if clause.headline or clause.many or not clause.new or clause.event is None or clause.event.code not in MEETINGS:
        return False
    return clause.dated


def opens_paragraph(clause: Clause, text: str) -> bool:
    """Say whether a sentence is the first of a paragraph: a page's later sentences tell more of the same event."""
    return clause.start == 0 or text[clause.start - 1] == "\n"


def is_another(clause: Clause, best: Clause, item: Item) -> bool:
    """Say whether a paragraph of an undated news item, whose main sentence is of no meeting, begins with one."""
    if item.heading or item.shape != "feed" or (best.event and best.event.code in MEETINGS) or best.end > clause.start:
        return False
    meeting = clause.event is not None and clause.event.code in MEETINGS and clause.act is not None
    return meeting and clause.new and not clause.many and opens_paragraph(clause, item.text.string)


def goes_on(clause: Clause, last: Clause) -> bool:
    """Say whether people "were trained" at the course of the sentence before, which counts nobody."""
    course = last.event is not None and last.event.code in COURSES and not last.counted
    return course and clause.event is None and clause.act is not None and clause.act.code == "train"
