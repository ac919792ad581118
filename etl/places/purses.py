"""A passage -> who paid: States and bodies that are known, and foundations and funds by names that no list has.

"With a grant from the Ploughshare Foundation": what stands in capitals right behind the words for money and has a word
for a purse in it is a donor by that name; a State in the name ("Denmark Fund for Rivers") is none then.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from etl import vocabulary
from etl.places.bodies import PAYING, paying_in
from etl.places.roles import Place, placed
from etl.records import Passage

TOKEN = re.compile(r"(?:[LldD]['’])?[^\W\d_][\w'’&+-]*|[^\s\w«»“”\"]")
AND = frozenset(("and", "et", "y", "e", "und", ","))
FEWEST = 2  # words in capitals: what "the Fund" is stands elsewhere
REACH = 140  # characters behind the words for money


def who_paid(passage: Passage) -> list[Place]:
    """Return those who paid for what a passage tells, in the order of the text."""
    places = placed(passage)
    known = paying_in(places)
    named = [p for p in _purses(passage, places) if not any(_is_in(k, p) and _is_purse(k) for k in known)]
    return sorted([*(k for k in known if not any(_is_in(k, p) for p in named)), *named], key=lambda p: p.start)


def _is_in(place: Place, name: Place) -> bool:
    return name.start <= place.start < name.end


def _is_purse(place: Place) -> bool:
    """Say whether a known name has the word for a purse in it: it is that purse, and no other of a like name."""
    return place.kind == "organisation" and not vocabulary.small_words("purse").isdisjoint(place.name.split())


def _purses(passage: Passage, places: Sequence[Place]) -> Iterator[Place]:
    text = passage.item.text.string
    paying = {p.start for p in places if p.role in PAYING}
    for cue in (h for h in passage.of("role") if h.code == "donor"):
        if span := _named(text, cue.end, min(cue.end + REACH, passage.end), paying):
            name = text[span[0] : span[1]]
            yield Place(*span, "organisation", (name,), "donor", f"purse: {cue.term.term}", 0, name)


def _named(text: str, first: int, last: int, paying: set[int]) -> tuple[int, int] | None:
    """Return the span of the first name with a word for a purse in a list that begins at `first`; None for none."""
    name: list[re.Match[str]] = []
    purse, goes_on = False, False  # "the Fund for Rivers and Lakes" goes on behind its "and", "the Lake Fund and" not
    line_end = text.find("\n", first, last)
    for token in TOKEN.finditer(text, first, line_end if line_end >= 0 else last):
        if token[0] in AND:
            if purse and not goes_on:
                break
            name = name if purse else []
        elif purse and token.start() in paying:
            return None  # "the Customs Fund of Norway": the State pays
        elif token[0][0].isupper():
            name.append(token)
            purse = purse or token[0] in vocabulary.small_words("purse")
        elif token[0].casefold() in vocabulary.small_words("joins"):
            goes_on = purse
        else:
            break
    return (name[0].start(), name[-1].end()) if purse and len(name) >= FEWEST else None
