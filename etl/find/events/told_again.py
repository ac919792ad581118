"""Sentences with which activities of an item may begin -> without those that only tell again of one beside them.

A title tells in short what the first sentence below it tells in full: "Course ends in Lima / The course that ended in
Lima on Friday taught 20 wardens". And what points back ("The course, held at the request of the Union") tells more of
what the sentences before it began.
"""

from __future__ import annotations

from collections.abc import Sequence

from etl.find.events.clauses import MANY, THINGS, Clause
from etl.find.events.look_alikes import MEETINGS
from etl.find.events.paragraphs import STOPS
from etl.terms import Hit

LEAST = 1.0  # a sentence that says so little (an event word, or a verb) may tell what the title announced


def without_title(found: list[Clause], clauses: Sequence[Clause]) -> list[Clause]:
    """Return `found` without the title where the first sentence below that tells anything is one of them, of its kind.

    `found` are sentences known to begin activities, in order; `clauses` all those of the item.
    """
    if len(found) < 2 or not _is_title(found[0]):
        return found
    title, below = found[0], found[1]
    return found[1:] if _first_below(title, clauses) is below and _alike(title, below) else found


def tells_again(clause: Clause, found: Sequence[Clause], clauses: Sequence[Clause]) -> bool:
    """Say whether a sentence beside those found is the title above one, the first one below a title, or told of again.

    Told of again is what stands right before a sentence that points back at it.
    """
    for other in found:
        first, last = sorted((clause, other), key=lambda c: c.start)
        if _is_title(first) and _first_below(first, clauses) is last and (clause is last or _alike(first, last)):
            return True
        if first is clause and last.told and _kind(last.event) and _kind(first.event) == _kind(last.event):
            return not any(first.start < c.start < last.start and c.score >= LEAST and c in found for c in clauses)
    return False


def _is_title(clause: Clause) -> bool:
    return clause.headline and clause.text[clause.end - 1] not in STOPS


def _first_below(title: Clause, clauses: Sequence[Clause]) -> Clause | None:
    """Return the first sentence below a title that tells of something, whatever it is."""
    below = (c for c in clauses if c.start > title.start and not c.headline)
    return next((c for c in below if (c.event or c.act) and c.score >= LEAST), None)


def _alike(title: Clause, below: Clause) -> bool:
    """Say whether two sentences may be of one thing: the same kind of event, both a meeting, or the same deed."""
    named, told = _kind(title.event), _kind(below.event)
    if named and told:
        return named == told or (named in MEETINGS and told in MEETINGS) or (named in THINGS and told in THINGS)
    return title.act is not None and below.act is not None and title.act.code == below.act.code


def _kind(event: Hit | None) -> str:
    return event.code.removesuffix(MANY) if event else ""
