"""A passage -> its topics: TIP (trafficking in persons), SOM (smuggling of migrants)."""

from __future__ import annotations

from etl.records import Document, Finding, Passage
from etl.sentences import sentences
from etl.terms import Hit

ORDER = ("TIP", "SOM")


def find(passage: Passage, document: Document) -> list[Finding]:
    """Return one finding of `topics`, [] where none is named.

    1. What the heading and the sentence of the activity name. 2. Else what the rest names (background, surely read
    on, may speak of the other crime too).
    """
    named = [h for h in passage.hits if h.group == "topic"]
    near = [h for h in named if _near(passage, h)]
    chosen = near or named
    codes = {h.code for h in chosen}
    topics = [topic for topic in ORDER if topic in codes]
    quote = passage.item.text.string[chosen[0].start : chosen[0].end] if chosen else ""
    lines = passage.item.text.lines_of(chosen[0].start, chosen[0].end) if chosen else (passage.line_start, passage.line_end)
    rule = "topics.cue" if near else "topics.passage" if named else "topics.none"
    return [Finding("topics", topics, quote, *lines, rule, 0.97 if near or not named else 0.85)]


def _near(passage: Passage, hit: Hit) -> bool:
    """Say whether a term stands in the heading, or in the sentence that tells of the activity."""
    text = passage.item.text.string
    if passage.start == 0 and hit.end <= len(passage.item.title):
        return True
    return any(s <= hit.start < e for s, e in sentences(text[: passage.end]) if s <= passage.cue_start < e)
