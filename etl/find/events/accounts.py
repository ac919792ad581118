"""The sentences of an item -> those that tell of an activity each because of their place in a row of such.

"The first workshop was held in May ... The second one in June": events that are counted. "We launched a fund ... We
held ten webinars ... We also brought together the mayors": what one doer did, sentence by sentence or paragraph by
paragraph; or paragraphs that each open with a deed, whoever did it.
"""

from __future__ import annotations

import re
from itertools import groupby

from etl.dates.written import expressions
from etl.find.events import begins
from etl.find.events.apart import names_it
from etl.find.events.clauses import DOERS, MANY, Clause
from etl.find.events.determiners import rank
from etl.records import Item
from etl.terms import Hits

HELD = ("hold", "attend")
TRAIN = "train"
DID = (*HELD, TRAIN, "give", "sign", "launch", "publish", "assess")
RANKS = (1, 2, 3)
WE = re.compile(r"\b(?:we|nous|nosotr[oa]s|nós|мы|wir|noi|نحن)\b", re.I)
FEWEST = 3  # deeds of an account; two may tell of one event


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


def account(own: list[Clause], clauses: list[Clause], item: Item, hits: Hits) -> list[Clause]:
    """Return the sentences that tell one after another what one doer did, each something else; or [].

    They open the paragraphs of a page, whoever is said to have done them, or one doer's follow each other without any
    sentence between.
    """
    if item.shape != "page":
        return []
    told = [c for c in own if c.start >= len(item.title) and _said(c) in DID]
    opened = _different([c for c in told if begins.opens_paragraph(c, c.text) and not names_it(c, hits)])
    return opened or max((_one_doers(run, hits) for run in _runs(told, clauses)), key=len, default=[])


def _different(told: list[Clause]) -> list[Clause]:
    """Return the first sentence of each kind of deed, at least three; else []."""
    first = {(_event(c), _said(c)): c for c in reversed(told) if _is_named(c)}
    return sorted(first.values(), key=lambda c: c.start) if len(first) >= FEWEST else []


def _is_named(clause: Clause) -> bool:
    return clause.event is not None or (_said(clause) == TRAIN and clause.counted)


def _runs(told: list[Clause], clauses: list[Clause]) -> list[list[Clause]]:
    """Return the runs of sentences that each tell of a deed, none told in general, nothing else between them."""
    deeds = [c for c in told if _said(c) not in HELD or (c.event and (c.new or c.counted))]
    deeds = [c for c in deeds if _is_named(c)]
    return [list(run) for is_deed, run in groupby(clauses, lambda c: c in deeds) if is_deed]


def _one_doers(told: list[Clause], hits: Hits) -> list[Clause]:
    first = _different(told)
    doers = [_doer(c, hits) for c in first]
    return first if all(doers) and len(set(doers)) == 1 else []


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
