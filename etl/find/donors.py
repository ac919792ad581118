"""Turns the names of a passage into who paid for the activity."""

from __future__ import annotations

from etl.records import Document, Finding, Passage
from etl.roles import Place, gives_money, one_list, placed


def find(passage: Passage, document: Document) -> list[Finding]:
    """Return one finding of `donors` (alpha-3 or canonical names, sorted) with what says so; [] where nobody is named.

    "With the support of" means money where a State or a body that gives money follows, else a partner.
    """
    paying = [p for p in placed(passage) if gives_money(p) and document.publisher not in p.codes]
    return one_list("donors", [(p, _rule(p)) for p in paying], passage)


def _rule(place: Place) -> tuple[str, float]:
    return f"donors: {place.rule}", 0.95 if place.role == "donor" else 0.8
