"""Verbs of a sentence -> those that say something: "gave", "had", "received" do only next to what was given or held."""

from __future__ import annotations

from collections.abc import Sequence

from etl.terms import Hit

LIGHT = "light"  # the meaning of such verbs in data/terms/act.csv
BEHIND = 70  # characters to the noun: "finished on Friday, 9 November 2018, in Luanda, a seminar"
BEFORE = 30  # "a course that was given", "the seminar had"
OBJECTS = ("training", "workshop", "conference", "expert_meeting", "campaign", "assessment")


def telling(acts: Sequence[Hit], events: Sequence[Hit]) -> list[Hit]:
    """Return the verbs of a sentence without the light ones that have no meeting, course or the like next to them."""
    nouns = [e for e in events if e.code.startswith(OBJECTS)]
    return [act for act in acts if act.code != LIGHT or any(_goes_with(act, noun) for noun in nouns)]


def _goes_with(act: Hit, noun: Hit) -> bool:
    return act.start <= noun.start <= act.end + BEHIND or 0 <= act.start - noun.end <= BEFORE
