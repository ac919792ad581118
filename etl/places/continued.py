"""A list of names -> the role of one before it that it goes on with: "from Benin (two towns), from Togo (three)"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from etl.places.links import LINK_REACH
from etl.places.named import Name, Ruled
from etl.places.sentence import Sentence

GOES_ON = re.compile(  # behind the brackets of the one before
    r"\)[,;]?\s(?:(?:and|et|y|e|и)\s)?(?:from|of|d[eu]s?|d['’]|del|d[ao]|из)\s?(?:(?:the|la|l['’])\s?)?"
    r"(?:[A-ZÀ-ÝА-Я][\w-]+\s(?:d[eu]\s)?){0,3}$"
)
IN_MORE_BRACKETS = re.compile(  # "six States (Fiji, ...) and two observers (Chile and Peru)"
    r"\)\s(?:and|as well as|et|ainsi que|y|e|и)\s[^().;]{0,50}\($"
)
ALONE = ("subject", "name alone")


def goes_on(ruled: Ruled, names: list[Name], sentence: Sentence, came: Sequence[tuple[int, Ruled]]) -> Ruled:
    """Return the rule of those who `came` (their starts and rules) where the names go on with their list."""
    start = names[0].start
    earlier = [rule for begin, rule in came if sentence.start <= begin < start]
    if ruled != ALONE or not earlier:
        return ruled
    said = sentence.text[max(sentence.start, start - LINK_REACH) : start]
    return earlier[-1] if GOES_ON.search(said) or IN_MORE_BRACKETS.search(said) else ruled
