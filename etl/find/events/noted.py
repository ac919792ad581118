"""The lines of a slide -> those that each note an activity: "Course on nets, Lima, May 2014: 19 wardens"."""

from __future__ import annotations

from etl.dates.written import expressions
from etl.find.events.clauses import MANY, Clause
from etl.find.events.look_alikes import MEETINGS
from etl.terms import Hits, within

DONE = ("train", "give", "sign", "launch", "publish", "hold")  # verbs by which a line says what was done
STRONG = 1.0  # weight of such a verb; "provided" may be help of any kind
FEWEST = 2  # lines that make a list of what was done; a single one may be told more of by the others


def noted(clauses: list[Clause], hits: Hits) -> list[Clause]:
    """Return the lines of a slide that note an output, or that make a list of events and deeds, a line each.

    Such a line names a meeting with its day or month, with who came or where it was, or says what was done.
    """
    outputs = [c for n, c in enumerate(clauses) if c.event and _under_output(clauses, n)]
    listed = [c for c in clauses if not (c.headline or c.future or c.against) and (_is_meeting(c, hits) or _is_deed(c))]
    return sorted({*outputs, *listed}, key=lambda c: c.start) if len(listed) >= FEWEST else outputs


def _under_output(clauses: list[Clause], place: int) -> bool:
    """Say whether a line says "noted output: manual", or only such lines stand between it and the word output."""
    for clause in reversed(clauses[: place + 1]):
        if clause.act is not None and clause.act.code == "launch":
            return True
        if clause.event is None or clause.future:
            return False
    return False


def _is_meeting(clause: Clause, hits: Hits) -> bool:
    if clause.event is None or clause.event.code.removesuffix(MANY) not in MEETINGS:
        return False
    told = expressions(clause.text[clause.start : clause.end])
    return any(e.first.month for e in told) or bool(within(hits.of("city"), clause.start, clause.end))


def _is_deed(clause: Clause) -> bool:
    act = clause.act
    return clause.event is not None and act is not None and act.code in DONE and act.term.weight >= STRONG
