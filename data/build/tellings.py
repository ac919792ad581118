"""Papers with labels -> their tellings, all fields of them read, each with the label that it is paired with.

From these learn_second_look.py learns which tellings count, and learn_fields.py what their fields are.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from types import ModuleType
from typing import Any

import pandas as pd

from etl import mentions, pipeline
from etl.find import kind, second_look, topics
from etl.records import Document, Finding, Mention, Passage
from etl.sources import sources

RULES_MADE_WITH = frozenset(("dev", "first_user", "learned"))  # names of files of labels: there rules seldom fail
OF_THESE = 0.3  # how much a telling of these counts, those of other papers 1
PORTION = 300  # papers that are read at once: so few that they are read in this process, which keeps what it sees
Label = Mapping[str, Any]


@dataclass(frozen=True)
class Telling:
    """A telling as it was read: the columns of its `row`, what its `findings` say, and from where."""

    passage: Passage
    findings: list[Finding]
    document: Document
    row: Mapping[str, Any]


@dataclass(frozen=True)
class Paired:
    """A telling in labelled lines, the activity that it tells of (None: of none), and how much it counts."""

    telling: Telling
    label: Label | None
    weight: float


def paired(labels: Path, folder: Path, scorer: ModuleType) -> list[Paired]:
    """Return the tellings in labelled lines of the papers of `folder`, paired with the labels as `scorer` does."""
    papers = sources([folder])
    portions = [papers[n : n + PORTION] for n in range(0, len(papers), PORTION)]
    with everything_kept() as seen:
        read = pd.concat([pipeline.run(portion).frames["mentions"] for portion in portions])
    with TemporaryDirectory() as aside:
        read.to_parquet(Path(aside) / "mentions.parquet")
        found = scorer.read_mentions(Path(aside) / "mentions.parquet")
    for one, name in zip(found, read["mention_id"], strict=True):
        one["name"] = name
    activities, covered = scorer.read_gold(labels)
    inside = scorer.score(activities, covered, found)["_inside"]
    label_of = {n: activities[label] for label, n in scorer.match(activities, inside)}
    weight = OF_THESE if labels.stem in RULES_MADE_WITH else 1.0
    return [Paired(seen[one["name"]], label_of.get(n), weight) for n, one in enumerate(inside) if one["name"] in seen]


@contextmanager
def everything_kept() -> Iterator[dict[str, Telling]]:
    """Let every telling be kept meanwhile, and give each by its mention_id."""
    seen: dict[str, Telling] = {}
    least, make = second_look.LEAST, mentions._mention

    def noted(passage: Passage, findings: list[Finding], document: Document, *others: Any) -> Mention:
        mention = make(passage, findings, document, *others)
        seen[mention.row["mention_id"]] = Telling(passage, findings, document, mentions.row_of(findings))
        return mention

    second_look.LEAST, mentions._mention = 0.0, noted  # type: ignore[assignment]
    try:
        yield seen
    finally:
        second_look.LEAST, mentions._mention = least, make


@contextmanager
def fields_by_rules() -> Iterator[None]:
    """Let rules alone say the kind and the topics meanwhile."""
    asked = kind.is_of_others, topics.is_of_others
    kind.is_of_others = topics.is_of_others = lambda passage, document: False  # type: ignore[assignment]
    try:
        yield
    finally:
        kind.is_of_others, topics.is_of_others = asked


def scorer_of(path: Path) -> ModuleType:
    """Return the module that pairs tellings with labels."""
    spec = importlib.util.spec_from_file_location("scorer", path)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
