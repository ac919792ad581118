"""The sentences of an item -> those that tell of an activity each because of their place in a row of such.

"The first workshop was held in May ... The second one in June": events that are counted. "We launched a fund ... We
held ten webinars ... We also brought together the mayors": what one doer did, paragraph by paragraph.
"""

from __future__ import annotations

import re

from etl.dates.written import expressions
from etl.find import begins
from etl.find.clauses import MANY, Clause, rank
from etl.records import Item
from etl.terms import Hits

HELD = ("hold", "attend")
DID = (*HELD, "train", "give", "sign", "launch", "publish", "assess")
RANKS = (1, 2, 3)
DOERS = ("organisation", "organiser", "programme")
WE = re.compile(r"\b(?:we|nous|nosotr[oa]s|nós|мы|wir|noi|نحن)\b", re.I)
FEWEST = 3  # paragraphs of an account; two may tell of one event


def in_turn(own: list[Clause], text: str) -> list[Clause]:
    """Return the sentences that tell of the first, the second, the third event of one kind, each in a month of its own.

    `own` are those with which activities may begin. [] where not at least two follow each other.
    """
    held = [c for c in own if _said(c) in HELD and not c.many]
    ranked = {rank(text, c.start, c.event): c for c in reversed(held) if c.event}
    turns = [ranked[n] for n in RANKS if n in ranked]
    months = {e.first for c in turns for e in expressions(text[c.start : c.end])[:1] if e.first.month}
    follow = 1 in ranked and 2 in ranked and len(months) == len(turns)
    return turns if follow and len(set(map(_event, turns))) == 1 else []


def account(own: list[Clause], item: Item, hits: Hits) -> list[Clause]:
    """Return the sentences that open paragraphs of a page with what one doer did, each with other words; or []."""
    if item.shape != "page":
        return []
    opened = [c for c in own if c.event and not c.headline and begins.opens_paragraph(c, item.text.string)]
    first = {(_event(c), _said(c)): c for c in reversed(opened) if _said(c) in DID}
    doers = [_doer(c, hits) for c in first.values()]
    several = len(first) >= FEWEST and all(doers) and len(set(doers)) == 1
    return sorted(first.values(), key=lambda c: c.start) if several else []


def _said(clause: Clause) -> str:
    return clause.act.code if clause.act else ""


def _event(clause: Clause) -> str:
    return clause.event.code.removesuffix(MANY) if clause.event else ""


def _doer(clause: Clause, hits: Hits) -> str:
    """Return who stands right before the verb: the code of an organisation, "self" for "we"; "" where nobody does."""
    if clause.act is None:
        return ""
    if WE.search(clause.text, clause.start, clause.act.start):
        return "self"
    before = [h for h in hits.of(*DOERS) if clause.start <= h.start < clause.act.start]
    return before[-1].code if before else ""
