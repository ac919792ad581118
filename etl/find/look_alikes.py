"""The sentences of an item -> whether it only looks like an activity: a plan, a story, another trade."""

from __future__ import annotations

from etl.find.clauses import MANY, Clause

MEETINGS = frozenset(("training", "workshop", "conference", "expert_meeting"))
STORY = 4  # sentences within which a story shows itself


def is_one(best: Clause, clauses: list[Clause]) -> bool:
    """Say whether an item tells of no activity, although its sentence `best` sounds like one."""
    return _only_announced(best, clauses) or _speech(best, clauses) or _of_trade(clauses) or _story(best, clauses)


def _only_announced(best: Clause, clauses: list[Clause]) -> bool:
    """Say whether a heading without a verb names what the body says is still to come."""
    return best.headline and best.act is None and any(c.future and c.event for c in clauses)


def _speech(best: Clause, clauses: list[Clause]) -> bool:
    """Say whether the heading says that the text is a statement, and no sentence names what took place."""
    first = clauses[0]
    named = first.event or first.act or best.event
    return first.headline and "speech" in first.against and named is None


def _of_trade(clauses: list[Clause]) -> bool:
    """Say whether the text soon turns out to be of sports, software, hotels or sales."""
    return any("trade" in c.against for c in clauses[:STORY])


def _story(best: Clause, clauses: list[Clause]) -> bool:
    """Say whether the text soon turns to a person's story, and no meeting or training is told."""
    told = [c for c in clauses[:STORY] if "story" in c.against or "interview" in c.against]
    return len(told) > 1 and not (best.event and best.event.code.removesuffix(MANY) in MEETINGS)
