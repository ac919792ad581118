"""Numbers whose noun is left out or shared -> what they count: "10 from Togo", "35 online", "18 of the 45 members"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from etl.number import Number
from etl.small_words import spelt
from etl.terms import Hit

AND = rf"(?:\b(?:{spelt('joins two')})|\sو)"
MORE = rf"(?:{spelt('some more')})\s"
LINKED = re.compile(rf"(?:,|;|{AND})\s?(?:{MORE})?$")
JOINED = re.compile(rf"{AND}\s?(?:{MORE})?$")
FROM = re.compile(
    r"\s(?:of(?! (?:whom|them|these|those|which))|dos(?! quais)|из(?! (?:них|которых))"
    rf"|{spelt('numbers from')})\s?",
    re.IGNORECASE,
)
NAMED = re.compile(rf"\s(?:{spelt('came from')})\s[A-ZÀ-ÞА-Я]")  # a place of no list
OUT_OF = re.compile(rf"\s(?:(?:out )?of (?:the |its |their |our |all )?(?:[\w-]+['’]s )?|(?:{spelt('out of')})\s)")
IN_PLACE = re.compile(r"\s(?:in|en|à|em|a|в)\s[A-ZÀ-ÞА-Я]")  # "14 wardens in Oti and 16 in Volta"
RELATIVE = re.compile(rf"\b(?:{spelt('who')})\b[^.;:]{{0,25}}?\b(?:{spelt('will')})\b")
OF_ALL = re.compile(
    rf",?\s(?:{spelt('of all')})\s(?:(?:{spelt('a')}|the|einer|общего)\s)?(?:{spelt('total of')})\s"
    r"|,?\sout of (?:the |all )?|\ssur (?:les )?"
)
INVITED = re.compile(  # behind a number: "of the 60 officers invited", "de los 40 inscritos"
    rf"(?:\s[^\W\d_]+){{0,3}}?\s(?:{spelt('invited')})(?=\s*[,.;:)]|$|\s(?:{spelt('only')}))"
)
SAYS_INVITED = re.compile(rf"(?:\s[^\W\d_]+){{0,3}}?\s(?:{spelt('invited')})")
FURTHER = re.compile(rf"(?:,|\b(?:{spelt('joins two', 'while')}))\s{MORE}$")
CAME_TOO = re.compile(rf"\s(?:{spelt('came too')})")  # behind their number: "a further 17 followed by video link"
IN_BRACKETS = re.compile(rf"(?P<link>,|;|,?\s{AND})(?:\s[^\W\d_]+){{1,5}}\s\(")
TO_COME = 60  # characters from the people who were trained to those whom they will train
SPREAD = 110  # characters from the counted people to the number that counts others of them
PLACE_REACH = 15  # characters from "from" to the place or body that is named
THERE = "there"  # ways of being there: online, in person
FEWEST = 5  # "two of the 24 judges said": the 24 were there
PLACES = ("country", "demonym", "organisation")


def counts_more(text: str, last_end: int, first: int, end: int, hits: Sequence[Hit]) -> bool:
    """Say whether the number at `first:end`, with its qualifier, counts more of the people who end at `last_end`."""
    if not 0 < first - last_end <= SPREAD:
        return False
    if CAME_TOO.match(text, end) and FURTHER.search(text, last_end, first):
        return True
    if any(h.code == THERE and h.start == end + 1 for h in hits):
        return JOINED.search(text, last_end, first) is not None
    if IN_PLACE.match(text, end) and JOINED.search(text, last_end, first):
        return True
    origin = FROM.match(text, end)
    if origin is None or LINKED.search(text, last_end, first) is None:
        return False
    if NAMED.match(text, end):
        return True
    return any(h.group in PLACES and 0 <= h.start - origin.end() <= PLACE_REACH for h in hits)


def next_in_brackets(text: str, last_end: int, number: Number, hits: Sequence[Hit]) -> int | None:
    """Return where the words begin whom a number in brackets counts, as the one before did: "judges (12), ushers (4)".

    None for others, and for those of a place.
    """
    if not text.startswith(")", last_end - 1) or not text.startswith(")", number.end):
        return None
    found = IN_BRACKETS.fullmatch(text, last_end, number.start)
    placed = any(h.group in PLACES and last_end <= h.start < number.start for h in hits)
    return found.end("link") if found and not placed else None


def is_part(text: str, one: Number, other: Number) -> bool:
    """Say whether `one` counts some of the people whom `other` counts: "18 of the 45 members took part"."""
    return FEWEST <= one.value < other.value and OUT_OF.fullmatch(text, one.end, other.start) is not None


def not_here(text: str, last_end: int, start: int) -> bool:
    """Say whether the count at `start` is of others than the people who end at `last_end`, who came.

    They are those whom these will train in their turn, or all that there are: "20 judges out of 80".
    """
    if OF_ALL.fullmatch(text, last_end, start):
        return True
    return start - last_end <= TO_COME and RELATIVE.search(text, last_end, start) is not None


def were_invited(text: str, end: int) -> bool:
    """Say whether the number that ends at `end` is of those who were invited or applied, not of those who came."""
    return INVITED.match(text, end) is not None


def says_invited(text: str, number_end: int, end: int) -> bool:
    """Say whether the noun between a number and `end` is of those who were invited or applied: "20 inscritos"."""
    return SAYS_INVITED.fullmatch(text, number_end, end) is not None
