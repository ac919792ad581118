"""Papers with labels -> data/vocabulary/kinds_weighed.csv, topics_weighed.csv: how likely each kind is, and each topic.

    python -m pip install -c constraints.txt -e ".[build]"
    python -m data.build.learn_fields SCORER.py NETWORKS LABELS.jsonl FOLDER [LABELS.jsonl FOLDER ...]

NETWORKS is the folder that learn_network.py filled: each paper is heard by the network learned without its writer.
SCORER.py pairs tellings with labels; where a label has two readings and the rules' answer is one of them, that is
right. The cases of tests/cases that say a kind or topics are learned too. Run it when rules have changed, behind
learn_likely.py: the result depends on nothing but rules, cases, papers and labels.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from data.build.learn_likely import CASES, case_of
from data.build.often import seen_often
from data.build.tellings import Label, Paired, Telling, everything_kept, fields_by_rules, paired, scorer_of
from data.build.writers import apart
from etl import logistic, mentions, vocabulary
from etl.find import activity, kind, topics, topics_weighed
from etl.language import language_of
from etl.records import Document, Item, Passage
from etl.text import joined

TABLES = Path(__file__).parents[1] / "vocabulary"
KINDS, TOPICS = "kinds_weighed", "topics_weighed"  # the tables
SELDOM = 5  # tellings; what is seen in fewer is no feature
OF_KINDS, OF_TOPICS = 0.3, 0.5  # regularisation; a third and three times as much were no better on writers left out
OF_A_CASE = 0.3  # how much a case counts, a telling of papers 1
ROUNDS, MORE = 9, 3.0  # a case that would be read wrongly counts so many times as much in the next round
WEIGHTY = 0.05  # a feature that weighs less for every kind is not written
Weights = dict[str, float]


@dataclass(frozen=True)
class Example:
    """What is seen, what the right answer is, how much it counts, and whether it is of a case."""

    features: Mapping[str, float]
    answer: str
    weight: float
    of_a_case: bool = False


def kinds_of(tellings: Sequence[Paired]) -> Iterator[Example]:
    """Yield what is seen of the kinds of tellings that are activities."""
    for one in tellings:
        if one.label:
            features, ruled = kind.seen(one.telling.passage)
            yield Example(features, _reading(one.label, "kind", ruled), one.weight)


def topics_of(tellings: Sequence[Paired]) -> Iterator[Example]:
    """Yield what is seen of either topic in tellings that are activities; the answer is "1" for those it has."""
    for one in tellings:
        if one.label:
            ruled = topics.by_rules(one.telling.passage, one.telling.document)
            right = _reading(one.label, "topics", frozenset(ruled.value))
            yield from _of_topics(one.telling.passage, one.telling.document, right, one.weight)


def _reading(label: Label, field: str, ruled: Any) -> Any:
    """Return what is right for a field, of two readings the one that rules have."""
    other = label["alt"].get(field)
    return other if field in label["alt"] and other == ruled else label[field]


def _of_topics(
    passage: Passage, document: Document, right: Sequence[str], weight: float, of_a_case: bool = False
) -> Iterator[Example]:
    ruled = topics.by_rules(passage, document)
    for topic in topics.ORDER:
        features = topics_weighed.features(passage, document, topic, ruled.value, ruled.rule)
        yield Example(features, str(int(topic in right)), weight, of_a_case)


def kinds_of_cases() -> Iterator[Example]:
    """Yield what is seen of the cases that say a kind: of one activity, or of all in a small text."""
    for row in _rows("kinds"):
        for passage in _passages(row["title"], row["text"]):
            yield Example(kind.seen(passage)[0], row["kind"], OF_A_CASE, True)
    for row in _rows("readings"):
        said = [told.split()[0] for told in row["activities"].split("|") if told.strip()]
        told = _told(row["text"])
        if len(told) == len(said):
            for one, right in zip(told, said, strict=True):
                yield Example(kind.seen(one.passage)[0], right, OF_A_CASE, True)


def topics_of_cases() -> Iterator[Example]:
    """Yield what is seen of either topic in the cases that say them."""
    for row in _rows("topics"):
        for passage in _passages("", row["text"]):
            yield from _of_topics(passage, Document("", "", ()), row["topics"].split(";"), OF_A_CASE, True)
    for row in _rows("topics_of_documents"):
        for one, right in zip(_told(row["text"]), row["topics"].split("|"), strict=True):
            yield from _of_topics(one.passage, one.document, right.split(";"), OF_A_CASE, True)


def _told(text: str) -> list[Telling]:
    document, items, _ = case_of(text, activities=0)
    with everything_kept() as seen:
        return [seen[one.row["mention_id"]] for one in mentions.mentions(document, items)]


def _passages(title: str, text: str) -> list[Passage]:
    rows = list(enumerate([line for line in (title, *text.split("\\n")) if line], start=1))
    whole = joined(rows, paragraphs=range(2, 99) if title else ())
    item = Item("a.txt", 0, "feed", 1, len(rows), "par. 1", "", title, whole, language_of(whole.string))
    return activity.passages(item, vocabulary.terms().find(whole.string), Document("a.txt", "feed", (), "feed"))


def _rows(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader((CASES / f"{name}.csv").read_text(encoding="utf-8").split("\n")))


def learned(examples: Sequence[Example], strength: float) -> dict[str, Weights]:
    """Return the weights of the features by answer (of two answers, of the second alone)."""
    often = seen_often((one.features for one in examples), SELDOM)
    columns = DictVectorizer()
    matrix = columns.fit_transform([{k: float(v) for k, v in e.features.items() if k in often} for e in examples])
    weights = np.array([one.weight for one in examples])
    answers = np.array([one.answer for one in examples])
    of_cases = np.array([one.of_a_case for one in examples])
    model = LogisticRegression(C=strength, max_iter=5000)
    for _ in range(ROUNDS):
        model.fit(matrix, answers, sample_weight=weights)
        weights[of_cases & (model.predict(matrix) != answers)] *= MORE
    names = columns.get_feature_names_out()
    of_two = len(model.classes_) == len(model.coef_) + 1
    return {
        str(answer): {logistic.BIAS: float(bias)} | dict(sorted(zip(names, map(float, found), strict=True)))
        for answer, bias, found in zip(model.classes_[of_two:], model.intercept_, model.coef_, strict=True)
    }


def models(tellings: Sequence[Paired]) -> tuple[dict[str, Weights], Weights]:
    """Return the weights of the kinds, by kind, and those of a topic."""
    kinds = learned([*kinds_of_cases(), *kinds_of(tellings)], OF_KINDS)
    (of_a_topic,) = learned([*topics_of_cases(), *topics_of(tellings)], OF_TOPICS).values()
    return kinds, of_a_topic


def main() -> None:
    """Write the weights."""
    scorer, (networks, *given) = scorer_of(Path(sys.argv[1])), [Path(name) for name in sys.argv[2:]]
    tellings: list[Paired] = []
    with fields_by_rules(), apart(networks):
        for labels, folder in zip(given[::2], given[1::2], strict=True):
            tellings += paired(labels, folder, scorer)
        kinds, of_a_topic = models(tellings)
    order = [code for code in vocabulary.codes("kinds") if code in kinds]
    with (TABLES / f"{KINDS}.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["feature", *order])
        for name in next(iter(kinds.values())):
            if any(abs(kinds[code][name]) >= WEIGHTY for code in order):
                writer.writerow([name, *(f"{kinds[code][name]:.2f}" for code in order)])
    with (TABLES / f"{TOPICS}.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["feature", "weight"])
        writer.writerows([name, f"{weight:.3f}"] for name, weight in of_a_topic.items())


if __name__ == "__main__":
    main()
