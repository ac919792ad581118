"""Turns a passage that only sums up other activities into the numbers that it claims."""

from __future__ import annotations

from etl.records import Document, Finding, Passage


def find(passage: Passage, document: Document) -> list[Finding]:
    """Return findings of `aggregate` (always) and, for an aggregate, `claimed_activities` and `claimed_countries`."""
    quote = passage.item.text.string[passage.cue_start : passage.cue_end]
    lines = passage.line_start, passage.line_end
    return [Finding("aggregate", passage.aggregate, quote, *lines, "claims.passage", passage.confidence)]
