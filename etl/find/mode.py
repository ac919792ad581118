"""A passage -> whether its activity was held in person, online or both."""

from __future__ import annotations

import re

from etl.records import Document, Finding, Passage
from etl.sentences import holding, sentences
from etl.terms import Hit, within_each

PLACES = ("city", "country")
SAYING = (*PLACES, "mode")
IN = re.compile(r"\b(?:in|at|à|en|em|в|في)\s$", re.IGNORECASE)
HELD_REACH = 60  # characters between "held in" and the place
WHOLE_PHRASE = 1.0  # a term of less weight needs a place behind it


def find(passage: Passage, document: Document) -> list[Finding]:
    """Return one finding of `mode` (hybrid, online, in_person), or [] where the text does not say.

    1. Words for both; 2. online; 3. in person; 4. held in a place. Only the sentences that hold the activity or tell
    who attended are asked.
    """
    if not passage.of("mode", "city"):
        return []
    hits = [h for inside in within_each(passage.of(*SAYING), _telling(passage)) for h in inside]
    said = {h.code: h for h in reversed(hits) if h.group == "mode" and h.term.weight == WHOLE_PHRASE}
    for code in ("hybrid", "online", "in_person"):
        if code in said:
            return [_finding(passage, code, said[code], 0.9)]
    held = _held(passage, hits)
    return [_finding(passage, "in_person", held, 0.75)] if held else []


def _held(passage: Passage, hits: list[Hit]) -> Hit | None:
    """Return the first words that set the activity in a place."""
    text = passage.item.text.string
    places = [h for h in hits if h.group in PLACES]
    for hit in hits:
        said = hit.group == "mode" and any(0 <= p.start - hit.end < HELD_REACH for p in places)
        if said or (hit.group == "city" and IN.search(text, max(0, hit.start - 5), hit.start)):
            return hit
    return None


def _telling(passage: Passage) -> list[tuple[int, int]]:
    marks = [passage.cue_start]
    marks += [h.start for h in passage.of("participation") if h.code in ("attended", "trained")]
    spans = [(a + passage.start, b + passage.start) for a, b in sentences(passage.string)]
    return holding(spans, marks)


def _finding(passage: Passage, code: str, hit: Hit, confidence: float) -> Finding:
    text = passage.item.text
    quote = text.string[hit.start : hit.end]
    return Finding("mode", code, quote, *text.lines_of(hit.start, hit.end), f"mode.{hit.group}", confidence)
