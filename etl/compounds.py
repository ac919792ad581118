"""The hits of a German text -> the same, and the compounds that end in a word for an event: "Polizeilehrgang"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from etl import vocabulary
from etl.terms import Hit, Hits, Term

LANGUAGE = "de"
GROUP = "event"
KINDS = ("training", "workshop", "conference", "expert_meeting", "assessment", "campaign")  # that people hold
SHORTEST = 6  # letters of a word that may end a compound: "Diskurs" is no "Kurs"
WORD = re.compile(r"[A-ZÄÖÜ][a-zäöüß]{8,}(?:-[A-ZÄÖÜ][a-zäöüß]+)*")
ENDINGS = ("", "s", "es", "e", "en", "n")  # of cases and plurals


def with_compounds(hits: Hits, text: str, language: str) -> Hits:
    """Return `hits` with those of compounds of no list; the same ones in a text of another language."""
    if language != LANGUAGE:
        return hits
    known = {h.end for h in hits if h.group == GROUP}
    found = [h for h in _compounds(text) if h.end not in known]
    return Hits(sorted([*hits, *found], key=lambda h: (h.start, -h.end))) if found else hits


def _compounds(text: str) -> Iterator[Hit]:
    heads, listed = _heads(), _listed()
    for word in WORD.finditer(text):
        said = word.group().lower()
        if said in listed:
            continue
        ends = (said.removesuffix(ending) for ending in ENDINGS)
        if head := next((heads[end[cut:]] for end in ends for cut in range(3, len(end)) if end[cut:] in heads), None):
            yield Hit(word.start(), word.end(), replace(head, term=said))


@cache
def _heads() -> dict[str, Term]:
    """Return the single words for what people hold, in small letters, that are long enough to end a compound."""
    return {
        term.term.lower(): term
        for term in vocabulary.all_terms()
        if term.group == GROUP and LANGUAGE in term.language.split(";") and term.code.removesuffix(":many") in KINDS
        and term.term.isalpha() and len(term.term) >= SHORTEST
    }  # fmt: skip


@cache
def _listed() -> frozenset[str]:
    """Return the words of the list in small letters, those also that are listed to mean nothing."""
    return frozenset(t.term.lower() for t in vocabulary.all_terms() if t.group == GROUP)
