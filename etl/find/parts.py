"""A sentence -> its parts, where it joins two activities: "a course in Lima and a workshop in Quito"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from etl.dates.written import expressions
from etl.find.clauses import NEW, determiner
from etl.terms import Hit, Hits

HEADS = ("training", "workshop", "conference", "expert_meeting", "campaign", "assessment", "publication", "partnership")
TRAIN, GIVE = "train", "give"
LIKELY = (*HEADS, TRAIN, GIVE)
GIFT = 80  # characters behind "handed over" in which it says what
PLACES = ("city", "country")
JOINED = re.compile(
    r"(?:[,;]\s*)?"
    r"(?:\b(?:and|as well as|followed by|et|ainsi que|puis|y|e|así como|bem como|и|а также|und|sowie)\s|\bو)|;\s",
    re.I,
)
DIGIT = re.compile(r"\d")
STRONG = 1.0  # weight of "handed over"; "provided" may be help of any kind
COUNTED = 25  # characters behind "trained" in which it says how many
Span = tuple[int, int]
NOWHERE = (0, 0)


def parts(text: str, sentence: Span, telling: Sequence[Hit], hits: Hits) -> list[tuple[Span, Span]]:
    """Return the spans of what a sentence joins, each with the words before the first that are said of it too.

    Each part has an event word with "a" or "one" before it, or people trained, and a place or day that no other has; or
    people were trained and things given.
    A sentence that joins nothing is one part, with no words before it. `telling` are the terms in the sentence that say
    what was done, `hits` all of the text.
    """
    start, end = sentence
    whole = [((start, end), NOWHERE)]
    likely = [h for h in telling if h.code in LIKELY]
    if len(likely) < 2:
        return whole
    heads = [h for h in likely if _is_head(h, text, start) or _is_gift(h, telling)]
    if {h.code for h in heads} != {TRAIN, GIVE}:
        heads = [h for h in heads if h.code != GIVE]
    if len(heads) < 2:
        return whole
    cuts = [cut for one, other in zip(heads, heads[1:], strict=False) if (cut := _joint(text, one, other))]
    if not cuts:
        return whole
    borders = [start, *cuts, end]
    spans = list(zip(borders, borders[1:], strict=False))
    marks = [_marks(text, max(a, heads[0].start), b, hits) for a, b in spans]
    apart = all(marks) and all(_differ(a, b) for a, b in zip(marks, marks[1:], strict=False))
    if not apart and GIVE not in {h.code for h in heads}:
        return whole
    front = (start, heads[0].start)
    return [(spans[0], NOWHERE), *((span, front) for span in spans[1:])]


def _is_head(hit: Hit, text: str, start: int) -> bool:
    if hit.group == "event":
        return hit.code in HEADS and determiner(text, start, hit) == NEW
    return hit.group == "act" and hit.code == TRAIN and DIGIT.search(text, hit.end, hit.end + COUNTED) is not None


def _is_gift(hit: Hit, telling: Sequence[Hit]) -> bool:
    """Say whether a verb says that things were given which stand behind it: "and handed over ten radios"."""
    given = hit.group == "act" and hit.code == GIVE and hit.term.weight >= STRONG
    return given and any(h.code.startswith("support") and hit.end <= h.start <= hit.end + GIFT for h in telling)


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
