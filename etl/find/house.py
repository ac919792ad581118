"""A document -> whose paper it is, and whether an item tells only of what others did."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache

from etl import vocabulary
from etl.find.clauses import Clause
from etl.records import Document, Item
from etl.terms import Hit

LEAST = 8  # mentions before the most named organisation counts as the house
DOERS = ("organisation", "organiser", "programme")
SHARE = 0.5  # of all mentions of organisations that must be its own


@lru_cache(maxsize=4)
def house(document: Document) -> str:
    """Return the canonical name of the organisation whose paper it is: its publisher, or the one named most; else ""."""
    if document.publisher:
        return document.publisher
    named = Counter(h.code for line in document.lines for h in vocabulary.terms().find(line) if h.group == "organisation")
    if not named:
        return ""
    name, count = named.most_common(1)[0]
    return name if count >= LEAST and count >= SHARE * named.total() else ""


def acts_of_others(item: Item, clause: Clause, hits: tuple[Hit, ...], document: Document) -> bool:
    """Say whether the doer that the sentence names is another body, and the item never names the house.

    A sentence without a doer ("a workshop was held") is the house's own.
    """
    act = clause.act
    if act is None:
        return False
    doers = [h for h in hits if clause.start <= h.start < act.start and h.group in DOERS]
    if clause.event and clause.event.start < act.start and any(h.end <= clause.event.start for h in doers):
        return False  # "the forum of the agency opened": the event itself is the subject
    if not doers or any(h.group == "programme" or h.code == "self" for h in doers):
        return False
    own = house(document)
    if not own:
        return False
    return not any(h.group == "programme" or (h.group == "organisation" and h.code == own) for h in hits)
