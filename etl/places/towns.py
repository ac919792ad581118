"""A passage -> the small towns, states and provinces in it, known by the country named beside them or at the head."""

from __future__ import annotations

import re
from itertools import islice

from etl import vocabulary
from etl.records import Passage
from etl.terms import Hit, Term

BESIDE = ("country", "demonym")  # a small town counts only in a passage that names its country, or in its own page
TOWN_WORDS = 3  # "Chang Wat Trat"
# What stands before a capital is asked behind it, so that the engine can skip to the next capital.
CAPITAL = re.compile(r"[^\W\d_a-zß-öø-ÿа-я](?<!\w.)[\w’'-]+(?<![’'-])")
NEXT_WORDS = re.compile(r"\s[^\W\d_][\w’'-]*")


def towns_in(passage: Passage) -> list[Hit]:
    """Return as cities the small towns, states and provinces of the countries that are named beside them."""
    countries = {h.code for h in passage.of(*BESIDE)} | {passage.item.home} - {""}
    if not countries:
        return []
    found: list[Hit] = []
    text, towns = passage.item.text.string, vocabulary.towns()
    if towns.keys().isdisjoint(map(str.lower, CAPITAL.findall(text, passage.start, passage.end))):
        return found
    for word in CAPITAL.finditer(text, passage.start, passage.end):
        if named := towns.get(word.group().lower()):
            ends = [word.end(), *(m.end() for m in islice(NEXT_WORDS.finditer(text, word.end()), TOWN_WORDS - 1))]
            for end in reversed(ends):
                name = text[word.start() : end]
                codes = [code for code in named.get(name.lower(), ()) if code in countries]
                found += [Hit(word.start(), end, Term(name, "city", code)) for code in codes]
    return found
