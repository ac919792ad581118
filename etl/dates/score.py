"""A date in a passage -> how much speaks for its being the day of the activity: what stands before it, and where."""

from __future__ import annotations

import re

from etl.dates.apart import Span
from etl.dates.written import Expression
from etl.records import Passage
from etl.sentences import below_title
from etl.small_words import spelt

TIME = rf"(?: (?:{spelt('of the time')}))?"
PREPOSITION = re.compile(
    rf"(?:\b(?:{spelt('before a date')})(?: the| early| late| mid| of)?|\b(?:{spelt('part of a date')})(?: the)?"
    rf"|(?:{spelt('before a date in Arabic')}){TIME})[\s-]*$|[(,–—-]\s*$",
    re.I,
)
NOT_WHEN = re.compile(rf"\b(?:{spelt('not when')})\s$")  # before a Russian day that says no "when"
ASIDE = re.compile(
    rf"[,\s](?:{spelt('said aside')}|(?:released|published|adopted|issued|announced) (?:on|in)|to be (?=\w+ed\b))\b",
    re.I,
)
ASIDE_COSTS = 1.5


def is_aside(e: Expression, passage: Passage, sentence: Span) -> bool:
    """Say whether between the activity's words and a date of their sentence stands "which" or "aimed at"."""
    if not sentence[0] <= passage.cue_start - passage.start < sentence[1]:
        return False
    return ASIDE.search(passage.item.text.string, passage.cue_end, passage.start + e.start) is not None


def score_of(e: Expression, passage: Passage, before: str, sentence: Span, near: set[str], cut: list[Span]) -> float:
    """Return what speaks for a date: where it stands, what stands `before` it, and that it says a day or days."""
    start, end = passage.start + sentence[0], passage.start + sentence[1]
    score = 0.0
    lead = below_title(passage.string, cut, passage.cue_start - passage.start)
    titled = sentence == cut[0] and below_title(passage.string, cut, sentence[0]) != (0, 0) if cut else False
    tells = titled or any(start <= h.start < end for h in passage.of("event", "act"))
    if start <= passage.cue_start < end or (sentence == lead and tells):
        score += 2
    elif tells:
        score += 1
    score += 1.5 if "held" in near else 0
    score += 1 if "part" in near or PREPOSITION.search(before) or _says_when(e, passage, before) else 0
    score += 0.5 if cut and cut.index(sentence) <= 1 else 0
    score += 1 if e.range else 0
    score -= ASIDE_COSTS if is_aside(e, passage, sentence) else 0
    return score + (1 if e.first.day else 0.3 if e.first.month else 0)


def _says_when(e: Expression, passage: Passage, before: str) -> bool:
    """Say whether it is a day in Russian, whose genitive alone says when: "19 ноября состоялся семинар"."""
    return passage.item.language == "ru" and bool(e.first.day) and NOT_WHEN.search(before) is None
