"""A sentence that no rule takes for an activity -> how likely it tells of one: learned from papers with labels.

Rules find what their words foresee; people tell of their work in words that nobody foresees, and several deeds in one
paragraph. So two logistic models look at what the rules see of each sentence that is left over (features.py) and
at what a network hears in it (network.py): one where nothing was found in its item, one beside what was found. Their
weights (data/vocabulary/likely.csv) are learned by data/build/learn_likely.py. What they take has its likelihood as its
confidence.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from etl import logistic, vocabulary
from etl.confidence import OTHERS, labels_for
from etl.find.events.clauses import Clause
from etl.find.events.features import Features, candidates
from etl.logistic import BIAS as BIAS
from etl.records import Document, Item, Passage
from etl.terms import Hits

ALONE, BESIDE = "alone", "beside"  # the two models
# At and above this a sentence is taken. On papers of a writer whose papers were left out of the learning, three of four
# that were taken told of an activity that the rules had missed; a lower one takes what cases of tests/cases forbid. In
# documents of a body whose papers the rules were made with little is left over, and more of that is none: of the lines
# that are labelled there, between 0.5 and 0.55 only a story was taken, from 0.6 on activities are lost.
LEAST, LEAST_OF_KNOWN = 0.25, 0.55
RULE = "activity.likely"


def likely(
    clauses: Sequence[Clause],
    heard: Sequence[float],
    found: Sequence[Passage],
    item: Item,
    hits: Hits,
    document: Document,
) -> list[tuple[Clause, float]]:
    """Return the sentences that likely tell of an activity beside those `found`, with how likely, in their order.

    At most one a line, and one in an item where nothing was found: its other sentences tell more of the same.
    """
    model = BESIDE if found else ALONE
    known = labels_for(document.kind_of_document, document.publisher) != OTHERS
    least = LEAST_OF_KNOWN if known else LEAST
    best: dict[int, tuple[float, Clause]] = {}
    for clause, features in candidates(clauses, heard, found, item, hits, document):
        share = likelihood(features, model)
        line = item.text.line_at(clause.start) if found else 0
        if share >= least and share > best.get(line, (0.0, None))[0]:
            best[line] = share, clause
    return sorted(((clause, share) for share, clause in best.values()), key=lambda pair: pair[0].start)


def likelihood(features: Features, model: str) -> float:
    """Return the likelihood (0 to 1) that a model gives to a sentence with such features."""
    return logistic.likelihood(features, _weights(model))


@cache
def _weights(model: str) -> dict[str, float]:
    return {row["feature"]: float(row["weight"]) for row in vocabulary.rows("likely") if row["model"] == model}
