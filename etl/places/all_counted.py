"""A passage that counts countries, and its document -> the countries, where the document has named just as many.

"Staff of all five countries met": of the five whose sections the report has, which its head lists, or which it lists as
the members of a body ("Member States: ...").
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from etl.places.counted import counts
from etl.places.country_sections import sections
from etl.places.covered import HEAD, Covered, lists_of_states
from etl.records import Document, Passage
from etl.small_words import pattern

LONGEST_LABEL = 40  # characters at the head of a line among which "Members" or "Member States" stands


def all_counted(passage: Passage, document: Document) -> Covered | None:
    """Return the countries of which "the five" are counted in a passage; None where the document has named no such."""
    named = _named(document)
    known = counts(passage, known=True) if named else ()
    return next((one for one in named if len(one.codes) in known), None)


@lru_cache(maxsize=8)
def _named(document: Document) -> tuple[Covered, ...]:
    return (*_of_sections(document), *_listed(document))


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
