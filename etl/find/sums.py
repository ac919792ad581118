"""A sentence -> whether it only sums up several activities, and the numbers it counts them with."""

from __future__ import annotations

import re
from collections.abc import Sequence

from etl.find.clauses import MANY, Clause
from etl.numbers import Number, numbers
from etl.terms import Hit

BEFORE = 30  # characters from a number to what it counts: "26 national capacity-building activities"
COUNTRIES_NAMED = 2  # a course in more countries than this, with no event word, is several courses
YEAR_AFTER = re.compile(r"\W*(?:\w+ )?(?:19|20)\d\d")
FROM = re.compile(r"\b(?:from|de|des|из|من)\b[^,;]*$")
TRAIN = "train"
THINGS = frozenset(("publication", "partnership", "data", "support"))  # several of them may be one activity


def sums_up(text: str, clause: Clause, hits: Sequence[Hit], language: str) -> bool:
    """Say whether a sentence only sums up several activities.

    1. "a series of" or "in total" with a plural event, or with no event. 2. A plural event that is counted, or spread
    over counted countries. 3. "since 2015" with no single event. 4. People trained in several countries, no event word.
    """
    inside = [h for h in hits if clause.start <= h.start < clause.end]
    claims = {h.code for h in inside if h.group == "claim" and (h.code != "since" or YEAR_AFTER.match(text, h.end))}
    things = clause.event is not None and clause.event.code.removesuffix(MANY) in THINGS
    if clause.act is not None and clause.act.code == TRAIN and _trained_in_several(text, clause, inside):
        return True
    if clause.event is not None and not clause.many and not things:
        return "series" in claims and not clause.new and _any_counted(text, inside, language)
    if claims & {"series", "since"}:
        several = clause.many and not things
        return several or "since" in claims or counted(text, inside, "countries", language) is not None
    if clause.many and not things:
        return _any_counted(text, inside, language)
    return False


def _any_counted(text: str, hits: Sequence[Hit], language: str) -> bool:
    return any(counted(text, hits, what, language) is not None for what in ("activities", "countries"))


def counted(text: str, hits: Sequence[Hit], what: str, language: str) -> Number | None:
    """Return the number right before what it counts: `what` is activities or countries."""
    names = [h for h in hits if h.group == "claim" and h.code == what]
    if what == "activities":
        names += [h for h in hits if h.group == "event" and h.code.endswith(MANY)]
    if not names:
        return None
    found = numbers(text, language)
    for name in sorted(names, key=lambda h: h.start):
        for number in reversed(found):
            if 0 <= name.start - number.end <= BEFORE and _plain(text[number.end : name.start]):
                return number
    return None


def _plain(between: str) -> bool:
    """Say whether only attributes stand between a number and what it counts."""
    return not re.search(r"[,.;:()\d]|\b(?:for|from|of|and|de|et|y|e|para|pour|в|из|для)\b", between)


def _trained_in_several(text: str, clause: Clause, hits: Sequence[Hit]) -> bool:
    countries = [h for h in hits if h.group == "country"]
    if clause.new or len({h.code for h in countries}) <= COUNTRIES_NAMED:
        return False
    return not FROM.search(text[clause.start : countries[0].start])
