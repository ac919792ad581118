"""A sentence on the affairs of others -> the same without what sounded like an activity; the text beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from etl.find.events.clauses import Clause
from etl.find.events.paragraphs import paragraph

THEIRS = "deed of others"


def of_others(clause: Clause, *reasons: str) -> Clause:
    """Return a sentence as one of others' affairs, which neither a rule nor a model takes for an activity.

    `reasons` are further meanings against: with "other", a heading speaks for what stands below it.
    """
    return replace(clause, event=None, act=None, score=0.0, against=(*clause.against, *reasons, THEIRS))


def own_span(clause: Clause, clauses: Sequence[Clause]) -> tuple[int, int]:
    """Return the span of the text around a sentence that holds no paragraph on the affairs of others."""
    own = paragraph(clause)
    theirs = {paragraph(c) for c in clauses if THEIRS in c.against} - {own}
    start = own if any(other < own for other in theirs) else 0
    return start, min((other for other in theirs if other > own), default=len(clause.text))
