"""The sentences that rules weighed in the items of a paper -> what the network (network.py) hears in each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from etl.find.events import network
from etl.find.events.clauses import Clause
from etl.find.events.features import meant, without_words
from etl.find.events.network import Sentence
from etl.records import Document, Item, Passage
from etl.terms import Hits, within_each

HALF = 0.5  # of the log odds, so that they weigh as other features do, which are mostly between 0 and 1
ONE_AFTER_ANOTHER = "feed"  # documents whose items know nothing of each other


class Ruled(Protocol):
    """What rules read in an item: see etl/find/activity.py."""

    @property
    def clauses(self) -> list[Clause]:
        """Its sentences, weighed."""

    @property
    def hits(self) -> Hits:
        """The terms in them."""

    @property
    def found(self) -> list[Passage]:
        """The passages that rules took."""


Part = tuple[Item, Ruled]


def heard(parts: Sequence[Part], document: Document) -> list[list[float]]:
    """Return half the log odds that each sentence of each item tells of an activity.

    The items of a page or report are heard together, those of a feed each by itself: their order means nothing.
    """
    alone = document.kind_of_document == ONE_AFTER_ANOTHER
    together = [[part] for part in parts] if alone else [list(parts)]
    return [odds for some in together for odds in _heard(some, network.of_document(document.name))]


def _heard(parts: Sequence[Part], learned: network.Network) -> Iterator[list[float]]:
    if not any(clause.event or clause.act for _, ruled in parts for clause in ruled.clauses):
        yield from ([-network.SURE * HALF] * len(ruled.clauses) for _, ruled in parts)  # nothing is asked of these
        return
    odds = iter(learned.log_odds([one for part in parts for one in sentences(*part)]))
    for _, ruled in parts:
        yield [HALF * next(odds) for _ in ruled.clauses]


def sentences(item: Item, ruled: Ruled) -> Iterator[Sentence]:
    """Yield what the network hears of each sentence of an item."""
    inside = within_each(ruled.hits, [(c.start, c.end) for c in ruled.clauses])
    cues = [passage.cue_start for passage in ruled.found]
    line = 0
    for n, (clause, said) in enumerate(zip(ruled.clauses, inside, strict=True)):
        own_line = item.text.line_at(clause.start)
        yield Sentence(
            network.tokens(item.heading if clause.start == 0 else "", clause.text[clause.start : clause.end]),
            {
                **without_words(clause, said),
                **meant(said),
                f"shape {item.shape}": 1.0,
                "found": float(any(clause.start <= cue < clause.end for cue in cues)),
            },
            new_part=n == 0,
            new_line=own_line != line,
        )
        line = own_line
