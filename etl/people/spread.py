"""Numbers said place by place ("Ghana (7), Togo (11)", "six from each of the four States") -> the people in all."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from etl import vocabulary
from etl.number import Number
from etl.small_words import pattern, spelt
from etl.terms import Hit

EACH = re.compile(rf"\s(?:[\w-]+\s){{0,2}}?(?:{spelt('from each')})\s", re.I)
NEXT = 3
BRACKET = " ("
FEWEST = 2  # places with a number each
PLACES = ("country", "thing")
BEFORE_PLACE = 30  # characters of an attribute: "four participating countries"

BEFORE_LIST = 60  # characters from the people to the numbers of each place
FROM_PLACE = re.compile(r"\s(?:from|de|da|do|du|aus|dal|dalla|из)\s(?:the\s|la\s|el\s)?[A-ZÀ-ÞА-Я]")
NEXT_PLACE = re.compile(r"(?:,|\band|\bet|\by|\be|\bund|\bи)\s$")
GROUPS_OF = re.compile(rf"\s(?:{spelt('group of people')})\s(?:of|de|à|von|zu|di|da|по)\s")

MANY_TIMES = 60  # courses
BEHIND_EACH = 45  # characters behind their people in which "each" stands
STOP = re.compile(r"[.,;:()]")
EACH_OF_THEM = re.compile(rf"\b(?:{spelt('each of them')})\b", re.I)
OF_SO_MANY = re.compile(rf"\s(?:[^\W\d_]+\s){{0,3}}?(?:{spelt('of so many', 'so many a time')})\s")
EACH_TIME = pattern("each of them", "so many a time")
SO_MANY_A_TIME = re.compile(rf"\s(?:[^\W\d_]+\s){{0,3}}?(?:{spelt('so many a time')})\s")

Span = tuple[int, int, int]  # from the first number to the last, and their sum


def spread(text: str, numbers: Sequence[Number], hits: Sequence[Hit]) -> Iterator[Span]:
    """Yield the spans of such numbers in `text` and how many people they are together; `numbers` lie in `text`."""
    if len(numbers) < FEWEST:
        return
    yield from _each_of(text, numbers, hits)
    yield from _in_brackets(text, numbers, hits)
    yield from _in_groups(text, numbers)
    yield from _from_places(text, numbers, hits)
    yield from _each_time(text, numbers, hits)


def _each_of(text: str, numbers: Sequence[Number], hits: Sequence[Hit]) -> Iterator[Span]:
    near = ((one, other) for place, one in enumerate(numbers) for other in numbers[place + 1 : place + NEXT])
    for one, other in near:  # one of them apart in "de cada uno de los seis", where "uno" is a number, too
        places = (h for h in hits if h.group == "not_people" and h.code in PLACES and h.start > other.start)
        if EACH.fullmatch(text, one.end, other.start) and any(h.start - other.end <= BEFORE_PLACE for h in places):
            yield one.start, other.end, one.value * other.value


def _in_brackets(text: str, numbers: Sequence[Number], hits: Sequence[Hit]) -> Iterator[Span]:
    names = {h.end for h in hits if h.group == "country"}
    counted = [n for n in numbers if text[n.end : n.end + 1] == ")" and n.start - len(BRACKET) in names]
    if len(counted) >= FEWEST and all(text.startswith(BRACKET, n.start - len(BRACKET)) for n in counted):
        yield counted[0].start, counted[-1].end, sum(n.value for n in counted)


def _in_groups(text: str, numbers: Sequence[Number]) -> Iterator[Span]:
    for one, other in zip(numbers, numbers[1:], strict=False):
        if GROUPS_OF.fullmatch(text, one.end, other.start):
            yield one.start, other.end, one.value * other.value


def _each_time(text: str, numbers: Sequence[Number], hits: Sequence[Hit]) -> Iterator[Span]:
    """Yield "three courses for 20 people each", "zwei Seminare mit je 25 Personen", whose people are said of one."""
    things = [h for h in hits if h.group == "not_people" and h.code == "thing"]
    if not (things and EACH_TIME.search(text)):
        return
    things = [h for h in things if vocabulary.terms().find(text[h.start : h.end], "event")]
    for one, other in zip(numbers, numbers[1:], strict=False):
        of = next((h for h in things if one.end < h.start and h.end < other.start), None)
        if of is None or not MANY_TIMES >= one.value > 1 or STOP.search(text, one.end, other.start):
            continue
        if not OF_SO_MANY.fullmatch(text, of.end, other.start):
            continue
        behind = EACH_OF_THEM.search(text, other.end, other.end + BEHIND_EACH)
        each = behind and not STOP.search(text, other.end, behind.start())
        if each or SO_MANY_A_TIME.fullmatch(text, of.end, other.start):
            yield one.start, behind.end() if behind and each else other.end, one.value * other.value


def _from_places(text: str, numbers: Sequence[Number], hits: Sequence[Hit]) -> Iterator[Span]:
    """Yield "judges (30 from Volta, 40 from Oti)": people whom only such a list counts."""
    listed = [n for n in numbers if FROM_PLACE.match(text, n.end)]
    if len(listed) < FEWEST:
        return
    first = listed[0].start
    joined = all(NEXT_PLACE.search(text, one.end, two.start) for one, two in zip(listed, listed[1:], strict=False))
    people = any(h.group == "people" and 0 < first - h.end <= BEFORE_LIST for h in hits)
    things = {h.start for h in hits if h.group == "not_people"}
    counted = any(0 < first - n.end <= BEFORE_LIST and n.end + 1 not in things for n in numbers)
    if people and joined and not counted:
        yield first, listed[-1].end, sum(n.value for n in listed)
