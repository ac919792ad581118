"""A document -> whether its head or the labels of its lines say that it is no news: who we are, an advisory, a vacancy.

"Who we are" tells what a body does in general, a media advisory what is to come, a vacancy what somebody shall do, the
sheet of a project what it wants.
"""

from __future__ import annotations

from functools import cache, lru_cache

from etl import vocabulary
from etl.find.clauses import Clause
from etl.records import Document

LONGEST = 40  # characters of such a title or label
OF_A_POST = 2  # labels: "Duties: ...", "Qualifications: ..."
OF_A_SHEET = 3
EDGES = " \t#*_.:!|–—-"


def is_no_news(best: Clause, document: Document) -> bool:
    """Say whether a page is no news; one that says who its body is may tell of a day beside."""
    if document.kind_of_document != "page":
        return False
    return _invites(document) or (_says_who(document) and not best.dated) or (_is_sheet(document) and not best.dated)


@lru_cache(maxsize=1)
def _invites(document: Document) -> bool:
    """Say whether a page is an advisory to the media or the like, or a post to be filled."""
    return _is_titled(document, "invites") or len(_labels(document) & _titles("vacancy")) >= OF_A_POST


@lru_cache(maxsize=1)
def _is_sheet(document: Document) -> bool:
    """Say whether a page is the sheet of a project: "Objective: ...", "Activities: ...", "Duration: ..."."""
    return len(_labels(document) & _titles("sheet")) >= OF_A_SHEET


def _labels(document: Document) -> set[str]:
    return {_folded(line.split(":")[0]) for line in document.lines if ":" in line or len(line) <= LONGEST}


@lru_cache(maxsize=1)
def _says_who(document: Document) -> bool:
    return _is_titled(document, "about")


def _is_titled(document: Document, purpose: str) -> bool:
    first = next((line for line in document.lines if line.strip()), "")
    return any(_folded(line) in _titles(purpose) for line in (first, document.title or ""))


def _folded(words: str) -> str:
    return words.strip(EDGES).casefold() if len(words) <= LONGEST else ""


@cache
def _titles(purpose: str) -> frozenset[str]:
    return frozenset(word.replace("_", " ") for word in vocabulary.small_words(purpose))
