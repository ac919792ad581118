"""Sentences -> without those of a body's own house, and of where its people were only guests.

Its staff went on a retreat, its accounts were examined, a colleague died, its director was a guest speaker at the
congress of others: it tells of them in its newsletter, but nobody was assisted. The title of that newsletter tells
of nothing either.
"""

from __future__ import annotations

from etl.find.events import own_body
from etl.find.events.clauses import Clause
from etl.find.events.their_deeds import of_others
from etl.records import Document
from etl.small_words import pattern

NEVERTHELESS = ("train", "sign", "give")  # a guest who also trained people or signed an agreement did something
OF_THE_HOUSE, GUESTS = ("of our own house", "mourned"), "was a guest"


def without_own_house(clauses: list[Clause], document: Document) -> list[Clause]:
    """Return sentences as they are, but those of the house and of guests as ones of others' affairs."""
    return [of_others(c) if (c.event or c.act) and _is_of_the_house(c, document) else c for c in clauses]


def _is_of_the_house(clause: Clause, document: Document) -> bool:
    text, span = clause.text, (clause.start, clause.end)
    if clause.act is None and own_body.is_masthead(text[clause.start : clause.end], document):
        return True
    if pattern(*OF_THE_HOUSE).search(text, *span):
        return True
    did = clause.act is not None and clause.act.code in NEVERTHELESS
    return not did and pattern(GUESTS).search(text, *span) is not None
