"""A sentence -> whether it only sums up several activities, and the numbers it counts them with."""

from __future__ import annotations

import re
from collections.abc import Sequence

from etl.dates.written import expressions
from etl.find.counted import BEFORE, counted, is_year, may_be_counted
from etl.find.events.clauses import MANY, Clause
from etl.find.events.look_alikes import MEETINGS
from etl.numbers import numbers
from etl.small_words import spelt, whole
from etl.terms import Hit, within

FEWEST = 4  # activities that are a sum by their number alone; "two seminars this week" are told as one thing
LARGEST = 300  # people; nobody trains more of them in one course
ONE_OF = re.compile(rf"(?:{whole('one of several')})\s+(?i:of|in|de|des|d'une|dos|das|из)\s[^.,;]{{0,40}}$")
COUNTRIES_NAMED = 2  # a course in more countries than this, with no event word, is several courses
YEAR_AFTER = re.compile(
    r"\W*(?:\w+ )?(?:19|20)\d\d"
    r"|\s(?:its|their|the|sa|leur|le|la|su|el|seu|sua|o|a|ihrer|seiner|dem|sua|l')\s?"
    rf"(?:{spelt('since its')})\b"
)
FROM = re.compile(r"\b(?:from|de|des|из|من)\b[^,;]*$")
TRAIN = "train"
THINGS = frozenset(("publication", "partnership", "data", "support"))  # several of them may be one activity


def sums_up(text: str, clause: Clause, hits: Sequence[Hit], language: str, titled: bool = False) -> bool:
    """Say whether a sentence only sums up several activities; `titled` says that the heading names one meeting.

    1. "a series of" or "in total" with a plural event, or with no event. 2. A plural event that is counted, or spread
    over counted countries. 3. "since 2015" with no single event. 4. People trained in several countries, or more than
    any course has, no event word. 5. The verb's object is a count of activities: "delivered 26 legislative and training
    activities". 6. Courses, or "training" since a year, with more people than one course has.
    "The first of four courses" is one.
    """
    inside = within(hits, clause.start, clause.end)
    if clause.event is not None and ONE_OF.search(text, clause.start, clause.event.start):
        return False
    claims = {h.code for h in inside if h.group == "claim" and (h.code != "since" or YEAR_AFTER.match(text, h.end))}
    things = clause.event is not None and clause.event.code.removesuffix(MANY) in THINGS
    trained = clause.act is not None and clause.act.code == TRAIN and not titled and not _on_a_day(text, clause)
    if trained and (_trained_in_several(text, clause, inside) or more_than_a_course(text, clause, inside, language)):
        return True
    if _act_on_many(text, clause, inside, language) or _counted_in_singular(text, clause, language):
        return True
    if _too_many_for_one(text, clause, claims, inside, language):
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
    if number is None or number.value < FEWEST or is_year(number) or number.start < act.end:
        return False
    return not any(h.group == "event" and act.end <= h.start < number.start for h in hits)


def _any_counted(text: str, hits: Sequence[Hit], language: str) -> bool:
    return any(counted(text, hits, what, language) is not None for what in ("activities", "countries"))


def _trained_in_several(text: str, clause: Clause, hits: Sequence[Hit]) -> bool:
    countries = [h for h in hits if h.group == "country"]
    if clause.new or len({h.code for h in countries}) <= COUNTRIES_NAMED:
        return False
    return not FROM.search(text[clause.start : countries[0].start])


def more_than_a_course(text: str, clause: Clause, hits: Sequence[Hit], language: str) -> bool:
    """Say whether more people were trained than any one course has, and no one course is named."""
    if clause.event is not None and not clause.many and clause.event.code in MEETINGS:
        return False
    return _count_many(text, clause, hits, language)


def _counted_in_singular(text: str, clause: Clause, language: str) -> bool:
    """Say whether the event is a meeting in the singular behind a number, as Arabic and Russian do, or by a slip."""
    if clause.event is None or not may_be_counted(text, clause.event, language):
        return False
    number = counted(text, [clause.event], "activities", language)
    return number is not None and number.value >= FEWEST and not is_year(number) and number.start >= clause.start


def _too_many_for_one(text: str, clause: Clause, claims: set[str], hits: Sequence[Hit], language: str) -> bool:
    """Say whether meetings in the plural, or "training" since a year, have more people than one of them has."""
    event = clause.event
    if event is None or event.code.removesuffix(MANY) not in MEETINGS or _on_a_day(text, clause):
        return False
    several = clause.many or ("since" in claims and not clause.new)
    return several and _count_many(text, clause, hits, language)


def _count_many(text: str, clause: Clause, hits: Sequence[Hit], language: str) -> bool:
    """Say whether more people are counted than any one course has."""
    people = [h.start for h in hits if h.group in ("people", "participation")]
    spelt = numbers(text[clause.start : clause.end], language)
    many = [n.end + clause.start for n in spelt if n.value > LARGEST and not is_year(n)]
    return any(0 <= noun - end <= BEFORE for end in many for noun in people)
