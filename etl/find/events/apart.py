"""The sentences of one entry of a digest or report -> those that tell of something else than its main one.

An entry of a digest often tells of all that was done on its subject: "A course was held in Lima in May. ... The Office
also gave the post two scanners. ... A seminar followed in June". A story of one event, which stands alone, has such
sentences too, but they tell of the event: there only a deed that opens a paragraph behind it counts.
"""

from __future__ import annotations

import re

from etl.dates.written import Expression
from etl.find.events import begins
from etl.find.events.clauses import MANY, YEAR, Clause
from etl.find.events.determiners import TOLD, determiner
from etl.find.events.look_alikes import MEETINGS
from etl.find.events.times import counts, times
from etl.records import Item
from etl.terms import Hits, within

MEETING_ACTS = ("hold", "attend", "train")
DEEDS = ("give", "sign", "publish", "launch", "train", "assess", "draft", "develop")
HANDED_OVER = 1.5  # weight of verbs such as "donated" and "handed over"
SAID = re.compile(r"[“„«\"”»]")


def apart(own: list[Clause], main: list[Clause], item: Item, hits: Hits) -> list[Clause]:
    """Return the main sentences and the others that tell of a thing or time of their own, in order; [] for one alone.

    `own` are those with which an activity may begin: what was given, signed, published or taught beside it, and another
    meeting on another day, or in another town where it opens a paragraph. None that somebody said, or of earlier years.
    """
    told = [*main]
    likely = own
    if not item.entry and len(main) == 1:
        likely = [c for c in own if _opens_another(c, main[0], item, hits) or _trained_then(c, main[0])]
    for clause in likely:
        if _is_another(clause, told, hits) and not clause.headline and clause.start >= len(item.title):
            told.append(clause)
    return sorted(told, key=lambda c: c.start) if len(told) > 1 else []


def _opens_another(clause: Clause, main: Clause, item: Item, hits: Hits) -> bool:
    """Say whether a sentence opens a paragraph behind the main one with a deed, not pointing back at its event."""
    body = item.text.string.find("\n", max(main.end, len(item.title) + 1))
    if not 0 < body <= clause.start or clause.against or clause.told or not _is_deed(clause):
        return False
    if names_it(clause, hits):
        return False
    return begins.opens_paragraph(clause, clause.text)


def _trained_then(clause: Clause, main: Clause) -> bool:
    """Say whether a sentence tells how many were trained on a day, behind one of a campaign, a project or a thing."""
    if clause.start < main.end or (main.event is None or main.event.code.removesuffix(MANY) in MEETINGS):
        return False
    trained = clause.act is not None and clause.act.code == "train" and counts(clause)
    return trained and any(e.first.day for e in times(clause))


def names_it(clause: Clause, hits: Hits) -> bool:
    """Say whether a sentence tells what was done by those who came, or shown "at the event", "during the conference".

    What is signed or handed over there stands by itself.
    """
    inside = within(hits, clause.start, clause.end)
    if any(h.start == clause.start and (h.group, h.code) == ("people", "participant") for h in inside):
        return True
    named = (h for h in inside if h.group == "event" and h.code in MEETINGS)
    shown = clause.act is not None and clause.act.code not in begins.DEEDS
    return shown and any(determiner(clause.text, clause.start, h) == TOLD for h in named)


def _is_another(clause: Clause, told: list[Clause], hits: Hits) -> bool:
    if clause in told or SAID.search(clause.text, clause.start, clause.end) or _is_earlier(clause, told[0]):
        return False
    if _is_deed(clause) and not any(_word(clause) == _word(other) for other in told):
        return True
    if not _is_new_meeting(clause):
        return False
    if times(clause) and not any(_meet(a, b) for a in times(clause) for other in told for b in times(other)):
        return True
    towns = _towns(clause, hits)
    elsewhere = bool(towns) and not any(towns & _towns(other, hits) for other in told)
    return elsewhere and begins.opens_paragraph(clause, clause.text)


def _is_deed(clause: Clause) -> bool:
    if clause.act is None or clause.act.code not in DEEDS or clause.told:
        return False
    known = clause.event is not None and determiner(clause.text, clause.start, clause.event) == TOLD
    apart = bool(times(clause)) or begins.opens_paragraph(clause, clause.text)
    return clause.new or (apart and (_is_handed(clause) or (clause.counted and not known)))


def _is_handed(clause: Clause) -> bool:
    """Say whether something is signed or given that stands behind its verb, or is handed over, whatever it is."""
    act, event = clause.act, clause.event
    if act is None or act.code not in begins.DEEDS:
        return False
    return act.start < event.start if event else act.term.weight >= HANDED_OVER


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


def _meet(one: Expression, other: Expression) -> bool:
    """Say whether two times may be of one event: the same day, or a month and a day in it."""
    same_day = one.first.day is None or other.first.day is None or one.first.day == other.first.day
    return one.first.month == other.first.month and same_day


def _towns(clause: Clause, hits: Hits) -> frozenset[str]:
    return frozenset(h.code for h in within(hits.of("city"), clause.start, clause.end))
