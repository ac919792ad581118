"""How well papers are read that no rule was made with: data/papers/unseen and modelled, against their labels.

    python -m pip install -c constraints.txt -e ".[build]"
    python -m tests.bench.bench_papers

Each set is read by rules alone, and with models that were learned from all papers but those of the writer who is read
(the first letter of a paper's name). Needs the labelled documents and the scorer beside the project. Five minutes.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pandas as pd

from data.build import learn_likely, learn_second_look
from etl import pipeline
from etl.find import second_look
from etl.find.events import likely
from etl.sources import sources
from tests.service import ROOT

SHARED, PAPERS = ROOT.parent / "shared", ROOT / "data" / "papers"
SEEDS = SHARED / "seeds"
OF_WRITERS = ("unseen", "modelled")  # the sets that are read
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
Weights = dict[str, float]
Models = tuple[dict[str, Weights], Weights]  # of both models of likely sentences, and of the second look
NEVER = 2.0  # no sentence is so likely


def main() -> None:
    """Print what is found in each set, and how much of it is right."""
    if not SEEDS.is_dir():
        sys.exit(f"{SEEDS} is missing: the models are learned from the labelled documents too")
    scorer = learn_second_look.scorer_of(SHARED / "bench" / "score_extraction.py")
    for name in OF_WRITERS:
        alone, helped = [], []
        for writer in writers(name):
            papers = [s for s in sources([PAPERS / name]) if Path(s.name).name[0] == writer]
            with using(*learned_without(writer)):
                helped.append(pipeline.run(papers).frames["mentions"])
                likely.LEAST, second_look.LEAST, kept = NEVER, 0.0, (likely.LEAST, second_look.LEAST)
                alone.append(pipeline.run(papers).frames["mentions"])
                likely.LEAST, second_look.LEAST = kept
        for title, read in (("rules alone", alone), ("with models of the other writers' papers", helped)):
            with TemporaryDirectory() as folder:
                pd.concat(read).to_parquet(Path(folder) / "mentions.parquet")
                found = scorer.read_mentions(Path(folder) / "mentions.parquet")
            print(f"{name}, {title}: {told(scorer.score(*scorer.read_gold(PAPERS / f'{name}.jsonl'), found))}")


def writers(name: str) -> list[str]:
    """Return the letters by which the writers of a set of papers go."""
    return sorted({path.name[0] for path in (PAPERS / name).iterdir()})


def learned_without(writer: str) -> Models:
    """Return the weights of all models, learned without the papers of a writer."""
    given = [(SHARED / "gold" / "dev.jsonl", SEEDS), (PAPERS / "first_user.jsonl", SEEDS)]
    given.append((PAPERS / "learned.jsonl", PAPERS / "learned"))
    with TemporaryDirectory() as folder:
        for name in OF_WRITERS:
            lines = (PAPERS / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
            of_others = Path(folder) / f"{name}.jsonl"
            of_others.write_text(
                "\n".join(li for li in lines if json.loads(li)["source"][0] != writer), encoding="utf-8"
            )
            given.append((of_others, PAPERS / name))
        sentences = dict(learn_likely.models([*given, (PAPERS / "paragraphs.jsonl", PAPERS / "paragraphs")]))
        scorer = learn_second_look.scorer_of(SHARED / "bench" / "score_extraction.py")
        with using(sentences, {}):
            told = list(learn_second_look.of_cases())
            told += (one for labels, papers in given for one in learn_second_look.tellings(labels, papers, scorer))
        return sentences, learn_second_look.learned(told)


@contextmanager
def using(of_sentences: dict[str, Weights], of_tellings: Weights) -> Iterator[None]:
    """Let papers be read with these weights meanwhile."""
    own = likely._weights, second_look._weights
    likely._weights, second_look._weights = _given(of_sentences), lambda: of_tellings  # type: ignore[assignment]
    try:
        yield
    finally:
        likely._weights, second_look._weights = own


def _given(weights: dict[str, Weights]) -> Callable[[str], Weights]:
    return lambda model: weights[model]


def told(score: dict[str, dict[str, float]]) -> str:
    """Return the figures on one line."""
    fields = " ".join(f"{name} {score['fields'][name]:.3f}" for name in SHOWN)
    found = " ".join(f"{name} {share:.3f}" for name, share in score["detection"].items())
    return f"{found} | {fields} | whole rows {score['row_exact']:.3f}"


if __name__ == "__main__":
    main()
