"""What rules say of the topics of a passage, and where the paper names them -> how likely the activity is of each.

Whether a course "on the protection of workers" is one on trafficking depends on what stands around it: the heading of
the paper, its other paragraphs, whether it ever speaks of anything else. A logistic model weighs that, the same for
either topic beside the other; its weights (data/vocabulary/topics_weighed.csv) are learned by
data/build/learn_fields.py.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection
from functools import cache, lru_cache

from etl import logistic, vocabulary
from etl.find.events.clauses import cue_sentence
from etl.fixed import fixed
from etl.masthead import first_lines
from etl.records import Document, Passage

RULE = "topics.weighed"  # of topics that rules alone would not say
OTHER = {"TIP": "SOM", "SOM": "TIP"}
TITLE_OF_PAPER, HEAD = 3, 12  # filled lines at the beginning of a document
BEFORE = 3  # filled lines before a passage
SHORT = 25  # filled lines of a document
Named = tuple[frozenset[str], ...]


@fixed
class Paper:
    """The `numbers` of a document's filled lines, the topics `named` by each, and how many lines name a topic.

    `head` are those named by the first lines, of a feed by those above its entries.
    """

    numbers: tuple[int, ...]
    named: Named
    times: dict[str, int]
    head: Named


def likelihood(features: dict[str, float]) -> float:
    """Return how likely an activity is of a topic for which such features are seen."""
    return logistic.likelihood(features, _weights())


def features(passage: Passage, document: Document, topic: str, ruled: Collection[str], rule: str) -> dict[str, float]:
    """Return what there is to see of a topic for a passage to which a rule gives the topics `ruled`.

    In a feed nothing follows from the entry that happens to stand before or behind.
    """
    other = OTHER[topic]
    paper, shape = _named_by_line(document), document.kind_of_document
    before, behind = _beside(passage, paper, in_entry=shape == "feed")
    own, others = paper.times[topic], paper.times[other]
    head = any(topic in named for named in paper.head)
    return {
        f"{rule} {topic in ruled} {other in ruled}": 1.0,
        f"{rule} {topic in ruled} {shape}": 1.0,
        f"document {shape}": 1.0,
        **{f"{'this' if code == topic else 'other'} {where}": 1.0 for code, where in _named(passage)},
        "document names it": float(own > 0),
        "document names the other": float(others > 0),
        "share of lines": own / max(1, len(paper.named)),
        "share of both": own / max(1, own + others),
        "only it": float(own > 0 and not others),
        f"only it {rule}": float(own > 0 and not others),
        "title of the paper": float(any(topic in named for named in paper.head[:TITLE_OF_PAPER])),
        "head": float(head),
        f"head {rule}": float(head),
        "line before": float(any(topic in named for named in before[-1:])),
        "lines before": float(any(topic in named for named in before)),
        "other in lines before": float(any(other in named for named in before)),
        "line behind": float(any(topic in named for named in behind)),
        "begins": float(passage.start == 0),
        "short": float(len(paper.named) < SHORT),
    }


def _beside(passage: Passage, paper: Paper, in_entry: bool) -> tuple[Named, Named]:
    """Return the topics named by the lines before a passage and by the one behind it, perhaps of its own entry only."""
    first, last = bisect_left(paper.numbers, passage.line_start), bisect_right(paper.numbers, passage.line_end)
    least, most = 0, len(paper.numbers)
    if in_entry:
        item = passage.item
        least, most = bisect_left(paper.numbers, item.line_start), bisect_right(paper.numbers, item.line_end)
    return paper.named[max(least, first - BEFORE) : first], paper.named[last : min(most, last + 1)]


def _named(passage: Passage) -> list[tuple[str, str]]:
    """Return the topics that a passage names, and where: in its title, in the sentence of the activity, elsewhere."""
    start, end = cue_sentence(passage)
    title = len(passage.item.title)
    return [
        (h.code, "in title" if h.start < title else "in sentence" if start <= h.start < end else "elsewhere")
        for h in passage.of("topic")
    ]


@lru_cache(maxsize=4)
def _named_by_line(document: Document) -> Paper:
    """Return the filled lines of a document, and the topics that each names."""
    filled = [(n, line) for n, line in enumerate(document.lines, 1) if line.strip()]
    terms = vocabulary.terms()
    named = tuple(frozenset(h.code for h in terms.find(line, "topic")) for _, line in filled)
    times = {topic: sum(topic in codes for codes in named) for topic in OTHER}
    numbers = tuple(n for n, _ in filled)
    feed = document.kind_of_document == "feed"
    head = named[: bisect_right(numbers, len(first_lines(document)))] if feed else named
    return Paper(numbers, named, times, head[:HEAD])


@cache
def _weights() -> dict[str, float]:
    return {row["feature"]: float(row["weight"]) for row in vocabulary.rows("topics_weighed")}
