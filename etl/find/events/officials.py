"""A sentence -> whether it only says that one official went to an event: "the Executive Director attended a forum".

Who held it is somebody else; of its own meetings a body tells that they were held, or who came to them.
"""

from __future__ import annotations

from etl.find.events.clauses import MANY, Clause
from etl.find.events.their_deeds import of_others
from etl.small_words import pattern, phrases
from etl.terms import Hits, within

OTHERS = "other"  # the meaning of words such as "arrested" in data/terms/not_activity.csv
HELD = ("hold", "sign", "launch", "train")
COURSES = ("training", "workshop", "expert_meeting")  # officials come to these to learn or to work
FRONT = 45  # characters before "Director": "On Monday, UNODC's Executive Director"


def without_visits(clauses: list[Clause], hits: Hits) -> list[Clause]:
    """Return sentences as they are, but those whose doer is an official who only came as ones of others' affairs."""
    came = phrases("attended")
    visits = {c for c in clauses if c.act and c.act.term.term in came and _only_attended(c, hits)}
    if not visits:
        return clauses
    return [of_others(c, OTHERS) if c in visits else c for c in clauses]


def _only_attended(clause: Clause, hits: Hits) -> bool:
    """Say whether the doer of a sentence is one official, and nothing was held, signed or launched in it."""
    act, event = clause.act, clause.event
    if act is None or event is None or act.end > event.start:
        return False
    if clause.counted or event.code.removesuffix(MANY) in COURSES:
        return False
    begins = clause.text.rfind(", ", clause.start, act.start) + 1 or clause.start
    if not pattern("official").search(clause.text, begins, min(begins + FRONT, act.start)):
        return False
    return not any(h.code in HELD and h is not act for h in within(hits.of("act"), clause.start, clause.end))
