"""A sentence -> its two parts, where it tells of two things, the second at a later time: a study and its webinar.

"In May it signed an agreement, followed by a course on 3 and 4 June"; "published a study in May, which was presented at
a webinar on 12 June": each part names one new thing and a time of its own, and says what was done.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from etl.dates.written import Expression, expressions
from etl.find.events.determiners import NEW, determiner
from etl.find.events.look_alikes import MEETINGS
from etl.small_words import pattern, spelt
from etl.terms import Hit

NAMED = (*MEETINGS, "campaign", "assessment", "publication", "data", "partnership", "legislative")
WITHOUT_ARTICLES = ("ru", "ar")
NOT_FINITE = ("to ", "for ", "pour ", "para ", "чтобы ", "zu ", "per ")
AIM = 10  # characters before a verb in which stands what makes it an aim
JOINT = re.compile(rf"[,;،]\s|\b(?:{spelt('followed by')})\b", re.I)
Span = tuple[int, int]


def two_times(text: str, sentence: Span, telling: Sequence[Hit]) -> int | None:
    """Return where the second part of such a sentence begins; None where it tells of one thing, or at one time.

    `telling` are the terms in the sentence that say what was done, in order.
    """
    start, end = sentence
    heads = [h for h in telling if h.group == "event" and _is_one(h, text, start)]
    if len(heads) < 2:
        return None
    told = [e for e in expressions(text[start:end]) if e.first.month]
    if len(told) < 2:
        return None
    for one, other in pairwise(heads):
        for joint in reversed(list(JOINT.finditer(text, one.end, other.start))):
            early = [e for e in told if start + e.end <= joint.start() + 1]
            late = [e for e in told if start + e.start >= joint.start()]
            if early and late and len(early) + len(late) == len(told) and _is_later(early[-1], late[0]):
                return joint.end() if _both_done(text, sentence, joint, telling) else None
    return None


def _is_one(hit: Hit, text: str, start: int) -> bool:
    if hit.code not in NAMED:
        return False
    return hit.term.language in WITHOUT_ARTICLES or determiner(text, start, hit) == NEW


def _is_later(one: Expression, other: Expression) -> bool:
    """Say whether a time is behind another, and in its year or one that is not told."""
    last, first = one.last, other.first
    if last.year and first.year and last.year != first.year:
        return last.year < first.year
    if last.month == first.month and not (last.day and first.day):
        return False
    return (last.month or 0, last.day or 0) < (first.month or 0, first.day or 0)


def _both_done(text: str, sentence: Span, joint: re.Match[str], telling: Sequence[Hit]) -> bool:
    """Say whether both parts say what was done, the second with a verb or "followed by", and nothing is to come."""
    if any(h.group == "not_activity" and h.start >= joint.start() for h in telling):
        return False
    verbs = [h for h in telling if h.group == "act" and not text[h.start - AIM : h.start].lower().endswith(NOT_FINITE)]
    follows = pattern("followed by").search(text, joint.start(), sentence[1])
    return any(h.start < joint.start() for h in verbs) and (
        follows is not None or any(h.start >= joint.end() for h in verbs)
    )
