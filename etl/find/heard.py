"""The sentences that rules weighed in the items of a paper -> what the network (network.py) hears in each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from etl.find.events import network
from etl.find.events.features import meant, without_words
from etl.find.events.network import Sentence
from etl.find.events.words import is_paper
from etl.find.ruled import Ruled
from etl.records import Document, Item
from etl.terms import within_each

HALF = 0.5  # of the log odds, so that they weigh as other features do, which are mostly between 0 and 1
ONE_AFTER_ANOTHER = "feed"  # documents whose items know nothing of each other
Part = tuple[Item, Ruled]


def heard(parts: Sequence[Part], document: Document) -> list[list[float]]:
    """Return half the log odds that each sentence of each item tells of an activity."""
    learned = network.of_document(document.name)
    return [odds for some in together(parts, document) for odds in _heard(some, learned)]


def together(parts: Sequence[Part], document: Document) -> list[list[Part]]:
    """Return the items that are heard together: all of a page or report, each of a feed or collection by itself.

    The order of those means nothing.
    """
    if len(parts) > 1 and (document.kind_of_document == ONE_AFTER_ANOTHER or not is_paper(document)):
        return [[part] for part in parts]
    return [list(parts)]


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
