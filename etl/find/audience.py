"""A passage -> who was reached by its activity: judges, border officers, civil society ..."""

from __future__ import annotations

from etl.records import Document, Finding, Passage
from etl.sentences import holding, sentences
from etl.terms import Hit, within_each

SAYS_REACHED = frozenset({"attended", "trained"})
BESIDE = 3  # characters between "facilitated by" and those who only gave the activity


def find(passage: Passage, document: Document) -> list[Finding]:
    """Return one finding of the sorted audience codes, or [].

    They are read where the text tells who took part: in its first sentence (the title, as a rule), in the one that
    holds the activity, and in those that say who attended or was trained.
    """
    hits = passage.of("audience")
    if not hits:
        return []
    reached = [h for told in within_each(hits, _telling(passage)) for h in told if not _gave(h, passage)]
    if not reached:
        return []
    text = passage.item.text
    start, end = reached[0].start, reached[0].end
    value = sorted({h.code for h in reached})
    return [Finding("audience", value, text.string[start:end], *text.lines_of(start, end), "audience.term", 0.8)]


def _telling(passage: Passage) -> list[tuple[int, int]]:
    spans = [(a + passage.start, b + passage.start) for a, b in sentences(passage.string)]
    said = [h.start for h in passage.of("participation") if h.code in SAYS_REACHED]
    marks = [passage.cue_start, *said]
    return spans[:1] + holding(spans[1:], marks)


def _gave(hit: Hit, passage: Passage) -> bool:
    givers = (h for h in passage.of("participation") if h.code == "others_before")
    return any(0 <= hit.start - g.end <= BESIDE for g in givers)
