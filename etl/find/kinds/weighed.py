"""What rules say of the kinds of a passage, and which words stand where in it -> how likely each kind is.

Rules know the words for each kind and order them as the guide does; people call a course a workshop, and a workshop a
meeting, by more than one word. A logistic model with an answer for each kind weighs what the rules found together with
what the words around it mean, and how those of its sentence begin. Its weights (data/vocabulary/kinds_weighed.csv) are
learned by data/build/learn_fields.py.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from etl import logistic, vocabulary
from etl.find.events.words import SHARE, TOLD, words_of
from etl.find.kinds.place import places_of
from etl.records import Passage
from etl.terms import Hit

RULE = "kind.weighed"
WORDS = ("event", "act", "kind")  # groups of terms whose meaning counts
PEOPLE = ("person", "attendant")  # groups of which it counts that one is there


def likelihoods(features: Mapping[str, float]) -> dict[str, float]:
    """Return how likely each kind is, all together 1."""
    return logistic.likelihoods(features, *_weights())


def features(passage: Passage, scores: Mapping[str, float], ruled: str) -> dict[str, float]:
    """Return what there is to see of a passage to which rules give `scores` by kind, and the kind `ruled`."""
    text = passage.item.text.string
    most = max(scores.values(), default=0.0) or 1.0
    places = places_of(passage)

    def where(hit: Hit) -> str:
        if places.core[0] <= hit.start and hit.end <= places.core[1]:
            return "core"
        if hit.end <= places.title:
            return "title"
        return "sentence" if places.sentence[0] <= hit.start < places.sentence[1] else "elsewhere"

    return {
        f"rule {ruled}": 1.0,
        "no word": float(not scores),
        "sums up": float(passage.aggregate),
        f"shape {passage.item.shape}": 1.0,
        f"why {passage.rule}": 1.0,
        **{f"score {kind}": value for kind, value in scores.items()},
        **{f"share {kind}": value / most for kind, value in scores.items()},
        **{f"{where(h)} {h.group} {h.code}": 1.0 for h in passage.of(*WORDS)},
        **{f"{where(h)} {h.group}": 1.0 for h in passage.of(*PEOPLE)},
        **words_of("cue", text[passage.cue_start : passage.cue_end]),
        **words_of("word", text[slice(*places.sentence)]),
        **words_of(TOLD, passage.string, SHARE),
    }


@cache
def _weights() -> tuple[Mapping[str, Sequence[float]], Sequence[str]]:
    """Return the weights of each feature for each kind, and the kinds in the same order."""
    rows = vocabulary.rows("kinds_weighed")
    kinds = tuple(name for name in rows[0] if name != "feature")
    return {row["feature"]: tuple(float(row[kind]) for kind in kinds) for row in rows}, kinds
