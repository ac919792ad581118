"""A document -> whether its head or the labels of its lines say that it is no news: who we are, an advisory, a speech.

"Who we are" tells what a body does in general, a media advisory what is to come, a vacancy what somebody shall do, the
sheet of a project what it wants, remarks what one said, a review of the press what others did.
"""

from __future__ import annotations

from functools import lru_cache

from etl.find.events.clauses import Clause
from etl.headings import headings
from etl.records import Document, Item
from etl.small_words import phrases

HEAD = 6  # lines in which a page says what it is
GREETING = 12  # lines in which a speaker greets those who listen
LONGEST = 40  # characters of such a title or label
SENTENCE = 160  # characters of a line at the head that says where what follows is from
OF_A_POST = 2  # labels: "Duties: ...", "Qualifications: ..."
OF_A_SHEET = 3
FEWEST_DAYS = 2  # dated entries, above which stands what a feed is called
EDGES = " \t#*_.:!|–—-"


def is_no_news(best: Clause, item: Item, document: Document) -> bool:
    """Say whether a page is no news; one that says who its body is, or what a project wants, may tell of a day too.

    So may one of the points of a list on it: what was reached.
    """
    if _is_masthead(best, item, document):
        return True
    whole = document.kind_of_document == "page" and not item.entry
    if whole and (_says_who(document) or _is_sheet(document)) and not best.dated:
        return True
    return invites(document) or _speaks_or_reviews(document)


def _is_masthead(best: Clause, item: Item, document: Document) -> bool:
    """Say whether titles above the first day of dated news only say whose they are: "News of the Reef Forum"."""
    above = item.shape == "feed" and item.position == 0 and not item.heading
    named = best.headline and best.act is None and not best.new
    return above and named and len(headings(document.lines)) >= FEWEST_DAYS


@lru_cache(maxsize=1)
def invites(document: Document) -> bool:
    """Say whether a document is an advisory to the media, remarks or the like, or a post to be filled."""
    head = _filled(document)[:HEAD]
    titles = [*head[:2], document.title or "", *(line.split(":")[0] for line in head if ":" in line)]
    if any(_folded(title) in phrases("invites") for title in titles):
        return True
    if any(_opens(line.strip(EDGES).casefold()) for line in head[:2]):
        return True
    return len(_labels(document) & phrases("vacancy")) >= OF_A_POST


@lru_cache(maxsize=1)
def _speaks_or_reviews(document: Document) -> bool:
    """Say whether somebody greets those who listen, or the head says that it is what the press reports."""
    lines = [line.casefold() for line in _filled(document)[:GREETING]]
    greets = any(line.startswith(tuple(phrases("salutes"))) for line in lines)
    return greets or any(p in line for line in lines[:HEAD] if len(line) <= SENTENCE for p in phrases("press"))


@lru_cache(maxsize=1)
def _is_sheet(document: Document) -> bool:
    """Say whether a page is the sheet of a project: "Objective: ...", "Activities: ...", "Duration: ..."."""
    return len(_labels(document) & phrases("sheet")) >= OF_A_SHEET


@lru_cache(maxsize=1)
def _says_who(document: Document) -> bool:
    first = next(iter(_filled(document)), "")
    return any(_folded(line) in phrases("about") for line in (first, document.title or ""))


def _labels(document: Document) -> set[str]:
    return {_folded(line.split(":")[0]) for line in document.lines if ":" in line or len(line) <= LONGEST}


def _filled(document: Document) -> list[str]:
    return [line for line in document.lines if line.strip()]


def _folded(words: str) -> str:
    return words.strip(EDGES).casefold() if len(words) <= LONGEST else ""


def _opens(line: str) -> bool:
    """Say whether a line opens with such a title of several words: "Call for proposals No. 4".

    A section of a site that is for advisories "and news" is no advisory.
    """
    opening = next((phrase for phrase in phrases("invites") if " " in phrase and line.startswith(phrase)), None)
    return opening is not None and not line[len(opening) :].startswith((" and ", " & ", " et ", " y ", " e ", " и "))
