"""An event word and what stands around it -> the kind that is meant: a project for training, a workshop told before."""

from __future__ import annotations

import re
from bisect import bisect
from functools import cache

from etl import vocabulary
from etl.find.events.clauses import MANY, cue_sentence, spans
from etl.find.events.determiners import DETERMINERS, NEW, TOLD, determiner
from etl.records import Passage
from etl.small_words import pattern
from etl.terms import Hit, Term, within

BEFORE, BEHIND = 30, 14  # characters in which the word for a project stands: "projet de formation", "training project"
NEXT = 10  # characters before a programme in which it is told how long it lasts: "the two-week programme"
NAME = re.compile(r"(?:\s(?:and|&|et|y|e|[A-Z][\w-]*)){0,4}\s")  # "Train the Trainer and Certification Workshop"
MADE = ("hold", "train", "light", "attend")
CALLED = ("training", "workshop")
PREDICATE = 60  # characters behind the subject in which its verb stands: "La formation a été animée"
SUBJECT = 25  # characters from the start of a sentence to its subject: "During the course"
WITHOUT_ARTICLES, ARTICLE = "ru", "ال"  # Arabic writes its article as one word with the noun


def is_project(passage: Passage, hit: Hit) -> bool:
    """Say whether a word for training is only what a project is for that the sentence launches, not a course."""
    text, (start, end) = passage.item.text.string, cue_sentence(passage)
    if not start <= hit.start < end or not any(h.code == "launch" for h in within(passage.of("act"), start, hit.start)):
        return False
    around = max(start, hit.start - BEFORE), hit.end + BEHIND
    return bool(pattern("project").search(text, *around)) and not pattern("days", "months").search(text, *around)


def is_of_days(passage: Passage, hit: Hit) -> bool:
    """Say whether a programme lasts days or weeks, as a course does; a project lasts years."""
    text = passage.item.text.string
    if not pattern("project").fullmatch(hit.term.term):
        return False
    return bool(pattern("days").search(text, max(0, hit.start - NEXT), hit.end + BEHIND))


def told_as_training(passage: Passage, hit: Hit) -> Hit | None:
    """Return the training in whose name a workshop stands, or that "the workshop" points back to a sentence before."""
    text, (start, _) = passage.item.text.string, cue_sentence(passage)
    named = within(passage.of("event"), start, hit.start)
    if named and named[-1].code == "training" and NAME.fullmatch(text, named[-1].end, hit.start):
        return named[-1]
    if determiner(text, start, hit) != TOLD:
        return None
    before = [h for h in passage.of("event", "act") if h.start < start]
    trainings = [h for h in before if h.group == "event" and h.code.removesuffix(MANY) == "training"]
    made = [h for h in before if h.group == "act" and h.code in MADE]
    return next((t for t in trainings if determiner(text, 0, t) == NEW or _object_of(t, made)), None)


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


@cache
def is_vague(term: Term) -> bool:
    """Say whether a word tells only that something was held, not what: a delegation, an event, a ceremony."""
    words = [word for word in term.term.split() if word not in DETERMINERS]
    return is_ceremony(term) or (len(words) == 1 and words[0] in vocabulary.small_words("vague"))


@cache
def is_ceremony(term: Term) -> bool:
    """Say whether a ceremony is told of, which is held for what is opened, closed, signed or handed over."""
    return not vocabulary.small_words("ceremony").isdisjoint(term.term.split())


@cache
def is_database(term: Term) -> bool:
    """Say whether a database is told of: one that is set up and filled is work on data, one that is launched a tool."""
    return not vocabulary.small_words("database").isdisjoint(term.term.lower().split())


def _object_of(training: Hit, made: list[Hit]) -> bool:
    return any(0 <= training.start - act.end <= BEFORE for act in made)
