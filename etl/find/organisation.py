"""A passage -> whose activity it is: the publisher's, or that of the organisation which the text names as doing it."""

from __future__ import annotations

from etl.records import Document, Finding, Passage

BEFORE_CUE = 120  # characters between the one who acts and the words for what it did


def find(passage: Passage, document: Document) -> list[Finding]:
    """Return findings of `organisation`: 1. the document's publisher; 2. the organisation named before the activity."""
    text = passage.item.text
    found = []
    if document.publisher:
        lines = passage.line_start, passage.line_end
        found.append(Finding("organisation", document.publisher, "", *lines, "organisation.publisher", 0.95))
    named = [h for h in passage.of("organisation") if 0 <= passage.cue_start - h.end <= BEFORE_CUE]
    if named:
        hit = named[0]
        quote, lines = text.string[hit.start : hit.end], text.lines_of(hit.start, hit.end)
        chosen = not found
        found.append(Finding("organisation", hit.code, quote, *lines, "organisation.acts", 0.7, chosen))
    return found
