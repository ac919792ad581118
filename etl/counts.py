"""A stretch of text and its hits -> the groups of people that it counts: how many, of whom, how surely."""

from __future__ import annotations

import re
from collections.abc import Sequence

from etl.counts_spread import spread
from etl.fixed import fixed
from etl.numbers import Number, numbers
from etl.terms import Hit

OTHER_PEOPLE = "other_people"
GENDERS = ("women", "men")
WORD = re.compile(r"\w[\w'’-]*")
BREAK_WORDS = (
    "of from in at to for by with on who whom that which were was had have has are is into during per about against "
    "du des dans par pour avec sur qui ont sont au aux contre "
    "en por para con que fueron del al son sobre contra "
    "em com no na nos nas do da dos das foram "
    "в на по для из с от что были к о об при "
    "في على إلى عن مع التي الذين حول "
    "aus von zum zur für mit über gegen an der wurden "
    "per su contro dal dalla della nel nella "
)
BREAKS = frozenset(BREAK_WORDS.split())  # a noun behind one of these is not what the number counts
OPEN_AFTER_ROUGH = frozenset({"de", "d", "из", "من"})
STOP = re.compile(r"[.,;:()!?\n\d•|]|\s[-–—]\s")
FILLERS = frozenset({"", "a", "the", "total of", "a total of", "un total de", "um total de", "another", "de", "des"})
GENDER_GAP = re.compile(r"\s*(?:of (?:them|whom|the participants|these))?,?\s*(?:were|are|being)?\s*")
IN_NUMBER = re.compile(r"\s(?:in number|in all|all told|au total|en total|no total|всего)\b")
BEFORE_IN_NUMBER = re.compile(r"(?:\s[^.,:;()]{0,50})?,\s")  # "delegates from Kenya, 12 in all"
LABEL = re.compile(r"\s*(?::|=|\(|[-–—])\s*")
NOUN_REACH = 70  # characters between a number and the noun it counts: six long words
YEARS = range(1980, 2040)  # a bare figure in this range is a year


@fixed
class Group:
    """People counted at the half-open span `start:end`, from the qualifier to the noun.

    `role` is what the noun says: participant, professional, person, `other_people` (victims, migrants: whom an
    activity is about), or `unknown` (a noun of no list).
    `gender` is women, men or ""; `qualifier` a code of number_qualifiers.
    """

    start: int
    end: int
    value: int
    role: str
    gender: str
    qualifier: str


def groups(text: str, span: tuple[int, int], language: str, hits: Sequence[Hit]) -> list[Group]:
    """Return the groups of people counted in `text[start:end]`, in order; offsets are into `text`."""
    if not any(h.group in ("people", "participation") for h in hits):
        return []
    counted = [number.moved(span[0]) for number in numbers(text[slice(*span)], language)]
    if not counted:
        return []
    nouns = [h for h in hits if h.group in ("people", "not_people")]
    qualifiers = [h for h in hits if h.group == "qualifier" and h.code != "several"]
    found = []
    for number, following in zip(counted, [*counted[1:], None], strict=True):
        end = following.start if following else len(text)  # what is behind the next number, that one counts
        group = _group(text, number, [n for n in nouns if n.start < end], qualifiers)
        if group:
            found.append(group)
    found += [Group(a, b, value, "participant", "", "exact") for a, b, value in spread(text, counted, hits)]
    return sorted(found, key=lambda g: g.start)


def _group(text: str, number: Number, nouns: list[Hit], qualifiers: list[Hit]) -> Group | None:
    start, end = number.start, number.end
    if number.figure and number.value in YEARS and end - start == 4:
        return None
    noun = _noun(text, start, end, number.rough, nouns)
    if noun is None:
        return _labelled(text, number, start, end, nouns) or _unknown(text, number, start, end, qualifiers)
    role, last = noun.code, noun.end
    counts_none = noun.group == "not_people" and role != OTHER_PEOPLE
    if counts_none or (role == "one" and number.value > 1):
        return None
    gender = role if role in GENDERS else ""
    if gender:  # "30 women judges": one group, named by its second noun
        second = next((h for h in nouns if h.start == last + 1 and h.group == "people"), None)
        role, last = (second.code, second.end) if second else ("person", last)
    first, qualifier = _qualified(text, number, start, end, noun.start, qualifiers)
    return Group(first, last, number.value, "professional" if role == "one" else role, gender, qualifier)


def _noun(text: str, start: int, end: int, rough: bool, nouns: list[Hit]) -> Hit | None:
    """Return the first known noun behind the number, if nothing between them parts the two."""
    for noun in nouns:
        if noun.end <= end or noun.start < start:
            continue
        gap = text[end : noun.start]
        if len(gap) > NOUN_REACH:
            return None
        if noun.code in GENDERS and GENDER_GAP.fullmatch(gap):
            return noun
        words = [word.lower() for word in WORD.findall(gap)]
        if words and (words[0] in OPEN_AFTER_ROUGH or (rough and words[0] == "of")):
            words = words[1:]
        parted = STOP.search(gap) or not BREAKS.isdisjoint(words) or words[:1] == ["and"]
        return None if parted else noun
    return None


def _labelled(text: str, number: Number, start: int, end: int, nouns: list[Hit]) -> Group | None:
    """Return the group of `Participants: 45`, `judges (10)` or `judges, 10 in number`."""
    in_number = IN_NUMBER.match(text, end)
    for noun in nouns:
        if noun.group != "people" or noun.end >= start:
            continue
        if in_number and BEFORE_IN_NUMBER.fullmatch(text, noun.end, start):
            return Group(noun.start, in_number.end(), number.value, noun.code, "", "exact")
        if not LABEL.fullmatch(text, noun.end, start):
            continue
        bracketed = text[start - 1] == "(" and text.startswith(")", end)
        if bracketed or noun.code == "participant":
            first = noun.start if bracketed else start
            return Group(first, end + bracketed, number.value, noun.code, "", "exact")
    return None


def _unknown(text: str, number: Number, start: int, end: int, qualifiers: list[Hit]) -> Group | None:
    """Return the group of a number before a word of no list, which only a verb may turn into people."""
    word = WORD.match(text, end + 1)
    if not word or text[end] != " " or not word.group()[0].isalpha() or word.group().lower() in BREAKS:
        return None
    first, qualifier = _qualified(text, number, start, end, end + 1, qualifiers)
    return Group(first, word.end(), number.value, "unknown", "", qualifier)


def _qualified(text: str, number: Number, start: int, end: int, noun_start: int, hits: list[Hit]) -> tuple[int, str]:
    """Return where the group begins with its qualifier, and the code of the qualifier."""
    if text.startswith("+", end) or number.low:
        return start, "at_least"
    for hit in hits:
        if hit.start < start and hit.end < noun_start and text[hit.end : start].strip().lower() in FILLERS:
            return hit.start, hit.code
        if end < hit.start and hit.end < noun_start:  # 45 or more officers
            return start, hit.code
    return start, "approximately" if number.rough else "exact"
