"""A passage -> the word by which a later sentence calls its activity: "The training was led by"."""

from __future__ import annotations

from bisect import bisect

from etl.find.events.clauses import cue_sentence, spans
from etl.find.events.determiners import TOLD, determiner
from etl.records import Passage
from etl.small_words import pattern
from etl.terms import Hit, within

NEXT = 10  # characters from "this" to the word
CALLED = ("training", "workshop")
PREDICATE = 60  # characters behind the subject in which its verb stands: "La formation a été animée"
SUBJECT = 25  # characters from the start of a sentence to its subject: "During the course"
WITHOUT_ARTICLES, ARTICLE = "ru", "ال"  # Arabic writes its article as one word with the noun


def called_later(passage: Passage) -> Hit | None:
    """Return the word by which a later sentence points back at the activity: "The training was led by", else None.

    A course goes before a workshop: who calls the workshop of the first sentence a training says what it was.
    """
    text, (_, end) = passage.item.text.string, cue_sentence(passage)
    events = [h for h in within(passage.of("event"), end, passage.end) if h.code in CALLED]
    if not events:
        return None
    starts = [start for start, _ in spans(text)]
    called = [h for h in events if _points_back(passage, starts[bisect(starts, h.start) - 1], h)]
    return min(called, key=lambda h: CALLED.index(h.code), default=None)


def _points_back(passage: Passage, start: int, hit: Hit) -> bool:
    text = passage.item.text.string
    if pattern("this").search(text, max(start, hit.start - NEXT), hit.start):
        return True
    if hit.start - start > SUBJECT or pattern("of a course").match(text, hit.end + 1):
        return False
    behind = within(passage.hits, hit.end, hit.end + PREDICATE)
    if any(h.code == "future" for h in behind):
        return False
    if passage.item.language == WITHOUT_ARTICLES:
        return hit.start == start
    said = determiner(text, start, hit) == TOLD or ARTICLE in hit.term.term[:3]
    during = passage.item.language == "en" or pattern("during").match(text, start)  # "la formation" may be any training
    return said and bool(during or any(h.group == "act" for h in behind))
