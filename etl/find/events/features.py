"""A sentence that no rule took -> what there is to see of it, as numbers with names: what the models (likely.py) weigh.

They are what the terms in it mean, what the rules see, how it stands to the sentence before it with which an activity
begins, and how its words begin: people tell of their work in words that no list foresees.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from operator import attrgetter

from etl.confidence import OTHERS, labels_for
from etl.find.events.clauses import Clause
from etl.find.events.words import Features as Features
from etl.find.events.words import words_of
from etl.records import Document, Item, Passage
from etl.terms import Hit, Hits, within_each

MEANT = frozenset(
    (
        "act",
        "event",
        "kind",
        "not_activity",
        "claim",
        "organiser",
        "role",
        "participation",
        "people",
        "not_people",
        "date_context",
        "session",
        "mode",
        "topic",
        "area",
    )
)  # fmt: skip ; groups of terms whose meaning counts, not only that there is one
PLACES = frozenset(("country", "city", "region", "demonym", "town"))
FLAGS = ("told", "many", "future", "new", "headline", "dated", "counted", "sums")
flags_of = attrgetter(*FLAGS)
HEARD = "heard"
SCORES = (0.5, 1.0, 1.5)
LONG, MOST_LINES, MOST_SENTENCES, MOST_PLACES, MOST_FOUND = 400, 5, 20, 10, 3
SHORT = 60  # characters: titles, captions, entries of a list
QUOTES = re.compile(r'["“«”]')
NUMBER = re.compile(r"\d+")


def candidates(
    clauses: Sequence[Clause],
    heard: Sequence[float],
    found: Sequence[Passage],
    item: Item,
    hits: Hits,
    document: Document,
) -> Iterator[tuple[Clause, Features]]:
    """Yield the sentences of an item with an event word or a verb and with which none of those `found` begins.

    With each comes what there is to see of it: names of features and their values, mostly between 0 and 1, and what
    the network `heard` in it (network.py).
    """
    inside = within_each(hits, [(c.start, c.end) for c in clauses])
    cues = [p.cue_start for p in found]
    of_all = _of_all(item, len(clauses), found, document)
    before: tuple[Clause, Sequence[Hit]] | None = None
    line = -1
    for place, (clause, said, odds) in enumerate(zip(clauses, inside, heard, strict=True)):
        own_line = item.text.line_at(clause.start)
        if any(clause.start <= cue < clause.end for cue in cues):
            before = clause, said
        elif clause.event or clause.act:
            yield (
                clause,
                {
                    **of_all,
                    **own(clause, said),
                    **meant(said),
                    **_beside(clause, said, before, item),
                    HEARD: odds,
                    "new line": own_line != line,
                    "more behind": any(cue >= clause.end for cue in cues),
                    "place": min(place, MOST_PLACES) / MOST_PLACES,
                },
            )
        line = own_line


def _of_all(item: Item, count: int, found: Sequence[Passage], document: Document) -> Features:
    """Return what is the same for all the sentences of an item, `count` of them."""
    known = labels_for(document.kind_of_document, document.publisher) != OTHERS
    shapes = {f"shape {item.shape}": 1.0, f"document {document.kind_of_document}": 1.0}
    sentences = min(count, MOST_SENTENCES) / MOST_SENTENCES
    return shapes | {"known": known, "found": min(len(found), MOST_FOUND), "sentences": sentences}


def meant(said: Sequence[Hit]) -> Features:
    """Return what the terms mean that are found in a sentence."""
    return {f"{hit.group}:{hit.code}": 1.0 for hit in said if hit.group in MEANT}


def own(clause: Clause, said: Sequence[Hit]) -> Features:
    """Return what a sentence, in which the hits `said` are found, says by itself, with how its words begin."""
    return {**without_words(clause, said), **words_of("word", clause.text[clause.start : clause.end])}


def without_words(clause: Clause, said: Sequence[Hit]) -> Features:
    """Return the same but for its words."""
    event, act = clause.event, clause.act
    text = clause.text[clause.start : clause.end]
    return {
        "score": clause.score,
        "event": event.term.weight if event else 0.0,
        "act": act.term.weight if act else 0.0,
        "both": bool(event and act),
        f"event {event.code if event else ''}": 1.0,
        f"act {act.code if act else ''}": 1.0,
        **{f"score {least}": clause.score >= least for least in SCORES},
        **dict(zip(FLAGS, flags_of(clause), strict=True)),
        **{f"against {reason}": 1.0 for reason in clause.against},
        **{hit.group: 1.0 for hit in said},
        "long": min(len(text), LONG) / LONG,
        "short": len(text) < SHORT,
        "first": clause.start == 0,
        "quote": QUOTES.search(text) is not None,
        "call": text.rstrip().endswith(("!", "?")),
        "numbers": float(len(NUMBER.findall(text))),
    }


def _beside(clause: Clause, said: Sequence[Hit], before: tuple[Clause, Sequence[Hit]] | None, item: Item) -> Features:
    """Return how a sentence stands to the one before it with which an activity begins."""
    if before is None:
        return {"none before": 1.0}
    other, told = before
    lines = [item.text.line_at(c.start) for c in (clause, other)]
    events = [c.event.code.partition(":")[0] if c.event else "" for c in (clause, other)]
    places, months = (
        [{h.code for h in hits if h.group in groups} for hits in (said, told)] for groups in (PLACES, ("month",))
    )
    numbers = [set(NUMBER.findall(c.text, c.start, c.end)) for c in (clause, other)]
    return {
        "same line": lines[0] == lines[1],
        "lines away": min(lines[0] - lines[1], MOST_LINES),
        "same event": bool(events[0]) and events[0] == events[1],
        "other event": all(events) and events[0] != events[1],
        "same act": clause.act is not None and other.act is not None and clause.act.code == other.act.code,
        "new place": bool(places[0] - places[1]),
        "same place": bool(places[0] & places[1]),
        "new month": bool(months[0] - months[1]),
        "undated": other.dated and not clause.dated,
        "both dated": other.dated and clause.dated,
        "new numbers": bool(numbers[0] - numbers[1]),
        "behind heading": other.headline,
        "score before": other.score,
    }
