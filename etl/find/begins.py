"""A sentence of an item -> whether an activity of its own begins with it, or it tells more of one told before."""

from __future__ import annotations

from etl.find import sums
from etl.find.clauses import Clause
from etl.find.look_alikes import MEETINGS
from etl.records import Item
from etl.terms import Hit

NEW_IN_REPORT = 1.5  # a paragraph is mostly background, so a sentence of its own must say more
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
