"""A passage that counts countries, and its document -> the countries, where the document has named just as many.

"Staff of all five countries met": of the five whose sections the report has, which its head lists, which it lists as
the members of a body ("Member States: ..."), or in brackets behind their number ("in its five countries (Chad, ...)").
And the two of a document that names no others: "officers from both sides".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from etl.numbers import numbers
from etl.places.counted import counts
from etl.places.country_sections import sections
from etl.places.covered import HEAD, Covered, lists_of_states
from etl.places.home import places_of
from etl.places.sentence import LAST_RANK, parts
from etl.records import Document, Passage
from etl.small_words import pattern
from etl.text import joined

BRACKETS = re.compile(r"\(([^()]{12,700})\)")
FOOT = re.compile(r"_{4,}")  # the line above the foot of a page, on which such a list goes on
BEFORE = 80  # characters before the bracket in which the number stands
TWO = 2
LONGEST_LABEL = 40  # characters at the head of a line among which "Members" or "Member States" stands


def all_counted(passage: Passage, document: Document) -> Covered | None:
    """Return the countries of which "the five" are counted in a passage; None where the document has named no such."""
    named = _named(document)
    known = counts(passage, known=True) if named else ()
    return next((one for one in named if len(one.codes) in known), None) or _both(passage, document)


def _both(passage: Passage, document: Document) -> Covered | None:
    """Return the two countries of which "both sides" are told, where a document names no others; else None."""
    told = (s for s in parts(passage) if s.rank < LAST_RANK)
    if not any(pattern("both sides").search(s.text, s.start, s.end) for s in told):
        return None
    codes = {code for code, _, _ in places_of(document)}
    return Covered(tuple(sorted(codes)), 1, "") if len(codes) == TWO else None


@lru_cache(maxsize=8)
def _named(document: Document) -> tuple[Covered, ...]:
    return (*_of_sections(document), *_listed(document), *_in_brackets(document))


def _of_sections(document: Document) -> Iterator[Covered]:
    parted = [section for section in sections(document) if section.codes]
    if parted:
        codes = {code for section in parted for code in section.codes}
        yield Covered(tuple(sorted(codes)), parted[0].line, parted[0].words)


def _listed(document: Document) -> Iterator[Covered]:
    """Yield the lists of States near the head, and those of members wherever they stand."""
    filled = [(n, line) for n, line in enumerate(document.lines, 1) if line.strip()]
    for rank, (number, line) in enumerate(filled):
        if rank < HEAD or (":" in line and pattern("members").search(line.partition(":")[0][:LONGEST_LABEL])):
            for found in lists_of_states(line):
                yield Covered(tuple(sorted({h.code for h in found})), number, line)


def _in_brackets(document: Document) -> Iterator[Covered]:
    """Yield the lists of States in brackets behind a number of just as many."""
    text = joined(list(enumerate(document.lines, 1)))
    for found in BRACKETS.finditer(text.string):
        words = " ".join(FOOT.sub(" ", found[1]).split())
        states = next(lists_of_states(words), []) if "," in words else []
        codes = tuple(sorted({h.code for h in states}))
        before = text.string[max(0, found.start() - BEFORE) : found.start()]
        counted = numbers(before, document.language)[-1:] if codes else []
        if any(number.value == len(codes) for number in counted):
            yield Covered(codes, text.line_at(found.start()), words)
