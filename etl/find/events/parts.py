"""A sentence -> its parts, where it joins two activities: "a course in Lima and a workshop in Quito"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from etl.dates.written import expressions
from etl.find.events import deeds
from etl.find.events.determiners import NEW, determiner
from etl.terms import Hit, Hits

HEADS = ("training", "workshop", "conference", "expert_meeting", "campaign", "assessment", "publication", "partnership")
TRAIN = "train"
LIKELY = (*HEADS, TRAIN)
PLACES = ("city", "country")
JOINED = re.compile(
    r"(?:[,;]\s*)?"
    r"(?:\b(?:and|as well as|followed by|et|ainsi que|puis|y|e|así como|bem como|и|а также|und|sowie)\s|\bو)|;\s",
    re.I,
)
DIGIT = re.compile(r"\d")
COUNTED = 25  # characters behind "trained" in which it says how many
Span = tuple[int, int]
NOWHERE = (0, 0)


def parts(text: str, sentence: Span, telling: Sequence[Hit], hits: Hits) -> list[tuple[Span, Span]]:
    """Return the spans of what a sentence joins, each with the words before the first that are said of it too.

    1. Deeds in a row, each with a verb of its own (deeds.py). 2. Parts that have an event word with "a" or "one" before
    it, or people trained, and a place or day that no other has.
    A sentence that joins nothing is one part, with no words before it. `telling` are the terms in the sentence that say
    what was done, in order, `hits` all of the text.
    """
    start, end = sentence
    done, cuts = deeds.row(text, sentence, telling)
    if done:
        return _cut(sentence, cuts, done[0].start)
    heads = [h for h in telling if h.code in LIKELY and _is_head(h, text, start)]
    if len(heads) < 2:
        return [(sentence, NOWHERE)]
    cuts = [cut for one, other in pairwise(heads) if (cut := _joint(text, one, other))]
    if not cuts:
        return _cut(sentence, [], start)
    found = _cut(sentence, cuts, heads[0].start)
    marks = [_marks(text, max(a, heads[0].start), b, hits) for (a, b), _ in found]
    apart = all(marks) and all(_differ(one, other) for one, other in pairwise(marks))
    return found if apart else _cut(sentence, [], start)


def _cut(sentence: Span, cuts: list[int], first: int) -> list[tuple[Span, Span]]:
    """Return the spans between the cuts, each behind the first with the words before `first`."""
    start, end = sentence
    spans = list(pairwise([start, *cuts, end]))
    front = (start, first) if first > start else NOWHERE
    return [(spans[0], NOWHERE), *((span, front) for span in spans[1:])]


def _is_head(hit: Hit, text: str, start: int) -> bool:
    if hit.group == "event":
        return hit.code in HEADS and determiner(text, start, hit) == NEW
    return hit.group == "act" and hit.code == TRAIN and DIGIT.search(text, hit.end, hit.end + COUNTED) is not None


def _joint(text: str, one: Hit, other: Hit) -> int | None:
    """Return where the part of the second head begins: behind the last comma or "and" between the two."""
    found = list(JOINED.finditer(text, one.end, other.start))
    return found[-1].end() if found else None


def _marks(text: str, start: int, end: int, hits: Hits) -> dict[str, frozenset[object]]:
    """Return the places and the days or months that a part names, by "place" and "date", where it names any."""
    places = frozenset(h.code for h in hits.of(*PLACES) if start <= h.start < end)
    dates = frozenset((e.first.month, e.first.day) for e in expressions(text[start:end]) if e.first.month)
    return {name: found for name, found in (("place", places), ("date", dates)) if found}


def _differ(one: dict[str, frozenset[object]], other: dict[str, frozenset[object]]) -> bool:
    return any(one[name].isdisjoint(other[name]) for name in one.keys() & other.keys())
