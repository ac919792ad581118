"""A sentence -> whether it names a village or district that no list knows: "in Nandom on 3 May", "Rusizi District"."""

from __future__ import annotations

import re

from etl.places.sentence import Sentence
from etl.small_words import spelt

NAME = r"[^\W\d_a-zà-ÿа-я][^\W\d_]{2,}(?:[\s-][^\W\d_a-zà-ÿа-я][^\W\d_]+)?"
VILLAGE = re.compile(
    rf"\b(?:{spelt('in')})\s(?P<first>{NAME})\s(?=(?:{spelt('before a day')})\s(?:dias?\s|\w+day\s)?\d)"
    rf"|\b(?i:{spelt('village')})\s(?:{spelt('of a place')})?\s?(?P<second>{NAME})"
    rf"|(?P<third>{NAME})\s(?:{spelt('village behind')})\b"
)


def names_a_village(sentence: Sentence) -> bool:
    """Say whether a place stands there that is none of the names found in the sentence."""
    for found in VILLAGE.finditer(sentence.text, sentence.start, sentence.end):
        start, end = found.span(found.lastgroup or 0)
        if not any(first < end and start < last for first, last in sentence.names):
            return True
    return False
