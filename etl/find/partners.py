"""Turns the names of a passage into those who carried the activity out together with its organisation."""

from __future__ import annotations

from etl.bodies import gives_money, one_list
from etl.records import Document, Finding, Passage
from etl.roles import Place, placed


def find(passage: Passage, document: Document) -> list[Finding]:
    """Return one finding of `partners` (alpha-3 or canonical names, sorted); the publisher is no partner of its own."""
    hands = [p for p in placed(passage) if _is_partner(p) and document.publisher not in p.codes]
    return one_list("partners", hands, 0.85, passage)


def _is_partner(place: Place) -> bool:
    return place.role == "partner" or (place.role == "support" and not gives_money(place))
