"""A document -> the lines of its sections on what is still to come: "Coming up", "Next six months"."""

from __future__ import annotations

import re
from functools import lru_cache

from etl.records import Document
from etl.small_words import phrases

LONGEST_HEADING = 40  # characters
LONGEST_ENTRY = 200  # characters of a line that may be such an entry; a longer one tells something, but for the first
NUMBER = re.compile(r"^\W*(?:\d{1,2}(?:\.\d{1,2})*|[IVX]{1,4})[.)]?\s+")
YEAR = re.compile(r"\s(?:19|20)\d\d\W*$")
EDGES = " \t#*_.:!|–—-"


@lru_cache(maxsize=1)
def planned_lines(document: Document) -> frozenset[int]:
    """Return the numbers of the lines below headings that say that what follows is still to come.

    Such a section ends with another heading of its kind: with a number like its own, in capitals like its own, or one
    that says what was.
    """
    planned, heading = set[int](), ""
    fresh = False
    for number, line in enumerate(document.lines, 1):
        if not line.strip():
            continue
        if _named(line) in phrases("ahead"):
            heading, fresh = line, True
            continue
        if heading and (_ends(line, heading) or (len(line) > LONGEST_ENTRY and not fresh)):
            heading = ""
        if heading:
            planned.add(number)
        fresh = False
    return frozenset(planned)


def _ends(line: str, heading: str) -> bool:
    if _named(line) in phrases("behind"):
        return True
    short = len(line) <= LONGEST_HEADING
    return short and ((heading.isupper() and line.isupper()) or bool(NUMBER.match(heading) and NUMBER.match(line)))


def _named(line: str) -> str:
    """Return the words of a heading, without its number and the year that it is about: "3. Outlook 2021"."""
    return YEAR.sub("", NUMBER.sub("", line)).strip(EDGES).casefold() if len(line) <= LONGEST_HEADING else ""


