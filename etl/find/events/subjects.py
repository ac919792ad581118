"""Sentences -> without those of which another body is the subject: "Parliament adopted", "was held by the police".

Who reads a paper asks of each verb who did it. A ministry, a parliament, the police or two States did something for
themselves, unless the paper is their own, or says that its body had a part: "with our support", "jointly with the
Office". A passive without an agent is the body's own deed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from etl.find.events import own_body
from etl.find.events.clauses import Clause
from etl.find.events.doers import BEFORE, BEHIND, TRAIN, VERB_FIRST, does, is_part
from etl.find.events.look_alikes import MEETINGS
from etl.find.events.paragraphs import paragraph
from etl.find.events.their_deeds import of_others
from etl.records import Document, Item
from etl.small_words import pattern, phrases, spelt
from etl.terms import Hit, Hits, within

NAME = "[^\\W\\d_a-zа-яёß]"  # the letter with which a name begins
NAME_BEHIND = re.compile(rf"\W{{1,2}}(?:(?i:{spelt('of a place')})(?:\s|(?<=['’]))|{NAME})")
NAME_BEFORE = re.compile(rf"{NAME}[\w'’]+ $")
DEEDS = (TRAIN, "hold", "launch", "publish", "sign", "give", "assess", "collect", "draft", "develop", "support")
OF_PERSONS = ("give", "launch", "publish", "hold")  # "the minister opened a new station"


def without_others_deeds(clauses: list[Clause], item: Item, hits: Hits, document: Document) -> list[Clause]:
    """Return sentences as they are, but those that tell what another body did as ones of others' affairs."""
    apart = _tells_of_several(clauses, item)
    return [of_others(c) if _is_others_deed(c, apart, item, hits, document) else c for c in clauses]


def _tells_of_several(clauses: list[Clause], item: Item) -> bool:
    """Say whether the paragraphs of an item tell of deeds of their own: two with a year, or those of a report."""
    dated = {paragraph(c) for c in clauses if c.dated and c.act}
    return item.shape == "report" or item.entry or len(dated) > 1


def _is_others_deed(clause: Clause, apart: bool, item: Item, hits: Hits, document: Document) -> bool:
    act = clause.act
    if act is None or act.code not in DEEDS:
        return False
    if pattern("by itself").search(clause.text, clause.start, clause.end):
        alone = not own_body.is_named(clause.text, clause.start, clause.end, hits, document)
        return alone and own_body.is_apart(document)
    doers = _organisations(clause, act, hits)
    bodies = _two_states(clause, act, hits) or _another_body(clause, act, hits) or _a_person(clause, act)
    if not (doers or bodies) or not own_body.is_apart(document):
        return False
    if own_body.is_said_above(document, item.text.line_at(clause.start)):
        return False
    around = _around(clause) if apart else (0, len(clause.text))
    if bodies or doers & own_body.own_organisations(document):
        return not own_body.is_named(clause.text, *around, hits, document)
    return not own_body.is_named(clause.text, *around, hits, document, doers)


def _around(clause: Clause) -> tuple[int, int]:
    """Return the span of the paragraph of a sentence."""
    end = clause.text.find("\n", clause.end)
    return paragraph(clause), end if end >= 0 else len(clause.text)


def _organisations(clause: Clause, act: Hit, hits: Hits) -> frozenset[str]:
    """Return the codes of the organisations that did what the verb says."""
    named = within(hits.of("organisation"), clause.start, clause.end)
    return frozenset(h.code for h in named if does((h.start, h.end), clause, act))


def _another_body(clause: Clause, act: Hit, hits: Hits) -> bool:
    """Say whether another body is the subject of the verb, or the agent of its passive."""
    text = clause.text
    named = [one.span() for one in pattern("another body", "by another body").finditer(text, clause.start, clause.end)]
    societies = (one.span() for one in pattern("another society").finditer(text, clause.start, clause.end))
    named += [(start, end) for start, end in societies if _has_a_name(text, start, end)]
    known = within(hits.of("organisation", "programme"), clause.start, clause.end)
    named = [(a, b) for a, b in named if not any(h.start <= a < h.end for h in known)]
    return any(does(one, clause, act) for one in named)


def _has_a_name(text: str, start: int, end: int) -> bool:
    """Say whether an association, a university ... is named; "the association" may be the one whose paper it is."""
    if NAME_BEHIND.match(text, end):
        return True
    before = NAME_BEFORE.search(text, max(0, start - BEFORE), start)
    return before is not None and before.group().strip().casefold() not in phrases("article")


def _a_person(clause: Clause, act: Hit) -> bool:
    """Say whether a minister or mayor opened, gave or presented something; no meeting, for it may be ours."""
    event = clause.event.code.partition(":")[0] if clause.event else ""
    if act.code not in OF_PERSONS or event in (*MEETINGS, "publication", "campaign", "partnership"):
        return False
    named = (one.span() for one in pattern("who governs").finditer(clause.text, clause.start, clause.end))
    return any(does(one, clause, act) for one in named)


def _two_states(clause: Clause, act: Hit, hits: Hits) -> bool:
    """Say whether two States, and nobody else, stand beside a verb of signing: "Peru and Chile signed"."""
    if act.code != "sign":
        return False
    text = clause.text
    named: Sequence[Hit] = [h for h in within(hits.of("country"), clause.start, clause.end) if h.code]
    if act.term.language != VERB_FIRST[0]:
        named = [h for h in named if h.start < act.start]
    if len({h.code for h in named}) != 2:
        return False
    first, last = named[0], named[-1]
    joint, *others = text[first.end : last.start].split() or [""]
    near = act.start - last.end if last.end <= act.start else first.start - act.end
    joined = (joint or text[last.start]).casefold() in phrases("and")  # in Arabic it is a letter of the second name
    return joined and is_part(" ".join(others)) and near <= BEHIND
