"""A telling of which all fields are read -> whether it likely tells of an activity of its own: learned from papers.

A sentence that sounds like an activity (etl/find) may be a caption, an "about us", a story, or tell for the third time
of the course that the page is about. More is seen once its day, place, people and kind have been looked for: by which
rules they were found, or that none was. A logistic model weighs that together with what the sentence says; its weights
(data/vocabulary/second_look.csv) are learned by data/build/learn_second_look.py, and so they hold for papers of others:
documents of a body whose papers the rules were made with, and what states its fields in columns, are not asked.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from etl import logistic, vocabulary
from etl.find.events.words import SHARE, TOLD, words_of, words_of_paper
from etl.find.of_others import is_of_others
from etl.records import Document, Finding, Passage

# Below it a telling is left out. Papers of a writer who is left out of the learning are read best between 0.4 and 0.5;
# of these the one that counts less that is none.
LEAST = 0.5
KNOWN_BY_RULE = frozenset(("date", "kind", "country", "host_country", "participants", "aggregate", "level"))
STATED = ("host_country", "participants", "trained", "donors")  # columns of which it counts whether they hold anything
SEVERAL = ("areas", "topics")  # columns of which it counts how many they hold
Row = Mapping[str, Any]  # the columns of a telling


def is_one(passage: Passage, row: Row, findings: Iterable[Finding], document: Document) -> bool:
    """Say whether a telling is likely enough to be counted."""
    if not is_of_others(passage, document):
        return True
    return logistic.likelihood(features(passage, row, findings, document), _weights()) >= LEAST


def features(passage: Passage, row: Row, findings: Iterable[Finding], document: Document) -> dict[str, float]:
    """Return what there is to see of a telling: of its sentence, of its row, and which rules found what is in it."""
    return {
        **passage.seen,
        **words_of(TOLD, passage.string, SHARE),
        **words_of_paper(document, passage.item),
        f"shape {passage.item.shape}": 1.0,
        f"document {document.kind_of_document}": 1.0,
        f"basis {row['date_basis']}": 1.0,
        f"kind {row['kind']}": 1.0,
        f"level {row['level']}": 1.0,
        "sums up": float(row["aggregate"]),
        "no country": float(not row["country"]),
        **{name: float(bool(row[name])) for name in STATED},
        **{name: float(len(row[name] or ())) for name in SEVERAL},
        **{f"why {f.field} {f.rule}": 1.0 for f in findings if f.chosen and f.field in KNOWN_BY_RULE},
    }


@cache
def _weights() -> dict[str, float]:
    return {row["feature"]: float(row["weight"]) for row in vocabulary.rows("second_look")}
