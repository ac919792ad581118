"""Turns the names of a passage into who paid for the activity."""

from __future__ import annotations

from etl.places.bodies import one_list, paying_in
from etl.places.roles import placed
from etl.records import Document, Finding, Passage


def find(passage: Passage, document: Document) -> list[Finding]:
    """Return one finding of `donors` (alpha-3 or canonical names, sorted) with what says so; [] where nobody is named.

    "With the support of" means money where a State or a body that gives money follows, else a partner; the support of
    the publisher for its own activity means nothing.
    """
    paying = [p for p in paying_in(placed(passage)) if p.role == "donor" or document.publisher not in p.codes]
    outright = any(p.role == "donor" for p in paying)
    return one_list("donors", paying, 0.95 if outright else 0.8, passage)
