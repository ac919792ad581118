"""How well papers are read that no rule was made with: data/papers/unseen and modelled, against their labels.

    python -m pip install -c constraints.txt -e ".[build]"
    python -m tests.bench.bench_papers NETWORKS

Each set is read by rules alone, and with models that were learned from all papers but those of the writer who is read
(data/build/left_out.py); NETWORKS is the folder that data/build/learn_network.py filled. Needs the labelled documents
and the scorer beside the project. Half an hour.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from pathlib import Path
from tempfile import TemporaryDirectory
from types import ModuleType

import pandas as pd

from data.build.left_out import learned_without, read, using
from data.build.tellings import fields_by_rules, scorer_of
from data.build.writers import OF_WRITERS, PAPERS, apart, network_file, parts, writer_of, writers
from etl.find import second_look
from etl.find.events import likely
from tests.service import ROOT

SHARED = ROOT.parent / "shared"
SEEDS, LABELS, SCORER = SHARED / "seeds", SHARED / "gold" / "dev.jsonl", SHARED / "bench" / "score_extraction.py"
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
NEVER = 2.0  # no sentence is so likely


def main() -> None:
    """Print what is found in each set, and how much of it is right."""
    if not SEEDS.is_dir():
        sys.exit(f"{SEEDS} is missing: the models are learned from the labelled documents too")
    networks = Path(*sys.argv[1:2])
    if not network_file(networks, 0).is_file():
        sys.exit("Name the folder of networks; python -m data.build.learn_network fills it (see there)")
    scorer = scorer_of(SCORER)
    alone: dict[str, list[pd.DataFrame]] = defaultdict(list)
    helped: dict[str, list[pd.DataFrame]] = defaultdict(list)
    for part in parts():
        with apart(networks):
            models = learned_without(part, SCORER, LABELS, SEEDS)
        for name in OF_WRITERS:
            alone[name].append(by_rules(name, part & writers(name)))
            with apart(networks), using(models):
                helped[name].append(read(name, part & writers(name))["mentions"])
    for name in OF_WRITERS:
        for title, found in (("rules alone", alone), ("with models of the other writers' papers", helped)):
            print(f"{name}, {title}: {told(scored(found[name], name, scorer))}", flush=True)


def by_rules(name: str, part: frozenset[str]) -> pd.DataFrame:
    """Return the mentions in some writers' papers, found and read by rules alone."""
    kept = likely.LEAST, second_look.LEAST
    likely.LEAST, second_look.LEAST = NEVER, 0.0
    try:
        with fields_by_rules():
            return read(name, part)["mentions"]
    finally:
        likely.LEAST, second_look.LEAST = kept


def scored(found: list[pd.DataFrame], name: str, scorer: ModuleType) -> dict[str, dict[str, float]]:
    """Return what the scorer says of the mentions in all papers of a set."""
    with TemporaryDirectory() as folder:
        pd.concat(found).to_parquet(Path(folder) / "mentions.parquet")
        mentions = scorer.read_mentions(Path(folder) / "mentions.parquet")
    labels, covered = scorer.read_gold(PAPERS / f"{name}.jsonl")
    labels = [label for label in labels if writer_of(label["document"]) in writers(name)]
    return scorer.score(labels, covered, mentions)  # type: ignore[no-any-return]


def told(score: dict[str, dict[str, float]]) -> str:
    """Return the figures on one line."""
    fields = " ".join(f"{name} {score['fields'][name]:.3f}" for name in SHOWN)
    found = " ".join(f"{name} {share:.3f}" for name, share in score["detection"].items())
    return f"{found} | {fields} | whole rows {score['row_exact']:.3f}"


if __name__ == "__main__":
    main()
