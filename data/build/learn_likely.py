"""Papers with labels -> data/vocabulary/likely.csv: the weights by which etl/find/events/likely.py takes sentences.

    python -m pip install -c constraints.txt -e ".[build]"
    python -m data.build.learn_likely NETWORKS LABELS.jsonl FOLDER [LABELS.jsonl FOLDER ...]

NETWORKS is the folder that learn_network.py filled: each paper is heard by the network learned without its writer.

A label holds source, lines, whether it is optional, and `"activity": false` where its lines tell of none. Which of the
lines' sentences tells of the activity no label says: at first it is the one that weighs most, then twice the one that
the model just learned thinks likeliest. What rules leave over in the cases of tests/cases tells of none. Run it again
when rules have changed: the result depends on nothing but rules, cases, papers and labels.
"""

from __future__ import annotations

import csv
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from scipy.special import expit
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from data.build.writers import apart
from etl.compounds import with_compounds
from etl.find import headed
from etl.find.events import likely
from etl.find.events.clauses import Clause
from etl.find.events.features import Features, candidates
from etl.find.heard import heard
from etl.find.ruled import Ruled
from etl.find.ruled import by_rules as read_by_rules
from etl.language import language_of
from etl.pieces import pieces
from etl.read.documents import documents
from etl.read.file import File
from etl.records import Document, Item
from etl.split import shapes
from etl.text import joined
from etl.vocabulary import terms
from tests.bench.bench_etl import text as background

TABLE = Path(__file__).parents[1] / "vocabulary" / "likely.csv"
CASES = Path(__file__).parents[2] / "tests" / "cases"
BACKGROUND = 20_000  # characters
SELDOM = 4  # sentences; what is seen in fewer is no feature
STRENGTH = 0.1  # of the regularisation: 0.3 and 0.05 were no better where each maker of papers was left out in turn
ROUNDS = 4
OF_A_CASE = 10.0  # times as much as another: cases hold what was decided
MORE = 2.0  # a sentence of a case that would be taken counts so many times as much in the next round
Label = tuple[Path, int]  # the labels' file and the line in it


@dataclass(frozen=True)
class Sentence:
    """A sentence that the rules left over: what is seen of it, and of which activities its lines tell."""

    model: str
    features: Features
    score: float
    labels: tuple[Label, ...]
    weight: float = 1.0


def sentences(labels: Path, folder: Path) -> tuple[list[Sentence], set[Label], set[Label]]:
    """Return the sentences left over in labelled lines, the labels that rules found, and the optional ones."""
    rows = [json.loads(line) for line in labels.read_text(encoding="utf-8").splitlines() if line.strip()]
    read, found, optional = [], set(), set()
    for name in sorted({row["source"] for row in rows}):
        of_lines: dict[int, set[Label]] = defaultdict(set)
        for n, row in enumerate(rows):
            if row["source"] == name:
                told = row.get("activity") is not False
                for line in range(row["lines"][0], row["lines"][1] + 1):
                    of_lines[line] |= {(labels, n)} if told else set()
                if row.get("optional"):
                    optional.add((labels, n))
        for document in documents(File(name, folder / name)):
            if isinstance(document, Document):
                for part in ruled_and_heard(list(parts(document)), document):
                    sentences_of(part, document, of_lines, read, found)
    return read, found, optional


def parts(document: Document) -> Iterator[Item]:
    """Yield the parts of a document's items as etl.mentions reads them."""
    for item in shapes.split(document):
        for piece in pieces(item):
            yield from headed.parts_of(piece)


@dataclass(frozen=True)
class Part:
    """A part of a document, what rules read in it, and what the network hears in each of its sentences."""

    item: Item
    ruled: Ruled
    odds: list[float]


def ruled_and_heard(items: list[Item], document: Document) -> list[Part]:
    """Return the parts of a document with what rules read and the network hears in each."""
    read = [(item, by_rules(item, document)) for item in items]
    return [Part(*part, odds) for part, odds in zip(read, heard(read, document), strict=True)]


def sentences_of(
    part: Part, document: Document, of_lines: dict[int, set[Label]], read: list[Sentence], found: set[Label]
) -> None:
    """Add to `read` the sentences of an item that the rules left over, to `found` the labels of those they took."""
    item = part.item
    lines = range(item.line_start, item.line_end + 1)
    if 2 * sum(line in of_lines for line in lines) < len(lines):
        return  # mostly unlabelled

    def told(clause: Clause) -> set[Label]:
        first, last = item.text.lines_of(clause.start, clause.end)
        return set().union(*(of_lines.get(line, set()) for line in range(first, last + 1)))

    for clause in part.ruled.clauses:
        if any(clause.start <= p.cue_start < clause.end for p in part.ruled.found):
            found |= told(clause)
    read.extend(left_over(part, document, told))


def by_rules(item: Item, document: Document) -> Ruled:
    """Return what rules read in an item."""
    string = item.text.string
    hits = with_compounds(next(iter(terms().find_each([string]))), string, item.language)
    return read_by_rules(item, hits, document)


def left_over(part: Part, document: Document, told: Callable[[Clause], set[Label]]) -> Iterator[Sentence]:
    """Yield the sentences that the rules leave over where they leave it open whether there are more activities."""
    ruled = part.ruled
    if not ruled.open:
        return
    model = likely.BESIDE if ruled.found else likely.ALONE
    for clause, seen in candidates(ruled.clauses, part.odds, ruled.found, part.item, ruled.hits, document):
        features = {name: float(value) for name, value in seen.items()}
        yield Sentence(model, features, clause.score, tuple(sorted(told(clause))))


def of_cases() -> Iterator[Sentence]:
    """Yield the sentences that rules leave over in the cases of tests/cases: where the number is right, none counts."""
    for document, items, activities in cases():
        read = ruled_and_heard(items, document)
        if sum(len(part.ruled.found) for part in read) == activities:
            for part in read:
                for sentence in left_over(part, document, lambda clause: set()):
                    yield replace(sentence, weight=OF_A_CASE)


Case = tuple[Document, list[Item], int]


def cases() -> Iterator[Case]:
    """Yield the cases of tests/cases that say how many activities there are: a document, its items, and how many."""
    yield from _readings()
    yield from _activities()
    yield from _background()


def _readings() -> Iterator[tuple[Document, list[Item], int]]:
    told = [(row["text"], sum(bool(one.strip()) for one in row["activities"].split("|"))) for row in _rows("readings")]
    told += [(row["text"], row["donors"].count("|") + 1) for row in _rows("donors")]  # of each activity, if any
    told += [(row["text"], row["countries"].count("|") + 1) for row in _rows("places_of_documents")]
    told += [(row["document"].replace("//", " // "), 1) for row in _rows("dates_of_documents")]
    yield from (case_of(text, activities) for text, activities in told)


def case_of(text: str, activities: int) -> Case:
    """Return a case whose text has " // " between paragraphs and " / " between lines."""
    data = text.replace(" // ", "\n\n").replace(" / ", "\n").encode()
    document = next(iter(documents(File("a.txt", data=data))))
    assert isinstance(document, Document)
    return document, list(parts(document)), activities


def _activities() -> Iterator[tuple[Document, list[Item], int]]:
    for row in _rows("activity"):
        lines = [line for line in (row["title"], *row["text"].split("\\n")) if line]
        text = joined(list(enumerate(lines, start=1)), paragraphs=range(2, 99) if row["title"] else ())
        document = Document("a.txt", "", (), row["shape"], publisher=row["publisher"] or None)
        language = language_of(text.string)
        yield (
            document,
            [Item("a.txt", 0, row["shape"], 1, len(lines), "", "", row["title"], text, language)],
            int(row["activities"]),
        )


def _background() -> Iterator[tuple[Document, list[Item], int]]:
    """Yield a feed of politics, statistics and memories, made up of sentences with which reading is timed."""
    lines = tuple(background(BACKGROUND, seed=7, words=["mill", "heron", "bridge"], told=0).splitlines())
    document = Document("background.txt", "", lines, "feed")
    yield document, list(parts(document)), 0


def _rows(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader((CASES / f"{name}.csv").read_text(encoding="utf-8").splitlines()))


def learned(read: list[Sentence], missed: set[Label], optional: set[Label]) -> dict[str, float]:
    """Return the weights of a model's features; that of likely.BIAS stands for none."""
    seen = Counter(name for s in read for name in s.features)
    columns = DictVectorizer()
    matrix = columns.fit_transform([{k: v for k, v in s.features.items() if seen[k] >= SELDOM} for s in read])
    guess = np.array([s.score for s in read])
    of_label: dict[Label, list[int]] = defaultdict(list)
    for n, sentence in enumerate(read):
        for label in set(sentence.labels) & missed:
            of_label[label].append(n)
    weights = np.array([sentence.weight for sentence in read])
    for _ in range(ROUNDS):
        right = {max(places, key=lambda n: guess[n]) for _, places in sorted(of_label.items())}
        unsure = {n for places in of_label.values() for n in places} - right
        unsure |= {n for n, s in enumerate(read) if s.labels and set(s.labels) <= optional}
        sure = [n for n in range(len(read)) if n not in unsure]
        model = LogisticRegression(C=STRENGTH, max_iter=5000)
        model.fit(matrix[sure], [n in right for n in sure], sample_weight=weights[sure])
        guess = model.decision_function(matrix)
        weights[(weights >= OF_A_CASE) & (expit(guess) >= likely.LEAST)] *= MORE
    weights = dict(zip(columns.get_feature_names_out(), model.coef_[0], strict=True))
    return {likely.BIAS: float(model.intercept_[0])} | {name: float(weights[name]) for name in sorted(weights)}


def models(given: Sequence[tuple[Path, Path]]) -> Iterator[tuple[str, dict[str, float]]]:
    """Yield each model's name and weights, learned from (labels, folder of their papers) and the cases."""
    read: list[Sentence] = list(of_cases())
    found: set[Label] = set()
    optional: set[Label] = set()
    for labels, folder in given:
        more = sentences(labels, folder)
        read, found, optional = read + more[0], found | more[1], optional | more[2]
    missed = {label for s in read for label in s.labels} - found - optional
    print(f"{len(missed)} activities that the rules miss, {len(found)} that they find", file=sys.stderr)
    for name in (likely.ALONE, likely.BESIDE):
        yield name, learned([s for s in read if s.model == name], missed, optional)


def main() -> None:
    """Write the weights of both models."""
    networks, *given = map(Path, sys.argv[1:])
    with apart(networks):
        learned_ones = list(models(list(zip(given[::2], given[1::2], strict=True))))
    with TABLE.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["model", "feature", "weight"])
        for name, weights in learned_ones:
            writer.writerows([name, feature, f"{weight:.3f}"] for feature, weight in weights.items())


if __name__ == "__main__":
    main()
