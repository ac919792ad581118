"""Papers with labels -> data/vocabulary/second_look.csv: the weights by which etl/find/second_look.py keeps tellings.

    python -m pip install -c constraints.txt -e ".[build]"
    python -m data.build.learn_second_look SCORER.py LABELS.jsonl FOLDER [LABELS.jsonl FOLDER ...]

SCORER.py pairs tellings with labels (`read_gold`, `score`). What is paired with an activity is one, what stands in
labelled lines and is not paired is none, what is paired with an optional one is left aside. Tellings of papers that
the rules were made with (RULES_MADE_WITH) count less, for there rules seldom fail. In the cases of tests/cases where
as many are found as there are, each is one. Run it when rules have changed, behind learn_likely.py: the result depends
on nothing but rules, cases, papers and labels.
"""

from __future__ import annotations

import csv
import importlib.util
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from types import ModuleType
from typing import Any

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from data.build import learn_likely
from etl import logistic, mentions, pipeline
from etl.find import second_look
from etl.find.events.features import Features
from etl.records import Document, Finding, Mention, Passage
from etl.sources import sources

TABLE = Path(__file__).parents[1] / "vocabulary" / "second_look.csv"
SELDOM = 5  # tellings; what is seen in fewer is no feature
STRENGTH = 0.1  # of the regularisation: 0.05 and 0.2 were no better where each writer of papers was left out in turn
RULES_MADE_WITH = frozenset(("dev", "first_user", "learned"))  # names of files of labels
OF_THESE, OF_A_CASE = 0.3, 0.1  # how much a telling counts, those of other papers 1
ROUNDS, MORE = 4, 5.0  # a telling of a case that would be left out counts so many times as much in the next round


@dataclass(frozen=True)
class Telling:
    """What is seen of a telling, whether it is an activity, how much it counts, and the paper that holds it."""

    paper: str
    features: Features
    is_one: bool
    weight: float


def tellings(labels: Path, folder: Path, scorer: ModuleType) -> list[Telling]:
    """Return the tellings in labelled lines of the papers of `folder`, without those that may or may not be one."""
    with everything_kept() as seen:
        read = pipeline.run(sources([folder])).frames["mentions"]
    with TemporaryDirectory() as aside:
        read.to_parquet(Path(aside) / "mentions.parquet")
        found = scorer.read_mentions(Path(aside) / "mentions.parquet")
    for one, name in zip(found, read["mention_id"], strict=True):
        one["name"] = name
    scored = scorer.score(*scorer.read_gold(labels), found)
    right = {n for _, n in scored["_pairs"]}
    weight = OF_THESE if labels.stem in RULES_MADE_WITH else 1.0
    return [
        Telling(one["document"], seen[one["name"]], n in right, weight)
        for n, one in enumerate(scored["_inside"])
        if n not in scored["_set_aside"] and one["name"] in seen
    ]


@contextmanager
def everything_kept() -> Iterator[dict[str, Features]]:
    """Let every telling be kept meanwhile, and give what is seen of each by its mention_id."""
    seen: dict[str, Features] = {}
    least, make = second_look.LEAST, mentions._mention

    def noted(passage: Passage, findings: list[Finding], document: Document, *others: Any) -> Mention:
        mention = make(passage, findings, document, *others)
        row = mentions.row_of(findings)
        seen[mention.row["mention_id"]] = second_look.features(passage, row, findings, document)
        return mention

    second_look.LEAST, mentions._mention = 0.0, noted  # type: ignore[assignment]
    try:
        yield seen
    finally:
        second_look.LEAST, mentions._mention = least, make


def of_cases() -> Iterator[Telling]:
    """Yield the tellings of the cases of which as many are found as there are."""
    with everything_kept() as seen:
        for document, items, activities in learn_likely.cases():
            told = list(mentions.mentions(document, items))
            if len(told) == activities:
                yield from (Telling("", seen[one.row["mention_id"]], True, OF_A_CASE) for one in told)


def learned(told: Sequence[Telling]) -> dict[str, float]:
    """Return the weights of the features; that of logistic.BIAS stands for none."""
    times = Counter(name for one in told for name in one.features)
    columns = DictVectorizer()
    matrix = columns.fit_transform([{k: float(v) for k, v in t.features.items() if times[k] >= SELDOM} for t in told])
    weights = np.array([one.weight for one in told])
    of_cases = np.array([not one.paper for one in told])
    model = LogisticRegression(C=STRENGTH, max_iter=5000)
    for _ in range(ROUNDS):
        model.fit(matrix, [one.is_one for one in told], sample_weight=weights)
        weights[of_cases & (model.predict_proba(matrix)[:, 1] < second_look.LEAST)] *= MORE
    found = dict(zip(columns.get_feature_names_out(), model.coef_[0], strict=True))
    return {logistic.BIAS: float(model.intercept_[0])} | {name: float(found[name]) for name in sorted(found)}


def scorer_of(path: Path) -> ModuleType:
    """Return the module that pairs tellings with labels."""
    spec = importlib.util.spec_from_file_location("scorer", path)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def main() -> None:
    """Write the weights."""
    scorer, given = scorer_of(Path(sys.argv[1])), [Path(name) for name in sys.argv[2:]]
    told = list(of_cases())
    for labels, folder in zip(given[::2], given[1::2], strict=True):
        told += tellings(labels, folder, scorer)
    print(f"{sum(one.is_one for one in told)} of {len(told)} tellings are activities", file=sys.stderr)
    with TABLE.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["feature", "weight"])
        writer.writerows([name, f"{weight:.3f}"] for name, weight in learned(told).items())


if __name__ == "__main__":
    main()
