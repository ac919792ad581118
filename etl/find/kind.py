"""Turns a passage into its kind of activity."""

from __future__ import annotations

from etl.records import Document, Finding, Passage


def find(passage: Passage, document: Document) -> list[Finding]:
    """Return one finding of the field `kind`: one of the eleven codes of data/vocabulary/kinds.csv."""
    event = next((h for h in passage.hits if h.group == "event"), None)
    kind = event.code if event else "conference"
    return [Finding("kind", kind, passage.string[:80], passage.line_start, passage.line_end, "kind.event", 0.5)]
