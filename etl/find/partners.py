"""Turns the names of a passage into those who carried the activity out together with its organisation."""

from __future__ import annotations

from etl.places.bodies import one_list, paying_in
from etl.places.roles import placed
from etl.records import Document, Finding, Passage


def find(passage: Passage, document: Document) -> list[Finding]:
    """Return one finding of `partners` (alpha-3 or canonical names, sorted); the publisher is no partner of its own."""
    places = placed(passage)
    paying = paying_in(places)
    hands = [p for p in places if p.role in ("partner", "support") and p not in paying]
    return one_list("partners", [p for p in hands if document.publisher not in p.codes], 0.85, passage)
