"""What rules say of the topics of a passage, and where the paper names them -> how likely the activity is of each.

Whether a course "on the protection of workers" is one on trafficking depends on what stands around it: the heading of
the paper, its other paragraphs, whether it ever speaks of anything else. A logistic model weighs that, the same for
either topic beside the other; its weights (data/vocabulary/topics_weighed.csv) are learned by
data/build/learn_fields.py.
"""

from __future__ import annotations

from collections.abc import Collection
from functools import cache, lru_cache

from etl import logistic, vocabulary
from etl.find.events.clauses import cue_sentence
from etl.records import Document, Passage

OTHER = {"TIP": "SOM", "SOM": "TIP"}
TITLE_OF_PAPER, HEAD = 3, 12  # filled lines at the beginning of a document
BEFORE = 3  # filled lines before a passage
SHORT = 25  # filled lines of a document
Lines = tuple[tuple[int, frozenset[str]], ...]


def likelihood(features: dict[str, float]) -> float:
    """Return how likely an activity is of a topic for which such features are seen."""
    return logistic.likelihood(features, _weights())


def features(passage: Passage, document: Document, topic: str, ruled: Collection[str], rule: str) -> dict[str, float]:
    """Return what there is to see of a topic for a passage to which a rule gives the topics `ruled`."""
    other = OTHER[topic]
    lines = _named_by_line(document)
    before = [named for line, named in lines if line < passage.line_start]
    behind = [named for line, named in lines if line > passage.line_end]
    own, others = (sum(name in named for _, named in lines) for name in (topic, other))
    head = any(topic in named for _, named in lines[:HEAD])
    shape = document.kind_of_document
    return {
        f"{rule} {topic in ruled} {other in ruled}": 1.0,
        f"{rule} {topic in ruled} {shape}": 1.0,
        f"document {shape}": 1.0,
        **{f"{'this' if code == topic else 'other'} {where}": 1.0 for code, where in _named(passage)},
        "document names it": float(own > 0),
        "document names the other": float(others > 0),
        "share of lines": own / max(1, len(lines)),
        "share of both": own / max(1, own + others),
        "only it": float(own > 0 and not others),
        f"only it {rule}": float(own > 0 and not others),
        "title of the paper": float(any(topic in named for _, named in lines[:TITLE_OF_PAPER])),
        "head": float(head),
        f"head {rule}": float(head),
        "line before": float(any(topic in named for named in before[-1:])),
        "lines before": float(any(topic in named for named in before[-BEFORE:])),
        "other in lines before": float(any(other in named for named in before[-BEFORE:])),
        "line behind": float(any(topic in named for named in behind[:1])),
        "begins": float(passage.start == 0),
        "short": float(len(lines) < SHORT),
    }


def _named(passage: Passage) -> list[tuple[str, str]]:
    """Return the topics that a passage names, and where: in its title, in the sentence of the activity, elsewhere."""
    start, end = cue_sentence(passage)
    title = len(passage.item.title)
    return [
        (h.code, "in title" if h.start < title else "in sentence" if start <= h.start < end else "elsewhere")
        for h in passage.of("topic")
    ]


@lru_cache(maxsize=4)
def _named_by_line(document: Document) -> Lines:
    """Return the number of each filled line of a document, and the topics that it names."""
    filled = [(n, line) for n, line in enumerate(document.lines, 1) if line.strip()]
    terms = vocabulary.terms()
    return tuple((n, frozenset(h.code for h in terms.find(line, "topic"))) for n, line in filled)


@cache
def _weights() -> dict[str, float]:
    return {row["feature"]: float(row["weight"]) for row in vocabulary.rows("topics_weighed")}
