"""A passage that only sums up other activities -> the numbers that it claims."""

from __future__ import annotations

from etl.find.counted import counted
from etl.find.events import likely
from etl.records import Document, Finding, Passage


def find(passage: Passage, document: Document) -> list[Finding]:
    """Return findings of `aggregate` (always) and, for an aggregate, `claimed_activities` and `claimed_countries`."""
    text = passage.item.text
    quote = text.string[passage.cue_start : passage.cue_end]
    lines = passage.line_start, passage.line_end
    rule = passage.rule if passage.rule == likely.RULE else "claims.passage"  # what made it an activity, if no rule did
    found = [Finding("aggregate", passage.aggregate, quote, *lines, rule, round(passage.confidence, 2))]
    if passage.aggregate:
        for what in ("activities", "countries"):
            number = counted(text.string, passage.hits, what, passage.item.language)
            if number:
                where = text.lines_of(number.start, number.end)
                words = text.string[number.start : number.end]
                found.append(Finding(f"claimed_{what}", number.value, words, *where, f"claims.{what}", 0.85))
    return found
