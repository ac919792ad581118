"""A document -> whose paper it is, and whether an item tells only of what others did, or of where its people spoke."""

from __future__ import annotations

from collections import Counter
from functools import cache, lru_cache

from etl import vocabulary
from etl.find.events.clauses import DOERS, Clause
from etl.records import Document
from etl.terms import Hit, Hits

LEAST = 8  # mentions before the most named organisation counts as the house; fewer may be any partner's
NEXT = 30  # characters between an event word and the verb of which it is the subject
ALL_OF_IT = "United Nations"  # on its pages the acts of its programmes and agencies are its own
SHARE = 0.5  # of all mentions of organisations that must be its own


@lru_cache(maxsize=1)
def house(document: Document) -> str:
    """Return the canonical name of the organisation whose paper it is, the one named most by far; "" where none is.

    What a short text names three times may as well be a donor. A text that names none is its publisher's.
    """
    named = Counter(h.code for h in vocabulary.terms().find("\n".join(document.lines), "organisation"))
    if not named:
        return document.publisher or ""
    name, count = named.most_common(1)[0]
    return name if count >= LEAST and count >= SHARE * named.total() else ""


@cache
def _known() -> frozenset[str]:
    return frozenset(vocabulary.codes("organisations"))


@cache
def of_the_united_nations() -> frozenset[str]:
    """Return the names of the programmes and agencies of the United Nations."""
    return frozenset(row["name"] for row in vocabulary.rows("organisations") if row["kind"] == "UN")


def is_of_others(clause: Clause, clauses: list[Clause], hits: Hits, document: Document) -> bool:
    """Say whether another body did what the best sentence of an item tells."""
    return _acts_of_others(clause, clauses, hits, document) or _only_spoke(clause, clauses, hits, document)


def _acts_of_others(clause: Clause, clauses: list[Clause], hits: Hits, document: Document) -> bool:
    """Say whether the doer that the sentence names is another body, and no sentence says that the house had a part.

    A sentence without a doer ("a workshop was held") is the house's own; that its head gave a speech is no part.
    """
    act, event = clause.act, clause.event
    if act is None:
        return False
    doers = [h for h in hits.of(*DOERS) if clause.start <= h.start < act.start]
    if event and event.start < act.start <= event.end + NEXT and any(h.end <= event.start for h in doers):
        return False  # "the forum of the agency opened": the event itself is the subject
    if not doers or any(_own(h, "") for h in doers):
        return False
    own = house(document)
    if own not in _known():
        return False  # a publisher whose names no list knows: its own acts cannot be told from others'
    speeches = [c for c in clauses if "speech" in c.against]
    said = [h for h in hits if not any(c.start <= h.start < c.end for c in speeches)]
    return not any(_own(h, own) for h in said)


def _only_spoke(clause: Clause, clauses: list[Clause], hits: Hits, document: Document) -> bool:
    """Say whether the house is named in nothing but what its people said: at a forum of others, its head spoke."""
    own = house(document) or document.publisher
    speeches = [c for c in clauses if "speech" in c.against and c is not clause]
    if not own or not speeches:
        return False
    named = [h for h in hits.of(*DOERS) if _own(h, own)]
    return bool(named) and all(any(c.start <= h.start < c.end for c in speeches) for h in named)


def _own(hit: Hit, own: str) -> bool:
    """Say whether a term stands for the house: its name, a programme, "the Office"."""
    if hit.group == "organisation":
        return hit.code == own or (own == ALL_OF_IT and hit.code in of_the_united_nations())
    return hit.group == "programme" or (hit.group == "organiser" and hit.code == "self")
