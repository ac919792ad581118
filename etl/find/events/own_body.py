"""A document -> how its body names itself: "we", "the Office", its name at the head; whether a text speaks of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection
from functools import lru_cache
from itertools import islice, takewhile

from etl import vocabulary
from etl.dates.month_names import masked
from etl.find.events.house import ALL_OF_IT, of_the_united_nations
from etl.lines import ENDS_SENTENCE
from etl.masthead import first_lines
from etl.records import Document
from etl.small_words import pattern, phrases
from etl.terms import Hits, within

A_PART = ("we", "this body", "with help")
OTHERS = ("another body", "another society")
HEAD = 3  # filled lines in which a paper says whose it is
LONGEST = 120  # characters of such a line; a longer one is a text
NAMES = ("organisation", "programme")
PLACES = ("country", "city", "region", "demonym")
ORGANISER, SELF = "organiser", "self"
NEAR = 9  # characters between "Ministry" and "Justice"
NAME = re.compile(r"\b[^\W\d_a-zа-яёß]\w{3,}")  # a word in capitals, or in a script without them


def is_named(text: str, start: int, end: int, hits: Hits, document: Document, doers: Collection[str] = ()) -> bool:
    """Say whether `start:end` of a text speaks of the body whose paper it is, or of any organisation it works with.

    `doers` are the codes of the organisations of which is known already what they did there.
    """
    named = (h for h in within(hits.of(*NAMES, ORGANISER), start, end) if h.code not in doers)
    if any(h.group in NAMES or h.code == SELF for h in named):
        return True
    if pattern(*A_PART).search(text, start, end):
        return True
    names = own_names(document)
    words = [word for word in NAME.finditer(text, start, end) if word.group().casefold() in names]
    others = [one.end() for one in pattern(*OTHERS, "who governs").finditer(text, start, end)] if words else []
    return any(not any(_is_of(text[last : word.start()]) for last in others if last < word.start()) for word in words)


def _is_of(between: str) -> bool:
    """Say whether what stands between "Ministry" and a name makes that a part of it: "Ministry of Justice"."""
    words = between.casefold().split()
    return len(between) <= NEAR and between.startswith(" ") and phrases("and").isdisjoint(words)


def is_said_above(document: Document, line: int) -> bool:
    """Say whether the heading or lead-in above a line says that the body had a part: "With our support, partners:"."""
    head = _head(document)
    below = document.lines[document.lines.index(head[-1]) + 1 if head else 0 : line - 1]
    leads = (above for above in reversed(below) if above.strip() and not ENDS_SENTENCE.search(above.rstrip(":")))
    return pattern(*A_PART).search(next(leads, "")) is not None


def is_masthead(words: str, document: Document) -> bool:
    """Say whether words are a line at the head that names the body and its paper: "Lake Programme, newsletter 4"."""
    if words.strip() not in map(str.strip, _head(document)) or not pattern("names a body").search(words):
        return False
    return bool(pattern("account of a time", "names a paper").search(words))


@lru_cache(maxsize=8)
def is_apart(document: Document) -> bool:
    """Say whether a document shows whose it is, and that it is no ministry, association ... itself.

    One that pays for others tells what they did with it. Where it does not show it, every doer may be its own body.
    """
    head = _says_whose(document)
    if pattern(*OTHERS, "pays for others").search(head):
        return False
    if document.publisher or pattern("we", "names a body", "body that reports").search(head):
        return True
    text = "\n".join(document.lines)
    said = vocabulary.terms().find(text, ORGANISER, "programme")
    return any(h.group == "programme" or h.code == SELF for h in said) or bool(pattern("we").search(text))


@lru_cache(maxsize=8)
def own_names(document: Document) -> frozenset[str]:
    """Return the words in capitals at the head of a document, without months, places and kinds of bodies."""
    names = set[str]()
    for line in _head(document):
        without = list(masked(line))
        for hit in vocabulary.terms().find(line).of(*PLACES):
            without[hit.start : hit.end] = " " * (hit.end - hit.start)
        names |= {word.group().casefold() for word in NAME.finditer("".join(without))}
    return frozenset(names - {word for word in names if pattern(*OTHERS).fullmatch(word)})


@lru_cache(maxsize=8)
def own_organisations(document: Document) -> frozenset[str]:
    """Return the codes of organisations that may be the body of a paper: its publisher, at its head, named again.

    Where a paper, but no feed, begins with its text, those in its first lines are at its head.
    """
    text = "\n".join(document.lines)
    named = Counter(h.code for h in vocabulary.terms().find(text, "organisation").of("organisation"))
    begins = _says_whose(document).strip() or "\n".join(islice(filter(str.strip, first_lines(document)), HEAD))
    head = vocabulary.terms().find(begins, "organisation")
    own = {h.code for h in head} | {document.publisher or ""} | {code for code, times in named.items() if times > 1}
    return frozenset(own | (of_the_united_nations() if ALL_OF_IT in own else set()))


def _says_whose(document: Document) -> str:
    title = "" if document.kind_of_document == "feed" else document.title  # that of a feed is its first entry's
    return "\n".join((*_head(document), title or "", document.publisher or ""))


def _head(document: Document) -> list[str]:
    filled = (line for line in first_lines(document) if line.strip())
    return list(takewhile(lambda line: not ENDS_SENTENCE.search(line) and len(line) <= LONGEST, islice(filled, HEAD)))
