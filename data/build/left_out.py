"""Papers of several writers -> what is read in each with models that were learned without its writer's papers.

The writers are dealt out into parts (writers.py), and the papers of a part are read with what was learned from all
others. NETWORKS is the folder that learn_network.py filled. The papers that the other models learn from are heard by
networks that did not know them, but knew this part: what they hear says of it no more than any other network would.

    python -m pip install -c constraints.txt -e ".[build]"
    python -m data.build.left_out SCORER.py NETWORKS LABELS.jsonl FOLDER OUT

Writes OUT/<name of a set>/mentions.parquet and evidence.parquet for data/build/calibrate.py: so read, papers are such
as nobody has seen. LABELS and FOLDER are of the documents that the rules were made with; those of this folder's papers
stand beside them. Some fifteen minutes, on two cores.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory

import pandas as pd

from data.build import learn_fields, learn_likely, learn_second_look
from data.build.tellings import Paired, fields_by_rules, paired, scorer_of
from data.build.writers import OF_WRITERS, PAPERS, apart, parts, writer_of, writers
from etl import pipeline
from etl.find import second_look, topics_weighed
from etl.find.events import likely
from etl.find.kinds import weighed
from etl.sources import sources

TABLES = ("mentions", "evidence")
Weights = dict[str, float]
Tables = dict[str, pd.DataFrame]


@dataclass(frozen=True)
class Models:
    """The weights of likely sentences (two models), of the kinds, of a topic, and of the second look."""

    sentences: dict[str, Weights]
    kinds: dict[str, Weights]
    topics: Weights
    second_look: Weights


def read(name: str, part: frozenset[str]) -> Tables:
    """Return the tables of some writers' papers of a set, read with the models in use."""
    frames = pipeline.run([s for s in sources([PAPERS / name]) if writer_of(s.name) in part]).frames
    return {table: frames[table] for table in TABLES}


def learned_without(part: frozenset[str], scorer: Path, labels: Path, documents: Path) -> Models:
    """Return the weights of all models, learned without the papers of some writers."""
    given = [(labels, documents), (PAPERS / "first_user.jsonl", documents)]
    given.append((PAPERS / "learned.jsonl", PAPERS / "learned"))
    with TemporaryDirectory() as folder:
        for name in OF_WRITERS:
            lines = (PAPERS / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
            of_others = Path(folder) / f"{name}.jsonl"
            kept = [line for line in lines if writer_of(json.loads(line)["source"]) not in part]
            of_others.write_text("\n".join(kept), encoding="utf-8")
            given.append((of_others, PAPERS / name))
        sentences = dict(learn_likely.models([*given, (PAPERS / "paragraphs.jsonl", PAPERS / "paragraphs")]))
        pairing = scorer_of(scorer)

        def read_again() -> list[Paired]:
            return [one for labels, papers in given for one in paired(labels, papers, pairing)]

        with using(Models(sentences, {}, {}, {})), fields_by_rules():
            kinds, topics = learn_fields.models(read_again())
        with using(Models(sentences, kinds, topics, {})):
            examples = [*learn_second_look.of_cases(), *learn_second_look.examples(read_again())]
        return Models(sentences, kinds, topics, learn_second_look.learned(examples))


@contextmanager
def using(models: Models) -> Iterator[None]:
    """Let papers be read with these weights meanwhile."""
    modules = (likely, weighed, topics_weighed, second_look)
    own = [module._weights for module in modules]
    likely._weights = _given(models.sentences)  # type: ignore[assignment]
    kinds = _by_feature(models.kinds)
    weighed._weights = lambda: kinds  # type: ignore[assignment]
    topics_weighed._weights = lambda: models.topics  # type: ignore[assignment]
    second_look._weights = lambda: models.second_look  # type: ignore[assignment]
    try:
        yield
    finally:
        for module, weights in zip(modules, own, strict=True):
            module._weights = weights


def _by_feature(kinds: dict[str, Weights]) -> tuple[dict[str, list[float]], list[str]]:
    """Return the weights of each feature for each kind, and the kinds, as etl/find/kinds/weighed.py has them."""
    names = {name for weights in kinds.values() for name in weights}
    return {name: [weights[name] for weights in kinds.values()] for name in names}, list(kinds)


def _given(weights: dict[str, Weights]) -> Callable[[str], Weights]:
    return lambda model: weights[model]


def read_part(part: frozenset[str], scorer: Path, networks: Path, labels: Path, documents: Path) -> dict[str, Tables]:
    """Return the tables of some writers' papers by set, read with models that were learned without these papers."""
    with apart(networks), using(learned_without(part, scorer, labels, documents)):
        return {name: read(name, own) for name in OF_WRITERS if (own := part & writers(name))}


def main() -> None:
    """Write the tables of each set."""
    scorer, networks, labels, documents, out = map(Path, sys.argv[1:])
    found: dict[tuple[str, str], list[pd.DataFrame]] = defaultdict(list)
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as processes:
        of_part = partial(read_part, scorer=scorer, networks=networks, labels=labels, documents=documents)
        for tables in processes.map(of_part, parts()):
            for name, of_set in tables.items():
                for table, rows in of_set.items():
                    found[name, table].append(rows)
    for (name, table), frames in found.items():
        (out / name).mkdir(parents=True, exist_ok=True)
        pd.concat(frames).to_parquet(out / name / f"{table}.parquet")


if __name__ == "__main__":
    main()
