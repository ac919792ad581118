"""A sentence -> whether it only sums up several activities, and the numbers it counts them with."""

from __future__ import annotations

import re
from collections.abc import Sequence

from etl.dates import expressions
from etl.find.clauses import MANY, Clause
from etl.number import Number
from etl.numbers import numbers
from etl.one_of import is_one_of
from etl.terms import Hit, within

BEFORE = 45  # characters from a number to what it counts: "65 legislative and capacity-building activities"
FEWEST = 4  # activities that are a sum by their number alone; "two seminars this week" are told as one thing
LARGEST = 300  # people; nobody trains more of them in one course
COUNTRIES_NAMED = 2  # a course in more countries than this, with no event word, is several courses
YEAR_AFTER = re.compile(r"\W*(?:\w+ )?(?:19|20)\d\d")
FROM = re.compile(r"\b(?:from|de|des|из|من)\b[^,;]*$")
PARTED = re.compile(r"[,.;:()\d]|\b(?:for|from|of|de|para|pour|в|из|для)\b")
TRAIN = "train"
THINGS = frozenset(("publication", "partnership", "data", "support"))  # several of them may be one activity


def sums_up(text: str, clause: Clause, hits: Sequence[Hit], language: str, titled: bool = False) -> bool:
    """Say whether a sentence only sums up several activities; `titled` says that the heading names one meeting.

    1. "a series of" or "in total" with a plural event, or with no event. 2. A plural event that is counted, or spread
    over counted countries. 3. "since 2015" with no single event. 4. People trained in several countries, or more than
    any course has, no event word. 5. The verb's object is a count of activities: "delivered 26 legislative and training
    activities". "The first of four courses" is one.
    """
    inside = within(hits, clause.start, clause.end)
    if clause.event is not None and is_one_of(text, clause.start, clause.event.start):
        return False
    claims = {h.code for h in inside if h.group == "claim" and (h.code != "since" or YEAR_AFTER.match(text, h.end))}
    things = clause.event is not None and clause.event.code.removesuffix(MANY) in THINGS
    trained = clause.act is not None and clause.act.code == TRAIN and not titled and not _on_a_day(text, clause)
    if trained and (_trained_in_several(text, clause, inside) or _more_than_a_course(text, clause, inside, language)):
        return True
    if _act_on_many(text, clause, inside, language):
        return True
    if clause.event is not None and not clause.many and not things:
        return "series" in claims and not clause.new and _any_counted(text, inside, language)
    if claims & {"series", "since"}:
        several = clause.many and not things
        since = "since" in claims and not _one_publication(clause)
        return several or since or counted(text, inside, "countries", language) is not None
    if clause.many and not things:
        number = counted(text, inside, "activities", language)
        several = number is not None and number.value >= FEWEST
        return several or counted(text, inside, "countries", language) is not None
    return False


def _one_publication(clause: Clause) -> bool:
    """Say whether a sentence tells of one publication, which can be had "since 2015" and is no sum."""
    return clause.event is not None and clause.event.code == "publication"


def _on_a_day(text: str, clause: Clause) -> bool:
    """Say whether a sentence names days: what was done from 3 to 7 February is one course, however many came."""
    return any(e.first.day for e in expressions(text[clause.start : clause.end]))


def _act_on_many(text: str, clause: Clause, hits: Sequence[Hit], language: str) -> bool:
    """Say whether what was done is a count of activities, with no event named between the verb and the number."""
    act = clause.act
    if act is None:
        return False
    after = [h for h in hits if h.group == "claim" and h.start >= act.end]
    number = counted(text, after, "activities", language)
    if number is None or number.value < FEWEST or _year(number) or number.start < act.end:
        return False
    return not any(h.group == "event" and act.end <= h.start < number.start for h in hits)


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
            if 0 <= name.start - number.end <= BEFORE and _plain(text, number.end, name.start, hits):
                return number
    return None


def _plain(text: str, start: int, end: int, hits: Sequence[Hit]) -> bool:
    """Say whether only attributes stand between a number and what it counts."""
    if any(h.group in ("people", "claim") and start <= h.start and h.end < end for h in hits):
        return False  # "three countries and courses"
    return not PARTED.search(text, start, end)


def _trained_in_several(text: str, clause: Clause, hits: Sequence[Hit]) -> bool:
    countries = [h for h in hits if h.group == "country"]
    if clause.new or len({h.code for h in countries}) <= COUNTRIES_NAMED:
        return False
    return not FROM.search(text[clause.start : countries[0].start])


def _more_than_a_course(text: str, clause: Clause, hits: Sequence[Hit], language: str) -> bool:
    """Say whether more people were trained than any one course has, and no one course is named."""
    if clause.event is not None and not clause.many:
        return False
    people = [h.start for h in hits if h.group in ("people", "participation")]
    spelt = numbers(text[clause.start : clause.end], language)
    many = [n.end + clause.start for n in spelt if n.value > LARGEST and not _year(n)]
    return any(0 <= noun - end <= BEFORE for end in many for noun in people)


def _year(number: Number) -> bool:
    return number.figure and 1900 < number.value < 2100 and number.end - number.start == 4
