"""The sentences of an item -> those that tell of the next part of one: "The second part took place in June"."""

from __future__ import annotations

from dataclasses import replace

from etl.find.events.clauses import Clause
from etl.find.events.times import apart, times
from etl.small_words import pattern

HELD = ("hold", "attend", "train")
OPENING = 45  # characters in which a sentence says that it is of the next part


def is_next_part(clause: Clause) -> bool:
    """Say whether a sentence tells when the next part of something was."""
    if clause.act is None or clause.act.code not in HELD or clause.against or not times(clause):
        return False
    return pattern("next part").search(clause.text, clause.start, min(clause.end, clause.start + OPENING)) is not None


def with_next_parts(found: list[Clause], clauses: list[Clause]) -> list[Clause]:
    """Return sentences that begin activities with those that tell of the next part of one, at a time of its own.

    What the first names ("the course") is said of its next parts too.
    """
    told = list(found)
    for clause in clauses:
        if clause in told or clause.start < found[0].start or not is_next_part(clause):
            continue
        if all(apart(clause, other) for other in told):
            named = next((c.event for c in reversed(told) if c.start < clause.start and c.event), None)
            told.append(replace(clause, front=(named.start, named.end)) if named and not clause.event else clause)
    return sorted(told, key=lambda c: c.start)
