"""A stretch of text and its hits -> the groups of people that it counts: how many, of whom, how surely."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from etl.number import Number
from etl.numbers import numbers
from etl.people.group import GENDERS, OTHER_PEOPLE, PARTICIPANT, TO_COME, TRADE, UNKNOWN, Group
from etl.people.labelled import CAME, IN_NUMBER, behind_bracket, gathered, headed, labelled, under_label
from etl.people.left_out import JOINED, counts_more, is_part, next_in_brackets, not_here, says_invited, were_invited
from etl.people.noun import BREAKS, GENDER_GAP, WORD, counted_noun
from etl.people.sized import sized
from etl.people.spread import spread
from etl.people.trades import trade
from etl.small_words import spelt
from etl.terms import Hit

FILLERS = frozenset({"", "a", "the", "total of", "a total of", "un total de", "um total de", "another", "de", "des"})
FRACTION = re.compile(r"\b(?:one|two|three|four|nine|\d) (?:in|out of)(?: every)?\s$", re.IGNORECASE)
TOTAL = re.compile(rf"\b(?:(?:{spelt('a')})\s)?(?:{spelt('total of')})\s$")
ALTOGETHER = re.compile(rf",\s(?:{spelt('in number')})\s$")  # "pilots, divers and the port, altogether 41 persons,"
ORDINAL = re.compile(rf"(?:{spelt('ordinal before ten')})\s$")  # "the thirteenth of the heads" are not ten heads
AGES = re.compile(  # "pupils between 14 and 17", "children aged 6 to 9"
    rf"\s(?:{spelt('between ages')})\s(?:\d{{1,2}}\s(?:{spelt('till a day', 'and a day')}|[-–])\s)?$", re.I
)
NUMBERED = re.compile(  # "wards 1, 3, 8 and 14", "articles 4 and 5"
    rf"\b(?:{spelt('numbered')})\s\d{{1,3}}(?:,\s\d{{1,3}})*,?\s(?:{spelt('and')})\s$", re.I
)
EXPECTED = re.compile(rf"\b(?:{spelt('expected')})\s$", re.I)  # "we had expected thirty people; fifty-two came"
LISTED = 60  # characters before a number in which a list of numbers begins
JOIN = 12  # characters of "as well as "
WHOLE = 10  # the largest number that a share is usually said of
FRACTION_REACH = 20  # characters before "three women" in which "one in every" stands
YEARS = range(1980, 2040)  # a bare figure in this range is a year
WOMEN_REACH = 70  # characters from a noun of no list to the women among those whom it names
OWNED = ("-", "'", "’")  # behind "women", which then says whose something is


def groups(
    text: str, span: tuple[int, int], language: str, hits: Sequence[Hit], of_activity: bool = False
) -> list[Group]:
    """Return the groups of people counted in `text[start:end]`, in order; offsets are into `text`.

    Only what has a word for people or for taking part can count them, or the sentence `of_activity` ("for 9 weavers").
    """
    bodies = [Group(a, b, value, PARTICIPANT, "", "exact") for a, b, value in sized(text, span, language)]
    said = of_activity or any(h.group in ("people", "participation") for h in hits)
    if not said and not CAME.search(text, *span):
        return bodies
    counted = [number.moved(span[0]) for number in numbers(text[slice(*span)], language)]
    if not counted:
        return bodies
    nouns = [h for h in hits if h.group in ("people", "not_people")]
    qualifiers = [h for h in hits if h.group == "qualifier" and h.code != "several"]
    found: list[Group] = []
    for before, number, following in zip([None, *counted], counted, [*counted[1:], None], strict=False):
        end = following.start if following else len(text)  # what is behind the next number, that one counts
        last = [g for g in found if g.value > 1][-1:]  # "um" and "one" may be articles
        group = _more(text, number, last, hits, qualifiers)
        group = group or _group(text, number, language, [n for n in nouns if n.start < end], qualifiers)
        if last and (group is None or group.role == UNKNOWN):
            group = _next(text, number, last[0], hits) or group
        if group and last and group.start < last[0].end <= number.start:
            group = replace(group, start=number.start)  # "courses for 32 clerks each, 96 in all"
        if group and ((last and not_here(text, last[0].end, number.start)) or _invited(text, number, counted)):
            group = replace(group, role=TO_COME)
        if group:
            found.append(_of_a_whole(text, before, number, group, nouns))
    together = [Group(a, b, value, PARTICIPANT, "", "exact") for a, b, value in spread(text, counted, hits)]
    found = [g for g in found if not any(s.start <= g.start < s.end for s in together)]
    return _with_women(text, sorted(found + together + bodies, key=lambda g: g.start), hits)


def _invited(text: str, number: Number, counted: Sequence[Number]) -> bool:
    """Say whether a number is of those who were invited, beside that of those who came; not "96 girls and 90 boys"."""
    if JOINED.search(text, max(0, number.start - JOIN), number.start):
        return False
    return sum(one.value > 1 for one in counted) > 1 and were_invited(text, number.end)


def _with_women(text: str, found: list[Group], hits: Sequence[Hit]) -> list[Group]:
    """Take a noun of no list for people where some of them are women: "34 ambulanciers, dont 19 femmes"."""
    return [
        replace(one, role=TRADE) if one.role == UNKNOWN and _has_women(text, one, part, hits) else one
        for one, part in zip(found, [*found[1:], None], strict=False)
    ]


def _has_women(text: str, one: Group, part: Group | None, hits: Sequence[Hit]) -> bool:
    if part is None or not part.gender or not part.value < one.value or part.start - one.end > WOMEN_REACH:
        return False
    said = any(h.code == "subset" and one.end <= h.start < part.end + WOMEN_REACH for h in hits)
    return (said or text[part.start - 1] == "(") and not text.startswith(OWNED, part.end)


def _more(text: str, number: Number, last: list[Group], hits: Sequence[Hit], qualifiers: list[Hit]) -> Group | None:
    """Return the group of a number whose noun is that of the group before it: "12 from Togo and 9 from Benin"."""
    if not last or last[0].role in (UNKNOWN, TO_COME):
        return None
    first, qualifier = _qualified(text, number, number.start, number.end, number.end + 1, qualifiers)
    if not counts_more(text, last[0].end, first, number.end, hits):
        return None
    return Group(first, number.end, number.value, last[0].role, "", qualifier)


def _next(text: str, number: Number, last: Group, hits: Sequence[Hit]) -> Group | None:
    start = next_in_brackets(text, last.end, number, hits)
    known = last.role not in (UNKNOWN, TO_COME)
    return Group(start, number.end + 1, number.value, last.role, "", "exact") if start and known else None


def _of_a_whole(text: str, before: Number | None, number: Number, group: Group, nouns: list[Hit]) -> Group:
    """Return "18 of the 45 members" as 18; "12 of the 45 were women" and "of the 45 participants" stay the whole."""
    if before is None or not is_part(text, before, number):
        return group
    if group.role == PARTICIPANT and not says_invited(text, number.end, group.end):
        return group
    if any(n.code in GENDERS and GENDER_GAP.fullmatch(text, group.end, n.start) for n in nouns):
        return group
    return replace(group, start=before.start, value=before.value)


def _group(text: str, number: Number, language: str, nouns: list[Hit], qualifiers: list[Hit]) -> Group | None:
    start, end = number.start, number.end
    if number.figure and number.value in YEARS and end - start == 4:
        return None
    if ORDINAL.search(text, max(0, start - FRACTION_REACH), start) or _is_no_count(text, start, nouns):
        return None
    if number.value <= WHOLE and FRACTION.search(text, max(0, start - FRACTION_REACH), start):
        return None
    head = headed(text, start, end, number.value, nouns)
    if head:
        return head
    noun = counted_noun(text, number, language, nouns)
    if noun is None:
        behind = labelled(text, start, end, number.value, nouns)
        if behind and number.rough:
            behind = replace(behind, qualifier="approximately")
        return behind or _unlisted(text, number, behind_bracket(text, start, end, nouns), language, qualifiers)
    role, last = noun.code, noun.end
    counts_none = noun.group == "not_people" and role != OTHER_PEOPLE
    if counts_none or (role == "one" and number.value > 1):
        return None
    gender = role if role in GENDERS else ""
    if gender:  # "30 women judges": one group, named by its second noun
        second = next((h for h in nouns if h.start == last + 1 and h.group == "people"), None)
        role, last = (second.code, second.end) if second else ("person", last)
    first, qualifier = _qualified(text, number, start, end, noun.start, qualifiers)
    role = PARTICIPANT if under_label(text, first, nouns) else _of_all(role, text, first, last)
    return Group(first, last, number.value, role, gender, qualifier)


def _is_no_count(text: str, start: int, nouns: list[Hit]) -> bool:
    """Say whether a number is of those expected, an age of the people before it, or one by which things go."""
    if EXPECTED.search(text, max(0, start - FRACTION_REACH), start):
        return True
    ages = AGES.search(text, max(0, start - FRACTION_REACH), start)
    of_people = ages is not None and any(n.end == ages.start() and n.group == "people" for n in nouns)
    return of_people or NUMBERED.search(text, max(0, start - LISTED), start) is not None


def _of_all(role: str, text: str, first: int, last: int) -> str:
    """Return the role of people counted at `first:last`; those who are all of a list are not any persons."""
    if role == "person" and ALTOGETHER.search(text, max(0, first - FRACTION_REACH), first):
        return PARTICIPANT
    if role == "person" and IN_NUMBER.match(text, last):
        return "professional"  # "judges of all courts, 24 persons in all"
    return "professional" if role == "one" else role


def _unlisted(text: str, number: Number, end: int, language: str, qualifiers: list[Hit]) -> Group | None:
    """Return the group of a number before words of no list: a trade, or what only a verb may turn into people.

    `end` is the number's, or that of the bracket around it.
    """
    start = number.start
    first, qualifier = _qualified(text, number, start, number.end, number.end + 1, qualifiers)
    alone = gathered(text, start, number.end, first, number.value, qualifier)
    if alone:
        return alone
    total = TOTAL.search(text, max(0, first - FRACTION_REACH), first)
    first = total.start() if total else first
    word = WORD.match(text, end + 1)
    if not word or text[end : end + 1] != " " or not word.group()[0].isalpha() or word.group().lower() in BREAKS:
        return None
    last = trade(text, end, language, BREAKS)
    return Group(first, last or word.end(), number.value, TRADE if last else UNKNOWN, "", qualifier)


def _qualified(text: str, number: Number, start: int, end: int, noun_start: int, hits: list[Hit]) -> tuple[int, str]:
    """Return where the group begins with its qualifier, and the code of the qualifier."""
    if text.startswith("+", end) or number.low:
        return start, "at_least"
    for hit in hits:
        if hit.start < start and hit.end < noun_start and text[hit.end : start].strip(" (").lower() in FILLERS:
            return hit.start, hit.code
        if end < hit.start and hit.end < noun_start:  # 45 or more officers
            return start, hit.code
    return start, "approximately" if number.rough else "exact"
