"""Turns a passage into its areas of intervention."""

from __future__ import annotations

from etl.records import Document, Finding, Passage


def find(passage: Passage, document: Document) -> list[Finding]:
    """Return one finding of the field `areas`: one or two codes of data/vocabulary/areas.csv."""
    quote = passage.string[:80]
    return [Finding("areas", ["criminal_justice"], quote, passage.line_start, passage.line_end, "areas.usual", 0.3)]
