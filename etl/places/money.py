"""A list of names -> whether they gave the money of which its sentence speaks: "The costs were met by Norway".

A sum (funds, budget, costs ...), then how it came (was provided by, came from ...), then the names, between which and
these stands nothing but the name of a body: "by the Embassy of". Other verbs and gifts: see agents and behind.
"""

from __future__ import annotations

import re

from etl.places.named import Name, Ruled
from etl.places.sentence import Sentence
from etl.small_words import spelt

SUPPORT = "Support"  # with which a sentence begins; of a State it means money (see bodies)
STOP = re.compile(r"\.(?!\d)|[;:!?؟؛]")
SUM_REACH = 100  # characters between the money and how it came: "Funding for the third course, held in Lima, came from"
NAME_REACH = 90  # characters of the names of bodies before the last of them
OF_A_BODY = re.compile(  # "the European Union (80%) and the Austrian": capitals and small words of names
    rf"\s?(?:(?:(?:[A-ZÀ-ÞА-Я][\w'’-]*|{spelt('name of a payer')})(?![\w'’-])|\([^()]*\)|[ldLD]['’])[\s,]*)*"
)


def gave_money(names: list[Name], sentence: Sentence) -> Ruled | None:
    """Return donor for names that answer where a sum came from, support for those that say who lent it; else None."""
    if not (sentence.has("sum") and sentence.has("provided")):
        return None
    text, start = sentence.text, names[0].start
    for came in reversed(sentence.of("provided")):
        if not 0 <= start - came.end <= NAME_REACH or not OF_A_BODY.fullmatch(text, came.end, start):
            continue
        sums = [h for h in sentence.of("sum") if 0 <= came.start - h.end <= SUM_REACH]
        given = next((h for h in sums if not STOP.search(text, h.end, came.start)), None)
        if given:
            return ("support" if given.term.term == SUPPORT else "donor"), f"{given.term.term} {came.term.term}"
    return None
