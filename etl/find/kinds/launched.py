"""A word for training -> whether it is only what a launched project is for: "launched a project to train clerks"."""

from __future__ import annotations

from etl.find.events.clauses import cue_sentence
from etl.records import Passage
from etl.small_words import pattern
from etl.terms import Hit, within

BEFORE, BEHIND = 30, 14  # characters in which the word for a project stands: "projet de formation", "training project"


def is_project(passage: Passage, hit: Hit) -> bool:
    """Say whether a word for training is only what a project is for that the sentence launches, not a course."""
    text, (start, end) = passage.item.text.string, cue_sentence(passage)
    if not start <= hit.start < end or not any(h.code == "launch" for h in within(passage.of("act"), start, hit.start)):
        return False
    around = max(start, hit.start - BEFORE), hit.end + BEHIND
    return bool(pattern("project").search(text, *around)) and not pattern("days", "months").search(text, *around)
