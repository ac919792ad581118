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
    if clauses and pattern(*OF_THE_HOUSE, GUESTS).search(clauses[0].text):
        clauses = [of_others(c) if (c.event or c.act) and _is_of_the_house(c) else c for c in clauses]
    return [of_others(c) if c.event and not c.act and _is_the_title(c, document) else c for c in clauses]


def _is_of_the_house(clause: Clause) -> bool:
    text, span = clause.text, (clause.start, clause.end)
    if pattern(*OF_THE_HOUSE).search(text, *span):
        return True
    did = clause.act is not None and clause.act.code in NEVERTHELESS
    return not did and pattern(GUESTS).search(text, *span) is not None


def _is_the_title(clause: Clause, document: Document) -> bool:
    return own_body.is_masthead(clause.text[clause.start : clause.end], document)
