"""Turns a passage into its topics: TIP (trafficking in persons), SOM (smuggling of migrants)."""

from __future__ import annotations

from etl.records import Document, Finding, Passage


def find(passage: Passage, document: Document) -> list[Finding]:
    """Return one finding of the field `topics` with every topic that the passage names, [] where it names none."""
    named = [h for h in passage.hits if h.group == "topic"]
    topics = sorted({h.code for h in named}, reverse=True)
    quote = passage.item.text.string[named[0].start : named[0].end] if named else ""
    return [Finding("topics", topics, quote, passage.line_start, passage.line_end, "topics.named", 0.9)]
