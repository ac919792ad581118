"""The sentences of a paper -> how likely each tells of an activity, heard one with the others: a small neural network.

Rules look at a sentence by itself; whether it tells of a course, of the next one or of one told already stands in the
sentences around it. The network hears the words of each sentence three by three (a convolution, of which the strongest
and the mean count), sees what rules see of it, and goes over the sentences from first to last and from last to first
(gated recurrent units: Cho et al. 2014, doi:10.3115/v1/D14-1179). It is learned by data/build/learn_network.py, and
decides nothing by itself: what it hears is weighed with all else (features.py, etl/find/second_look.py).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from threadpoolctl import threadpool_limits

from etl.data import DATA
from etl.find.events.words import STEM, Features

FILE = DATA / "vocabulary" / "network.npz"
AT_ONCE = 256  # sentences whose words are heard at once, so that memory does not follow the length of a document
LONGEST = 60  # words and marks of a sentence; what comes later is not heard
NO_WORD, UNKNOWN = 0, 1  # rows of the tables of words and stems: between sentences, and what was seen too seldom
SURE = 6.0  # log odds; more says no more
TOKEN = re.compile(r"[^\W\d_]+|\d+|[^\w\s]")
YEARS, DAYS, HUNDREDS = range(1990, 2031), 31, 999
Array = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Sentence:
    """What the network hears of one sentence: its words, what rules see of it, whether it begins a part or a line."""

    words: tuple[str, ...]
    seen: Features
    new_part: bool
    new_line: bool


@dataclass(frozen=True)
class Network:
    """The tables and matrices of a network by name, and the row of each word, stem and feature in its table."""

    arrays: Mapping[str, Array]
    names: Mapping[str, Sequence[str]]

    @cached_property
    def rows(self) -> dict[str, dict[str, int]]:
        """Words and stems stand behind NO_WORD and UNKNOWN, features at their place."""
        behind = {"words": UNKNOWN + 1, "stems": UNKNOWN + 1, "features": 0}
        return {kind: {name: n for n, name in enumerate(self.names[kind], start)} for kind, start in behind.items()}

    def log_odds(self, sentences: Sequence[Sentence]) -> list[float]:
        """Return for each of the sentences that are heard together how likely it tells of an activity."""
        if not sentences:
            return []
        parts = [sentences[n : n + AT_ONCE] for n in range(0, len(sentences), AT_ONCE)]
        heard = np.concatenate([self._heard(part) for part in parts])
        out = np.hstack([self._around(heard), heard]) @ self.arrays["out"] + self.arrays["out_bias"]
        return [round(float(odds), 2) for odds in np.clip(out, -SURE, SURE)]

    def _heard(self, sentences: Sequence[Sentence]) -> Array:
        """Return what is heard of each sentence by itself: one row a sentence."""
        a, rows = self.arrays, self.rows
        words, stems = [NO_WORD], [NO_WORD]  # in one line, NO_WORD before, between and behind the sentences
        starts = []
        for sentence in sentences:
            starts.append(len(words) - 1)
            words += [rows["words"].get(word, UNKNOWN) for word in sentence.words] + [NO_WORD]
            stems += [rows["stems"].get(word[:STEM], UNKNOWN) for word in sentence.words] + [NO_WORD]
        table = a["words"][words] + a["stems"][stems]
        three = np.maximum(table[:-2] @ a["before"] + table[1:-1] @ a["at"] + table[2:] @ a["behind"] + a["bias"], 0)
        three = np.vstack([three, np.zeros((1, three.shape[1]), np.float32)])
        three[np.array(words[1:]) == NO_WORD] = 0
        lengths = np.array([[max(1, len(sentence.words))] for sentence in sentences], np.float32)
        parts = [np.maximum.reduceat(three, starts), np.add.reduceat(three, starts) / lengths]
        begins = np.array([[s.new_part, s.new_line] for s in sentences], np.float32)
        seen = np.array([self._seen(sentence.seen) for sentence in sentences], np.float32)
        known: Array = np.maximum(np.hstack([*parts, seen, begins]) @ a["mix"] + a["mix_bias"], 0)
        return known

    def _seen(self, seen: Features) -> Array:
        rows, table = self.rows["features"], self.arrays["features"]
        known = [(rows[name], value) for name, value in seen.items() if value and name in rows]
        if not known:
            return np.zeros(table.shape[1], np.float32)
        places, values = zip(*known, strict=True)
        weighed: Array = np.array(values, np.float32) @ table[list(places)]
        return weighed

    def _around(self, heard: Array) -> Array:
        """Return what is known of each sentence from those before and behind it."""
        forth, back = self._gone_over(heard, "forth"), self._gone_over(heard[::-1], "back")[::-1]
        return np.hstack([forth, back])

    def _gone_over(self, heard: Array, way: str) -> Array:
        into, state, into_bias, state_bias = (
            self.arrays[f"{way} {part}"] for part in ("into", "state", "into_bias", "state_bias")
        )
        width = state.shape[0]
        known = np.zeros(width, np.float32)
        gone = np.empty((len(heard), width), np.float32)
        for n, told in enumerate(heard @ into + into_bias):
            before = known @ state + state_bias
            gates = (1 + np.tanh((told[: 2 * width] + before[: 2 * width]) / 2)) / 2  # logistic, and never too large
            reset, kept = gates[:width], gates[width:]
            new = np.tanh(told[2 * width :] + reset * before[2 * width :])
            known = gone[n] = new + kept * (known - new)
        return gone


def tokens(heading: str, text: str) -> tuple[str, ...]:
    """Return the words, kinds of numbers (a year, a day, hundreds, more) and marks of a sentence and its heading."""
    said = f"{heading} | {text}" if heading else text
    return tuple(_kind_of(token) if token.isdecimal() else token for token in TOKEN.findall(said.lower())[:LONGEST])


def _kind_of(figures: str) -> str:
    number = int(figures)
    if len(figures) == 4 and number in YEARS:
        return "#year"
    return "#day" if number <= DAYS else "#hundreds" if number <= HUNDREDS else "#thousands"


def read(path: Path) -> Network:
    """Return the network that a file holds."""
    with np.load(path) as file:
        names = {name.removeprefix("names of "): file[name] for name in file.files if name.startswith("names of ")}
        arrays = {name: file[name].astype(np.float32) for name in file.files if not name.startswith("names of ")}
    return Network(arrays, {kind: str(said).split("\n") for kind, said in names.items()})


@cache
def _in_use() -> Network:
    threadpool_limits(1, "blas")  # of such small matrices several threads make nothing but waiting
    return read(FILE)


def of_document(name: str) -> Network:
    """Return the network for the document of this name: always the same, but where papers are read for learning."""
    return _in_use()
