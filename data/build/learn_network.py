"""Papers with labels -> data/vocabulary/network.npz: the network with which etl/find/events/network.py hears sentences.

    python -m pip install -c constraints.txt -e ".[build]"
    python -m data.build.learn_network FOLDER LABELS.jsonl PAPERS [LABELS.jsonl PAPERS ...]

Into FOLDER go as many more networks, each learned without the papers of a part of the writers (writers.py): through
them the other models see each paper as they will see those of others. Which of its lines' sentences tells of an
activity no label says: at first it is the one that rules took or that weighs most, then the one that the network itself
thinks likeliest. Run it first when rules have changed: the result depends on nothing but rules, papers and labels, on
one kind of processor. Seventeen minutes on two busy cores.
"""

from __future__ import annotations

import json
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import islice
from multiprocessing import get_context
from pathlib import Path

import numpy as np
import torch
from torch import nn
from torch.nn.functional import binary_cross_entropy_with_logits, relu

from data.build.learn_likely import by_rules, parts
from data.build.writers import PARTS, all_parts, network_file, writer_of
from etl.find import heard
from etl.find.events import network
from etl.find.events.network import NO_WORD, UNKNOWN, Sentence
from etl.find.events.words import STEM
from etl.read.documents import documents
from etl.read.file import File
from etl.records import Document

SEED = 1
WIDTH, OF_A_WORD = 96, 48  # of what is known of a sentence, and of a word; a third less was worse by 1.5 hundredths
SELDOM, SELDOM_SEEN = 6, 10  # sentences; words and features in fewer are not known
ROUNDS, AT_ONCE = 4, 8  # times that all papers are gone through, and papers between two steps
PACE, FORGOTTEN, OFF = 2e-3, 0.4, 0.1  # the first step's length; shares of what is known, and of words, left out
AVERAGE = 0.998  # of the last weights that stays at each step: the network is the average of those on the way
PERHAPS_AT_FIRST, PERHAPS = 0.3, 0.5  # how much the other sentences of an activity count as telling of none
TOOK = 5.0  # added to the weight of a sentence that rules took
MOST = 200  # sentences heard together when it is learned


@dataclass(frozen=True)
class Paper:
    """The sentences that are heard together, the activities told in each, and which of them are optional."""

    writer: str
    sentences: list[Sentence]
    labels: list[frozenset[int]]
    weights: list[float]
    optional: frozenset[int]


def papers(labels: Path, folder: Path) -> list[Paper]:
    """Return what is heard together in the labelled papers of a folder."""
    of_source: dict[str, list[tuple[int, dict[str, object]]]] = defaultdict(list)
    for n, line in enumerate(labels.read_text(encoding="utf-8").splitlines()):
        row = json.loads(line)
        of_source[row["source"]].append((n, row))
    return [
        paper
        for name, rows in sorted(of_source.items())
        for document in documents(File(name, folder / name))
        if isinstance(document, Document)
        for paper in _heard_together(document, rows)
    ]


def _heard_together(document: Document, rows: list[tuple[int, dict[str, object]]]) -> list[Paper]:
    of_line: dict[int, set[int]] = defaultdict(set)
    for n, row in rows:
        if row.get("activity") is not False:
            first, last = row["lines"]  # type: ignore[misc]
            for line in range(first, last + 1):
                of_line[line].add(n)
    optional = frozenset(n for n, row in rows if row.get("optional"))
    read = [(item, by_rules(item, document)) for item in parts(document)]
    found = []
    for some in heard.together(read, document):
        one = Paper(writer_of(document.name), [], [], [], optional)
        for item, ruled in some:
            for clause, sentence in zip(ruled.clauses, heard.sentences(item, ruled), strict=True):
                lines = item.text.lines_of(clause.start, clause.end)
                told = set[int]().union(*(of_line[line] for line in range(lines[0], lines[1] + 1)))
                one.sentences.append(sentence)
                one.labels.append(frozenset(told))
                one.weights.append(clause.score + TOOK * sentence.seen["found"])
        found += [one] if one.sentences else []
    return found


@dataclass(frozen=True)
class Names:
    """The words, stems and features that a network knows."""

    words: list[str]
    stems: list[str]
    features: list[str]


def names_in(read: Sequence[Paper]) -> Names:
    """Return what is seen often enough, in an order that depends on nothing else."""

    def often(of: Callable[[Sentence], set[str]], least: int) -> list[str]:
        seen = Counter(name for paper in read for sentence in paper.sentences for name in of(sentence))
        return sorted(name for name, times in seen.items() if times >= least)

    return Names(
        often(lambda s: set(s.words), SELDOM),
        often(lambda s: {word[:STEM] for word in s.words}, SELDOM),
        often(lambda s: {name for name, value in s.seen.items() if value}, SELDOM_SEEN),
    )


class Learner(nn.Module):
    """The network while it is learned; `arrays` are what etl/find/events/network.py calculates with."""

    def __init__(self, names: Names):
        super().__init__()
        self.words = nn.Embedding(len(names.words) + UNKNOWN + 1, OF_A_WORD, padding_idx=NO_WORD)
        self.stems = nn.Embedding(len(names.stems) + UNKNOWN + 1, OF_A_WORD, padding_idx=NO_WORD)
        self.features = nn.EmbeddingBag(len(names.features), WIDTH, mode="sum")
        for table in (self.words, self.stems, self.features):
            nn.init.normal_(table.weight, 0, 0.1)
        with torch.no_grad():
            self.words.weight[NO_WORD] = self.stems.weight[NO_WORD] = 0
        self.three = nn.Conv1d(OF_A_WORD, WIDTH, 3, padding=1)
        self.mix = nn.Linear(3 * WIDTH + 2, WIDTH)
        self.around = nn.GRU(WIDTH, WIDTH // 2, bidirectional=True, batch_first=True)
        self.out = nn.Linear(2 * WIDTH, 1)
        self.forget = nn.Dropout(FORGOTTEN)

    def forward(self, given: Given) -> torch.Tensor:
        """Return the log odds of each sentence."""
        words = self.words(given.words) + self.stems(given.stems)
        if self.training:
            words = words * (torch.rand(given.words.shape) > OFF).unsqueeze(-1)
        there = (given.words != NO_WORD).unsqueeze(1)
        three = relu(self.three(self.forget(words).transpose(1, 2))) * there
        seen = self.features(given.features, given.begins_at, per_sample_weights=given.values)
        mean = three.sum(2) / there.sum(2).clamp(min=1)
        heard_of_each = torch.cat([three.amax(2), mean, self.forget(seen), given.new], 1)
        known = self.forget(relu(self.mix(heard_of_each)))
        around, _ = self.around(known.unsqueeze(0))
        return self.out(self.forget(torch.cat([around[0], known], 1))).squeeze(1)

    def arrays(self) -> dict[str, np.ndarray]:
        """Return tables and matrices by the names that network.Network knows them by."""
        three = self.three.weight.permute(2, 1, 0)
        found = {
            "words": self.words.weight, "stems": self.stems.weight, "features": self.features.weight,
            "before": three[0], "at": three[1], "behind": three[2], "bias": self.three.bias,
            "mix": self.mix.weight.T, "mix_bias": self.mix.bias,
            "out": self.out.weight[0], "out_bias": self.out.bias,
        }  # fmt: skip
        for way, end in (("forth", ""), ("back", "_reverse")):
            for part, name in (("into", "ih"), ("state", "hh")):
                found[f"{way} {part}"] = getattr(self.around, f"weight_{name}_l0{end}").T
                found[f"{way} {part}_bias"] = getattr(self.around, f"bias_{name}_l0{end}")
        return {name: tensor.detach().numpy().astype(np.float16) for name, tensor in found.items()}


@dataclass(frozen=True)
class Given:
    """A paper as the learner takes it: sentences by words (padded), and their features one behind the other."""

    words: torch.Tensor
    stems: torch.Tensor
    features: torch.Tensor
    begins_at: torch.Tensor
    values: torch.Tensor
    new: torch.Tensor


def given_of(paper: Paper, rows: dict[str, dict[str, int]]) -> Given:
    """Return a paper as the learner takes it."""
    sentences = paper.sentences[:MOST]
    longest = max(1, *(len(s.words) for s in sentences), 1)

    def padded(kind: str, length: int | None) -> torch.Tensor:
        known = [[rows[kind].get(word[:length], UNKNOWN) for word in s.words] for s in sentences]
        return torch.tensor([row + [NO_WORD] * (longest - len(row)) for row in known])

    seen = [[(rows["features"][k], v) for k, v in s.seen.items() if v and k in rows["features"]] for s in sentences]
    begins = np.cumsum([0, *(len(row) for row in seen[:-1])])
    return Given(
        padded("words", None),
        padded("stems", STEM),
        torch.tensor([place for row in seen for place, _ in row], dtype=torch.long),
        torch.tensor(begins),
        torch.tensor([float(value) for row in seen for _, value in row]),
        torch.tensor([[s.new_part, s.new_line] for s in sentences], dtype=torch.float32),
    )


def answers(paper: Paper, likely: Sequence[float], perhaps: float) -> tuple[torch.Tensor, torch.Tensor]:
    """Return for each sentence whether it tells of an activity, as far as is `likely`, and how much that counts."""
    of_label: dict[int, list[int]] = defaultdict(list)
    for n, told in enumerate(paper.labels[:MOST]):
        for label in told - paper.optional:
            of_label[label].append(n)
    right = {max(places, key=lambda n: likely[n]) for places in of_label.values()}
    counts = [
        1.0 if n in right else 0.0 if told & paper.optional else perhaps if told else 1.0
        for n, told in enumerate(paper.labels[:MOST])
    ]
    return torch.tensor([float(n in right) for n in range(len(counts))]), torch.tensor(counts)


def learned(read: Sequence[Paper]) -> tuple[dict[str, np.ndarray], Names]:
    """Return the arrays of a network learned from papers, and the names in its tables."""
    torch.manual_seed(SEED)
    torch.set_num_threads(1)  # sums of several threads come out otherwise each time
    dice = random.Random(SEED)
    names = names_in(read)
    rows = network.Network({}, vars(names)).rows
    given = [given_of(paper, rows) for paper in read]
    learner, average = Learner(names), Learner(names).eval()
    average.load_state_dict(learner.state_dict())
    steps = torch.optim.Adam(learner.parameters(), lr=PACE, weight_decay=1e-6)
    done = 0
    for turn in range(ROUNDS):
        for group in steps.param_groups:
            group["lr"] = PACE * (1 - turn / ROUNDS)
        order = iter(dice.sample(range(len(read)), len(read)))
        while some := list(islice(order, AT_ONCE)):
            steps.zero_grad()
            for n in some:
                odds = learner(given[n])
                likely = odds.detach().tolist() if turn else read[n].weights
                told, counts = answers(read[n], likely, PERHAPS if turn else PERHAPS_AT_FIRST)
                (binary_cross_entropy_with_logits(odds, told, reduction="none") * counts).sum().backward()
            nn.utils.clip_grad_norm_(learner.parameters(), 40.0)
            steps.step()
            done += 1
            stays = min(AVERAGE, (1 + done) / (10 + done))
            with torch.no_grad():
                for mean, last in zip(average.parameters(), learner.parameters(), strict=True):
                    mean.mul_(stays).add_(last, alpha=1 - stays)
    return average.arrays(), names


def write(path: Path, arrays: dict[str, np.ndarray], names: Names) -> None:
    """Write a network as etl/find/events/network.py reads it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    named = {f"names of {kind}": np.array("\n".join(some)) for kind, some in vars(names).items()}
    np.savez_compressed(path, **arrays, **named)


def _learn(given: Sequence[tuple[Path, Path]], path: Path, without: frozenset[str]) -> None:
    read = [paper for labels, folder in given for paper in papers(labels, folder) if paper.writer not in without]
    write(path, *learned(read))


def main() -> None:
    """Write the networks."""
    folder, *given = map(Path, sys.argv[1:])
    pairs = list(zip(given[::2], given[1::2], strict=True))
    asked = [(network.FILE, frozenset[str]())]
    asked += [(network_file(folder, n), all_parts()[n]) for n in range(PARTS)]
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as processes:
        for done in [processes.submit(_learn, pairs, path, without) for path, without in asked]:
            done.result()


if __name__ == "__main__":
    main()
