"""Sentences -> without those of which the text says that its body had no part in what they tell.

"The Union held its congress in Lima. The Office was not represented.": the sentence that says so, and the one before it
in its paragraph. "The shelter, which is not connected with the Centre, turned ten": that one alone.
"""

from __future__ import annotations

from etl.find.events.clauses import DOERS, Clause
from etl.find.events.paragraphs import paragraph
from etl.small_words import pattern
from etl.terms import Hits, within

HAD, WITHOUT, NOTHING = NO_PART = "had no part", "without a part of", "nothing of ours"
BODY = "body"  # any ministry there may be: its not coming says nothing of ours
NEAR = 15  # characters between the body and "was not represented", or between "not connected with" and the body
ARTICLE = 3  # characters that a preposition shares with the name behind it: "sans le concours de l'Office"


def without_others(clauses: list[Clause], hits: Hits) -> list[Clause]:
    """Return the sentences of an item without those of things in which its body had no part."""
    if not (clauses and pattern(*NO_PART).search(clauses[0].text)):
        return clauses
    kept: list[Clause] = []
    for clause in clauses:
        own = _own(clause, hits)
        denied = _denied(clause, own)
        if not (denied or _had_none(clause, own)):
            kept.append(clause)
        elif denied and min(first for first, _ in own) - clause.start <= NEAR:  # "The Office had no part in it"
            while kept and paragraph(kept[-1]) == paragraph(clause):
                before = kept.pop()
                if before.event or before.act:
                    break
    return kept


def _own(clause: Clause, hits: Hits) -> list[tuple[int, int]]:
    """Return where a sentence names the body that may report, or one like it: "the Office", "the Institute"."""
    named = (h for h in within(hits.of(*DOERS), clause.start, clause.end) if h.code != BODY)
    like = pattern("body that reports").finditer(clause.text, clause.start, clause.end)
    return [*((h.start, h.end) for h in named), *(one.span() for one in like)]


def _denied(clause: Clause, own: list[tuple[int, int]]) -> bool:
    """Say whether its body stands right before "was not represented"."""
    said = list(pattern(HAD).finditer(clause.text, clause.start, clause.end)) if own else []
    return any(0 <= s.start() - last <= NEAR for s in said for _, last in own)


def _had_none(clause: Clause, own: list[tuple[int, int]]) -> bool:
    """Say whether its body stands right behind "not connected with", or there was "no project action"."""
    said = list(pattern(WITHOUT).finditer(clause.text, clause.start, clause.end)) if own else []
    if any(-ARTICLE <= first - s.end() <= NEAR for s in said for first, _ in own):
        return True
    return pattern(NOTHING).search(clause.text, clause.start, clause.end) is not None
