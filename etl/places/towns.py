"""A passage -> the small towns, states and provinces in it.

They are known by the country named beside them or at the head of the document; or by their name alone, where a word for
a place stands beside it ("in Tambacounda", "Loja province") and no other country has a place of weight so called.
"""

from __future__ import annotations

import re
from itertools import islice

from etl.places.provinces import provinces_in
from etl.records import Passage
from etl.small_words import spelt
from etl.terms import Hit, Term
from etl.towns import towns, towns_alone

BESIDE = ("country", "demonym")  # a small town counts only in a passage that names its country, or in its own page
TOWN_WORDS = 3  # "Chang Wat Trat"
# What stands before a capital is asked behind it, so that the engine can skip to the next capital.
CAPITAL = re.compile(r"[A-ZÀ-\uffff](?<=[^\W\d_a-zß-öø-ÿа-я])(?<!\w.)[\w’'-]+(?<![’'-])")
NEXT_WORDS = re.compile(r"\s[^\W\d_][\w’'-]*")
BEFORE_A_PLACE = re.compile(
    rf"(?:\b(?i:{spelt('before a town')}|[وفبلك]{{0,2}}(?:{spelt('province in Arabic')}))"
    r"\s(?:(?:of|de|du|do|da|the)\s)*|г\.\s)$"
)
BEHIND_A_PLACE = re.compile(rf"\s(?i:{spelt('behind a town')})\b")
IN_ITALIAN = re.compile(r"\b(?i:ad?|in|nella provincia di)\s$")
ARABIC_IN = "ب"  # written as one word with the name after it
LINK_REACH = 30  # characters before a town in which the word for its place is looked for


def towns_in(passage: Passage) -> list[Hit]:
    """Return as cities the small towns, states and provinces of the countries that are named beside them."""
    countries = {h.code for h in passage.of(*BESIDE)} | {passage.item.home} - {""}
    text, by_first_word = passage.item.text.string, towns()
    found = [*provinces_in(text, passage.start, passage.end)] if passage.item.language == "ru" else []
    for word in CAPITAL.finditer(text, passage.start, passage.end):
        if named := by_first_word.get(word.group().lower()):
            ends = [word.end(), *(m.end() for m in islice(NEXT_WORDS.finditer(text, word.end()), TOWN_WORDS - 1))]
            for end in reversed(ends):
                name = text[word.start() : end]
                known = named.get(name.lower())
                if not known:
                    continue
                codes = [code for code in known if code in countries]
                if not codes and _is_placed(passage, word.start(), end):
                    codes = [code for code in (towns_alone().get(name.lower()),) if code]
                found += [Hit(word.start(), end, Term(name, "city", code)) for code in codes]
    return found


def _is_placed(passage: Passage, start: int, end: int) -> bool:
    """Say whether words beside a name say that it is one of a place."""
    text = passage.item.text.string
    before = IN_ITALIAN if passage.item.language == "it" else BEFORE_A_PLACE
    said = text[max(0, start - LINK_REACH) : start]
    if text[start] == ARABIC_IN:
        return True
    return before.search(said) is not None or BEHIND_A_PLACE.match(text, end) is not None
