"""A passage -> who paid: States and bodies that are known, and foundations and funds by names that no list has.

"With a grant from the Ploughshare Foundation", "the costs were met by the Harrow Fund", "the Harrow Fund paid for it":
what stands in capitals right beside the words for money and has a word for a purse in it is a donor by that name; a
State in the name ("Denmark Fund for Rivers") is none then. Behind a label ("Funded by: Harrow Group, Plough Aid") any
names are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from etl import vocabulary
from etl.places.bodies import PAYING, paying_in
from etl.places.roles import Place, placed
from etl.records import Passage
from etl.small_words import spelt
from etl.terms import Hit

TOKEN = re.compile(r"(?:[LldD]['’])?[^\W\d_][\w'’&+-]*|[^\s\w«»“”\"]")
AND = frozenset(("and", "et", "y", "e", "und", ","))
FEWEST = 2  # words in capitals: what "the Fund" is stands elsewhere
REACH, SUM_REACH = 140, 100  # characters beside the words for money; from a sum to how it came
STOP = re.compile(r"[.;:!?]")
AHEAD = ("donor", "pays")  # codes of words in front of who paid
LONGEST_LIST = 200  # characters behind a label
NAME = re.compile(  # of a list behind a label: words in capitals, small ones between them, no figures
    r"(?:the\s)?[^\W\d_a-z][^\W\d_]*(?:['’.&-]+[^\W\d_]*)*"
    r"(?:\s(?:(?:of|for|de|du|des|der|pour|para|do|da|von|di)\s(?:the\s|la\s|las\s|los\s)?)?"
    r"[^\W\d_a-z][^\W\d_]*(?:['’.&-]+[^\W\d_]*)*){0,6}"
)
BETWEEN = re.compile(rf"\s*[,;/]\s*(?:(?:{spelt('and a day')})\s)?")
ARTICLES = frozenset(("the", "la", "le", "el", "il", "die", "der", "a", "o"))


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
    roles = passage.of("role")
    for cue in roles:
        if cue.code == "donor" and cue.term.term.endswith(":"):
            spans = list(_labelled(text, cue.end, min(cue.end + LONGEST_LIST, passage.end), paying))
            yield from (_purse(span, text, cue) for span in spans)
            if spans:
                continue
        if cue.code in AHEAD or (cue.code == "provided" and _of_a_sum(cue, roles, text)):
            span = _named(text, cue.end, min(cue.end + REACH, passage.end), paying)
        elif cue.code == "gave":
            span = _named_before(text, max(passage.start, cue.start - REACH), cue.start)
        else:
            continue
        if span:
            yield _purse(span, text, cue)


def _purse(span: tuple[int, int], text: str, cue: Hit) -> Place:
    name = text[span[0] : span[1]]
    return Place(*span, "organisation", (name,), "donor", f"purse: {cue.term.term}", 0, name)


def _labelled(text: str, first: int, last: int, paying: set[int]) -> Iterator[tuple[int, int]]:
    """Yield the spans of the names that a label lists up to `last` or the end of its line; none where it lists others.

    A State that pays, known as such, stands for what it is named in: "Norwegian Agency for Aid and Cooperation".
    """
    line = text[first:last].split("\n", 1)[0].rstrip(" .")
    start, spans = first, []
    for between in [*BETWEEN.finditer(line), None]:
        end = first + (between.start() if between else len(line))
        name = text[start:end].strip()
        if not NAME.fullmatch(name):
            return
        at = text.index(name, start)
        spans.append((at, at + len(name)))
        start = first + between.end() if between else end
    yield from (span for span in spans if not any(span[0] <= p < span[1] for p in paying))


def _of_a_sum(cue: Hit, roles: Sequence[Hit], text: str) -> bool:
    """Say whether words for how it came are said of money: "the costs were carried by"."""
    sums = (h for h in roles if h.code == "sum" and 0 <= cue.start - h.end <= SUM_REACH)
    return any(not STOP.search(text, h.end, cue.start) for h in sums)


def _named_before(text: str, first: int, last: int) -> tuple[int, int] | None:
    """Return the span of a name with a word for a purse in it that ends right before `last`; None for none."""
    name: list[re.Match[str]] = []
    line_start = text.rfind("\n", first, last) + 1
    for token in reversed(list(TOKEN.finditer(text, max(first, line_start), last))):
        small = token[0].casefold() in vocabulary.small_words("joins")
        if not (token[0][0].isupper() or (small and name)):
            break
        name.append(token)
    while name and (name[-1][0].islower() or name[-1][0].casefold() in ARTICLES):
        name.pop()  # "The Harrow Fund", "of the Harrow Fund"
    capitals = sum(len(token[0].split("-")) for token in name if token[0][0].isupper())
    purse = any(_says_purse(token[0]) for token in name)
    return (name[-1].start(), name[0].end()) if purse and capitals >= FEWEST else None


def _says_purse(word: str) -> bool:
    return word.rpartition("-")[2] in vocabulary.small_words("purse")


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
            purse = purse or _says_purse(token[0])
        elif token[0].casefold() in vocabulary.small_words("joins") or (not name and token[0] in ARTICLES):
            goes_on = purse
        else:
            break
    words = sum(len(token[0].split("-")) for token in name)  # a name may be one word: "Weiden-Stiftung"
    return (name[0].start(), name[-1].end()) if purse and words >= FEWEST else None
