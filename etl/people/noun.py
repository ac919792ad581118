"""A number in a text -> the noun of the lists that it counts: of people, or of what no number of people is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from etl import vocabulary
from etl.number import Number
from etl.people.group import GENDERS
from etl.people.labelled import behind_bracket
from etl.people.trades import trade
from etl.terms import Hit

WORD = re.compile(r"\w[\w'’-]*")
BREAKS = vocabulary.small_words("parts from its noun")  # a noun behind one of these is not what the number counts
OPEN_AFTER_ROUGH = frozenset({"de", "d", "из", "من"})
STOP = re.compile(r"[.,;:()!?\n\d•|]|\s[-–—]\s")
ACRONYM = re.compile(r"\s\([A-Z][A-Za-z]{1,7}\)")  # "12 Village Water Teams (VWTs) members"
OWN = re.compile(
    r"\s(?:of (?:its|their|our|(?:the )?[\w-]+['’]s)|de (?:ses|leurs|nos|sus|seus)|dei propri|своих)(?=\s)"
)  # "22 of its judges"
GENDER_GAP = re.compile(
    r"\s*(?:of (?:them|whom|the participants|these))?,?\s*"
    r"(?:were|are|being|sont|étaient|son|eran|fueron|são|eram|foram|sono|erano|waren|были)?\s*"
)
NOUN_REACH = 70  # characters between a number and the noun it counts: six long words


def counted_noun(text: str, number: Number, language: str, nouns: Sequence[Hit]) -> Hit | None:
    """Return the first known noun behind the number, if nothing between them parts the two."""
    own = OWN.match(text, number.end)
    end = own.end() if own else behind_bracket(text, number.start, number.end, nouns)
    for noun in nouns:
        if noun.start < end:
            continue
        gap = text[end : noun.start]
        if len(gap) > NOUN_REACH:
            return None
        if noun.code in GENDERS and GENDER_GAP.fullmatch(gap):
            return noun
        words = [word.lower() for word in WORD.findall(gap)]
        if words and (words[0] in OPEN_AFTER_ROUGH or (number.rough and words[0] == "of")):
            words = words[1:]
        parted = STOP.search(ACRONYM.sub("", gap)) or not BREAKS.isdisjoint(words) or _and_more(words)
        return None if parted else _last_of_compound(text, noun, language, nouns)
    return None


def _and_more(words: list[str]) -> bool:
    """Say whether an "and" parts it: "44 pits and found children"; not "9 trial and appeal", "8 customs and port"."""
    place = words.index("and") if "and" in words else -1
    if place > 0 and words[place - 1] in vocabulary.small_words("one thing in s"):
        return False
    return place == 0 or (place > 0 and words[place - 1].endswith("s"))


def _last_of_compound(text: str, noun: Hit, language: str, nouns: Sequence[Hit]) -> Hit | None:
    """Return the people of "12 Village Water Teams (VWTs) members", not what they belong to.

    None where they are of no list ("9 radio bellringers"): then the ending of the second word has to say it.
    """
    short = ACRONYM.match(text, noun.end)
    if noun.code != "thing":
        return noun
    end = short.end() if short else noun.end
    if language != "en":
        return noun
    people = next((n for n in nouns if n.start == end + 1 and n.group == "people"), None)
    may_belong = short or text[noun.end - 1] != "s"
    last = trade(text, end, language, BREAKS) if may_belong and not people else None
    return None if last and " " not in text[end + 1 : last] else people or noun
