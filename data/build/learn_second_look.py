"""Papers with labels -> data/vocabulary/second_look.csv: the weights by which etl/find/second_look.py keeps tellings.

    python -m pip install -c constraints.txt -e ".[build]"
    python -m data.build.learn_second_look SCORER.py NETWORKS LABELS.jsonl FOLDER [LABELS.jsonl FOLDER ...]

NETWORKS is the folder that learn_network.py filled: each paper is heard by the network learned without its writer.

SCORER.py pairs tellings with labels (`read_gold`, `match`, `score`). What is paired with an activity is one, what
stands in labelled lines and is not paired is none, what is paired with an optional one is left aside. In the cases of
tests/cases where as many are found as there are, each is one. Run it when rules have changed, behind learn_likely.py
and learn_fields.py: the result depends on nothing but rules, cases, papers and labels.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from data.build import learn_likely
from data.build.often import seen_often
from data.build.tellings import Paired, Telling, everything_kept, paired, scorer_of
from data.build.writers import apart
from etl import logistic, mentions
from etl.find import second_look
from etl.find.events.words import Features

TABLE = Path(__file__).parents[1] / "vocabulary" / "second_look.csv"
SELDOM = 5  # tellings; what is seen in fewer is no feature
STRENGTH = 0.05  # of the regularisation: 0.1 was no better where each writer of papers was left out in turn
OF_A_CASE = 0.1  # how much a telling of a case counts
ROUNDS, MORE = 4, 5.0  # a telling of a case that would be left out counts so many times as much in the next round


@dataclass(frozen=True)
class Example:
    """What is seen of a telling, whether it is an activity, how much it counts, and whether it is of a case."""

    features: Features
    is_one: bool
    weight: float
    of_a_case: bool = False


def examples(tellings: Iterable[Paired]) -> Iterator[Example]:
    """Yield the tellings of papers, without those that may or may not be one."""
    for one in tellings:
        if one.label is None or not one.label["optional"]:
            yield Example(_seen(one.telling), one.label is not None, one.weight)


def of_cases() -> Iterator[Example]:
    """Yield the tellings of the cases of which as many are found as there are."""
    with everything_kept() as seen:
        for document, items, activities in (*learn_likely.cases(), *_beside_one_event()):
            told = list(mentions.mentions(document, items))
            if len(told) == activities:
                yield from (Example(_seen(seen[one.row["mention_id"]]), True, OF_A_CASE, True) for one in told)


def _beside_one_event() -> Iterator[learn_likely.Case]:
    """Yield the cases that say on which days each of several activities of one event is."""
    with (learn_likely.CASES / "dates_of_one_event.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield learn_likely.case_of(row["text"].replace("//", " // "), len(row["days"].split()))


def _seen(one: Telling) -> Features:
    return second_look.features(one.passage, one.row, one.findings, one.document)


def learned(told: Sequence[Example]) -> dict[str, float]:
    """Return the weights of the features; that of logistic.BIAS stands for none."""
    often = seen_often((one.features for one in told), SELDOM)
    columns = DictVectorizer()
    matrix = columns.fit_transform([{k: float(v) for k, v in t.features.items() if k in often} for t in told])
    weights = np.array([one.weight for one in told])
    of_cases = np.array([one.of_a_case for one in told])
    model = LogisticRegression(C=STRENGTH, max_iter=5000)
    for _ in range(ROUNDS):
        model.fit(matrix, [one.is_one for one in told], sample_weight=weights)
        weights[of_cases & (model.predict_proba(matrix)[:, 1] < second_look.LEAST)] *= MORE
    found = dict(zip(columns.get_feature_names_out(), model.coef_[0], strict=True))
    return {logistic.BIAS: float(model.intercept_[0])} | {name: float(found[name]) for name in sorted(found)}


def main() -> None:
    """Write the weights."""
    scorer, (networks, *given) = scorer_of(Path(sys.argv[1])), [Path(name) for name in sys.argv[2:]]
    told = list(of_cases())
    with apart(networks):
        for labels, folder in zip(given[::2], given[1::2], strict=True):
            told += examples(paired(labels, folder, scorer))
    print(f"{sum(one.is_one for one in told)} of {len(told)} tellings are activities", file=sys.stderr)
    with TABLE.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["feature", "weight"])
        writer.writerows([name, f"{weight:.3f}"] for name, weight in learned(told).items())


if __name__ == "__main__":
    main()
