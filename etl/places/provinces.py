"""Russian adjectives of towns before the word for a province -> the town: "Ошской области" is that of Ош.

The endings and what they stand for are data (data/vocabulary/town_endings.csv), so that no form need be listed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from etl import vocabulary
from etl.small_words import spelt
from etl.terms import Hit, Term
from etl.towns import codes_of_town

LANGUAGE = "ru"
OF_A_PROVINCE = re.compile(
    r"(?<![\w-])(?P<stem>[А-ЯЁ][а-яё]*(?:-[А-ЯЁ][а-яё]*)?[сц]к)(?:ий|ого|ому|им|ом|ая|ой|ую|ое|ие|их|ими)"
    rf"(?=\s(?:{spelt('province in Russian')}))"
)


def provinces_in(text: str, start: int, end: int) -> Iterator[Hit]:
    """Yield as cities the adjectives in `text[start:end]` of towns that are in one country alone."""
    for found in OF_A_PROVINCE.finditer(text, start, end):
        code = _country_of(found["stem"])
        if code:
            yield Hit(found.start(), found.end(), Term(found.group(), "city", code))


@cache
def _country_of(stem: str) -> str:
    """Return the alpha-3 of the first town whose adjective has this stem; "" where none is known."""
    for row in vocabulary.rows("town_endings"):
        if stem.endswith(row["adjective"]):
            codes = codes_of_town(stem.removesuffix(row["adjective"]) + row["town"])
            if len(codes) == 1:
                return codes[0]
    return ""
