"""How well papers are read that no rule was made with: data/papers/unseen, against their labels.

    python -m pip install -c constraints.txt -e ".[build]"
    python -m tests.bench.bench_papers

Read twice: by rules alone, and with models that were learned from all papers but those of the writer who is read (the
first letter of a paper's name). Needs the labelled documents and the scorer beside the project. A minute.
"""

from __future__ import annotations

import importlib.util
import json
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from types import ModuleType

import pandas as pd

from data.build import learn_likely
from etl import pipeline
from etl.find.events import likely
from etl.sources import sources
from tests.service import ROOT

SHARED, PAPERS = ROOT.parent / "shared", ROOT / "data" / "papers"
SEEDS, UNSEEN = SHARED / "seeds", PAPERS / "unseen"
SHOWN = (
    "start",
    "end",
    "date_basis",
    "kind",
    "host",
    "country",
    "areas",
    "topics",
    "donors",
    "participants",
    "trained",
)
Weights = dict[str, dict[str, float]]
NEVER = 2.0  # no sentence is so likely


def main() -> None:
    """Print what is found, and how much of it is right."""
    if not SEEDS.is_dir():
        sys.exit(f"{SEEDS} is missing: the models are learned from the labelled documents too")
    weights = {writer: learned_without(writer) for writer in writers()}
    least = likely.LEAST
    for title, bar in (("rules alone", NEVER), ("with models of the other writers' papers", least)):
        likely.LEAST = bar
        print(f"{title}: {told(scored(weights))}")


def writers() -> list[str]:
    """Return the letters by which the writers of the papers go."""
    return sorted({path.name[0] for path in UNSEEN.iterdir()})


def learned_without(writer: str) -> Weights:
    """Return the weights of both models, learned without the unseen papers of a writer."""
    lines = (PAPERS / "unseen.jsonl").read_text(encoding="utf-8").splitlines()
    with TemporaryDirectory() as folder:
        others = Path(folder) / "others.jsonl"
        others.write_text("\n".join(li for li in lines if json.loads(li)["source"][0] != writer), encoding="utf-8")
        given = [(SHARED / "gold" / "dev.jsonl", SEEDS), (PAPERS / "first_user.jsonl", SEEDS)]
        given += [(PAPERS / f"{name}.jsonl", PAPERS / name) for name in ("learned", "paragraphs")]
        given.append((others, UNSEEN))
        return dict(learn_likely.models(given))


def scored(weights: dict[str, Weights]) -> dict[str, dict[str, float]]:
    """Return what the scorer says of all papers, each writer's read with the weights of the others."""
    scorer = _scorer()
    read = []
    for writer, own in weights.items():
        likely._weights = _weights_of(own)  # type: ignore[assignment]
        read.append(pipeline.run([s for s in sources([UNSEEN]) if Path(s.name).name[0] == writer]).frames["mentions"])
    labels, covered = scorer.read_gold(PAPERS / "unseen.jsonl")
    with TemporaryDirectory() as folder:
        pd.concat(read).to_parquet(Path(folder) / "mentions.parquet")
        found = scorer.read_mentions(Path(folder) / "mentions.parquet")
    return scorer.score(labels, covered, found)  # type: ignore[no-any-return]


def told(score: dict[str, dict[str, float]]) -> str:
    """Return the figures on one line."""
    fields = " ".join(f"{name} {score['fields'][name]:.3f}" for name in SHOWN)
    found = " ".join(f"{name} {share:.3f}" for name, share in score["detection"].items())
    return f"{found} | {fields} | whole rows {score['row_exact']:.3f}"


def _weights_of(own: Weights) -> Callable[[str], dict[str, float]]:
    return lambda model: own[model]


def _scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_extraction", SHARED / "bench" / "score_extraction.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    main()
