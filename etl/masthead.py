"""A document -> its first lines, among which it says whose it is."""

from __future__ import annotations

from itertools import takewhile

from etl.headings import headings
from etl.lines import ENDS_SENTENCE
from etl.records import Document


def first_lines(document: Document) -> tuple[str, ...]:
    """Return the lines among which a document says whose it is: all of them, of a feed those above its first entry.

    Whose a feed is must not follow from the entry that happens to stand first: where a sentence stands above the first
    day, that is one of an entry without a day, and only the lines above the first empty one are the feed's.
    """
    if document.kind_of_document != "feed":
        return document.lines
    above = document.lines[: min(headings(document.lines), default=1) - 1]
    if not any(ENDS_SENTENCE.search(line) for line in above):
        return above
    first = tuple(takewhile(str.strip, above))
    return () if any(ENDS_SENTENCE.search(line) for line in first) else first
