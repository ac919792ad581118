"""The sentences of one entry of a digest or report -> those that tell of something else than its main one.

An entry of a digest often tells of all that was done on its subject: "A course was held in Lima in May. ... The Office
also gave the post two scanners. ... A seminar followed in June". A story of one event, which stands alone, has such
sentences too, but they tell of the event: so only entries are read like this.
"""

from __future__ import annotations

import re

from etl.dates.written import Expression, expressions
from etl.find.events import begins
from etl.find.events.clauses import MANY, YEAR, Clause
from etl.find.events.determiners import TOLD, determiner
from etl.find.events.look_alikes import MEETINGS
from etl.records import Item
from etl.terms import Hits, within

MEETING_ACTS = ("hold", "attend", "train")
DEEDS = ("give", "sign", "publish", "launch", "train", "assess", "draft", "develop")
SAID = re.compile(r"[“„«\"”»]")


def apart(own: list[Clause], main: list[Clause], item: Item, hits: Hits) -> list[Clause]:
    """Return the main sentences and the others that tell of a thing or time of their own, in order; [] for one alone.

    `own` are those with which an activity may begin: what was given, signed, published or taught beside it, and another
    meeting on another day, or in another town where it opens a paragraph. None that somebody said, or of earlier years.
    """
    told = [*main]
    for clause in own:
        if _is_another(clause, told, hits) and not clause.headline and clause.start >= len(item.title):
            told.append(clause)
    return sorted(told, key=lambda c: c.start) if len(told) > 1 else []


def _is_another(clause: Clause, told: list[Clause], hits: Hits) -> bool:
    if clause in told or SAID.search(clause.text, clause.start, clause.end) or _is_earlier(clause, told[0]):
        return False
    if _is_deed(clause) and not any(_word(clause) == _word(other) for other in told):
        return True
    if not _is_new_meeting(clause):
        return False
    if _days(clause) and not any(_meet(a, b) for a in _days(clause) for other in told for b in _days(other)):
        return True
    towns = _towns(clause, hits)
    elsewhere = bool(towns) and not any(towns & _towns(other, hits) for other in told)
    return elsewhere and begins.opens_paragraph(clause, clause.text)


def _is_deed(clause: Clause) -> bool:
    if clause.act is None or clause.act.code not in DEEDS or clause.told:
        return False
    known = clause.event is not None and determiner(clause.text, clause.start, clause.event) == TOLD
    apart = bool(_days(clause)) or begins.opens_paragraph(clause, clause.text)
    return clause.new or (clause.counted and apart and not known)


def _is_new_meeting(clause: Clause) -> bool:
    held = clause.act is not None and clause.act.code in MEETING_ACTS
    return held and clause.new and clause.event is not None and clause.event.code in MEETINGS


def _word(clause: Clause) -> str:
    """Return the kind of event that a sentence names, or what it says was done."""
    hit = clause.event or clause.act
    return hit.code.removesuffix(MANY) if hit else ""


def _is_earlier(clause: Clause, main: Clause) -> bool:
    """Say whether a sentence names only years before those of the main one."""
    own, of_main = (YEAR.findall(c.text, c.start, c.end) for c in (clause, main))
    return bool(own and of_main) and max(own) < min(of_main)


def _days(clause: Clause) -> list[Expression]:
    return [e for e in expressions(clause.text[clause.start : clause.end]) if e.first.month]


def _meet(one: Expression, other: Expression) -> bool:
    """Say whether two times may be of one event: the same day, or a month and a day in it."""
    same_day = one.first.day is None or other.first.day is None or one.first.day == other.first.day
    return one.first.month == other.first.month and same_day


def _towns(clause: Clause, hits: Hits) -> frozenset[str]:
    return frozenset(h.code for h in within(hits.of("city"), clause.start, clause.end))
