"""A passage -> one or two of the programme's seven areas of intervention."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache

from etl import vocabulary
from etl.find.clauses import cue_sentence
from etl.records import Document, Finding, Passage
from etl.terms import Hit

ORDER = ("criminal_justice", "protection", "prevention", "research", "legislation", "strategy", "cooperation")
NEAR = 1.0  # a word in the heading or in the sentence of the activity
TITLED = 1.4  # a title names what it is about
FAR = 0.4
MOST = 3.0  # so that a list of offices does not drown the rest
SECOND = 0.35  # the second area stands where it weighs this share of the first
# What kinds of work are usually for; little enough that words decide.
USUAL = {
    "training": "criminal_justice", "train": "criminal_justice", "campaign": "prevention", "data": "research",
    "publication": "research", "partnership": "cooperation",
    "conference": "cooperation", "legislative": "legislation", "support": "protection", "give": "protection",
    "assessment": "research",
}  # fmt: skip
USUALLY = 0.7


@lru_cache(maxsize=64)
def _of_heading(title: str) -> frozenset[str]:
    """Return the areas that a report's section heading names."""
    return frozenset(h.code for h in vocabulary.terms().find(title, "area"))


def _in_name(hit: Hit, names: Sequence[Hit]) -> bool:
    """Say whether a word is only part of a name: "the Agency for Development and Cooperation" paid."""
    return any(n.start <= hit.start and hit.end <= n.end and n.end - n.start > hit.end - hit.start for n in names)


def _add_usual(passage: Passage, scores: defaultdict[str, float]) -> None:
    """Add what the kinds of work named by the cue are usually for.

    A training for which no word says justice is for something else: prevention, or the work of an administration.
    """
    cues = passage.of("event", "act")
    kinds = {h.code.partition(":")[0] for h in cues if passage.cue_start <= h.start < passage.cue_end}
    for kind in sorted(kinds):
        usual = USUAL.get(kind, "")
        if usual == "criminal_justice" and not scores[usual]:
            scores["prevention"] += USUALLY
            scores["strategy"] += USUALLY * SECOND
        elif usual:
            scores[usual] += USUALLY


def find(passage: Passage, document: Document) -> list[Finding]:
    """Return one finding of `areas`: one or two codes; cooperation where nothing is said.

    Words near the activity count whole, words elsewhere less; a kind's usual area and a report's section heading help.
    """
    text = passage.item.text.string
    cue = cue_sentence(passage)
    title = len(passage.item.title) if passage.start == 0 else 0
    scores: defaultdict[str, float] = defaultdict(float)
    seen = set()
    names = passage.of("organisation", "programme")
    for hit in passage.of("area"):
        word = hit.term.term
        if passage.item.language not in hit.term.language or _in_name(hit, names):
            continue
        near = hit.end <= title or cue[0] <= hit.start < cue[1]
        if word not in seen:
            seen.add(word)
            place = TITLED if hit.end <= title else NEAR if near else FAR
            scores[hit.code] = min(MOST, scores[hit.code] + hit.term.weight * place)
    _add_usual(passage, scores)
    if passage.item.shape == "report":
        for area in _of_heading(passage.item.title):
            scores[area] += NEAR
    ranked = sorted(scores, key=lambda area: (-scores[area], ORDER.index(area))) or ["cooperation"]
    best = scores[ranked[0]]
    areas = [area for area in ranked[:2] if scores[area] >= SECOND * best]
    quote = text[passage.cue_start : passage.cue_end]
    lines = passage.item.text.lines_of(passage.cue_start, passage.cue_end)
    return [Finding("areas", areas, quote, *lines, "areas.words", 0.85 if best >= NEAR else 0.6)]
