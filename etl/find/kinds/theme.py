"""A word and the terms before it -> whether it says only what a meeting spoke about: "a meeting on training"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from etl import vocabulary
from etl.small_words import pattern, spelt
from etl.terms import Hit

# Workshops and courses on a law, a tool or a skill are known by it; meetings, and people who met, are not.
MEETINGS = (("event", "conference"), ("act", "attend"))
OF_LAW = ("legislative", "assessment")  # what a meeting looks at, it helps to make
LONGEST = 14  # characters of a word like "concerning" and the spaces around it
ON_A_COURSE = re.compile(r"\bon (?:an?|the|their)\s(?:[\w-]+\s){0,3}\Z")  # "travelled to Lima on a study tour"
REACH = 150  # characters from a meeting to the theme in its name or sentence


def is_theme(hit: Hit, near: Sequence[Hit], text: str) -> bool:
    """Say whether `hit` stands in the theme of the meeting that the last of `near`, in the text's order, tells of.

    What was "discussed at a seminar" has not that as its theme.
    """
    before = (h for h in reversed(near) if h.end <= hit.start and h.group in ("event", "act"))
    last = next(before, None)
    if last is None or hit.code.startswith(OF_LAW):
        return False
    if not any(last.group == group and last.code.startswith(code) for group, code in MEETINGS):
        return False
    begin = last.end if last.group == "event" else last.start  # "discuss" is such a word, "Working Group on" a body
    if hit.start - last.end > REACH or pattern("talked at").search(text, last.end, hit.start):
        return False
    if last.group == "act" and ON_A_COURSE.search(text, last.end, hit.start):
        return False
    return bool(_about().search(text[begin : hit.start]))


def begins_theme(text: str, start: int) -> bool:
    """Say whether a word like "on" or "about" stands right before `start`."""
    return text[max(0, start - LONGEST) : start].rstrip().rpartition(" ")[2].lower() in vocabulary.small_words("theme")


@cache
def _about() -> re.Pattern[str]:
    """Return the words before a theme, behind which no part of a sentence ends; "on 4 May" and "on Monday" are none."""
    return re.compile(rf"\b(?:{spelt('theme')})\b(?!\s(?:\d|\w+day\b))[^.,;()]*\Z", re.I)
