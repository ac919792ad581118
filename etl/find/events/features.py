"""A sentence that no rule took -> what there is to see of it, as numbers with names: what the models (likely.py) weigh.

None of them is a word of a language: they are what the terms in it mean, what the rules see, and how it stands to the
sentence before it with which an activity begins.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from etl.confidence import OTHERS, labels_for
from etl.find.events.clauses import Clause
from etl.records import Document, Item, Passage
from etl.terms import Hit, Hits, within_each

Features = dict[str, float]

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
SCORES = (0.5, 1.0, 1.5)
LONG, MOST_LINES, MOST_SENTENCES, MOST_PLACES, MOST_FOUND = 400, 5, 20, 10, 3
SHORT = 60  # characters: titles, captions, entries of a list
QUOTES = re.compile(r'["“«”]')
NUMBER = re.compile(r"\d+")


def candidates(
    clauses: Sequence[Clause], found: Sequence[Passage], item: Item, hits: Hits, document: Document
) -> Iterator[tuple[Clause, Features]]:
    """Yield the sentences of an item with an event word or a verb and with which none of those `found` begins.

    With each comes what there is to see of it: names of features and their values, mostly between 0 and 1.
    """
    inside = within_each(hits, [(c.start, c.end) for c in clauses])
    cues = [p.cue_start for p in found]
    of_all = _of_all(item, found, document)
    before: tuple[Clause, Sequence[Hit]] | None = None
    line = -1
    for place, (clause, said) in enumerate(zip(clauses, inside, strict=True)):
        own_line = item.text.lines_of(clause.start, clause.end)[0]
        if any(clause.start <= cue < clause.end for cue in cues):
            before = clause, said
        elif clause.event or clause.act:
            seen = of_all | _own(clause, said) | _beside(clause, said, before, item)
            seen["new line"] = own_line != line
            seen["more behind"] = any(cue >= clause.end for cue in cues)
            seen["place"] = min(place, MOST_PLACES) / MOST_PLACES
            seen["sentences"] = min(len(clauses), MOST_SENTENCES) / MOST_SENTENCES
            yield clause, seen
        line = own_line


def _of_all(item: Item, found: Sequence[Passage], document: Document) -> Features:
    """Return what is the same for all sentences of an item."""
    known = labels_for(document.kind_of_document, document.publisher) != OTHERS
    shapes = {f"shape {item.shape}": 1.0, f"document {document.kind_of_document}": 1.0}
    return shapes | {"known": known, "found": min(len(found), MOST_FOUND)}


def _own(clause: Clause, said: Sequence[Hit]) -> Features:
    """Return what a sentence says by itself."""
    event, act = clause.event, clause.act
    text = clause.text[clause.start : clause.end]
    seen: Features = {"score": clause.score, "event": event.term.weight if event else 0.0}
    seen |= {"act": act.term.weight if act else 0.0, "both": bool(event and act)}
    seen |= {f"event {event.code if event else ''}": 1.0, f"act {act.code if act else ''}": 1.0}
    seen |= {f"score {least}": clause.score >= least for least in SCORES}
    seen |= {flag: bool(getattr(clause, flag)) for flag in FLAGS}
    seen |= {f"against {reason}": 1.0 for reason in clause.against}
    for hit in said:
        seen[hit.group] = 1.0
        if hit.group in MEANT:
            seen[f"{hit.group}:{hit.code}"] = 1.0
    seen |= {"long": min(len(text), LONG) / LONG, "short": len(text) < SHORT, "first": clause.start == 0}
    seen |= {"quote": QUOTES.search(text) is not None, "call": text.rstrip().endswith(("!", "?"))}
    return seen | {"numbers": float(len(NUMBER.findall(text)))}


def _beside(clause: Clause, said: Sequence[Hit], before: tuple[Clause, Sequence[Hit]] | None, item: Item) -> Features:
    """Return how a sentence stands to the one before it with which an activity begins."""
    if before is None:
        return {"none before": 1.0}
    other, told = before
    lines = [item.text.lines_of(c.start, c.end)[0] for c in (clause, other)]
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
