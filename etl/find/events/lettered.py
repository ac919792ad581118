"""A sentence -> its parts, where it names events one by one: "took part in meetings, including: (a) ...; (b) ..."."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from etl.terms import Hit

MARK = re.compile(  # what stands before the bracket is asked behind it, so that the engine can skip to the next one
    r"\((?<!\S\()([a-h]|[1-9]|i{1,3}|iv|v)\)\s"
)
FIRST = ("a", "1", "i")
FEWEST = 2
Span = tuple[int, int]


def lettered(text: str, sentence: Span, telling: Sequence[Hit]) -> list[tuple[Span, Span]]:
    """Return the span of each lettered part, with the words up to the verb before them all; [] without such parts.

    Each part names an event: what is listed else (themes, aims, recommendations) is no list of events.
    """
    marks = list(MARK.finditer(text, *sentence))
    if len(marks) < FEWEST or marks[0].group(1) not in FIRST:
        return []
    spans = list(pairwise([*(mark.end() for mark in marks), sentence[1]]))
    verbs = [h for h in telling if h.group == "act" and h.end <= marks[0].start()]
    named = (any(h.group == "event" and first <= h.start < last for h in telling) for first, last in spans)
    return [(span, (sentence[0], verbs[-1].end)) for span in spans] if verbs and all(named) else []
