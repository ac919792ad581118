"""Turns a field's lists of values into numbered codes, and those into words of 64 bits in which filters are fast."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa

BITS = 64
NONE = 0  # the code of "no value"
Codes = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Spread:
    """A field of all activities as pairs: `codes[k]` belongs to activity number `numbers[k]`; `values[code]` names it.

    `starts` says at which k the pairs of each activity begin; every activity has at least one (NONE).
    """

    values: tuple[str, ...]
    codes: Codes
    numbers: Codes
    starts: Codes


def spread(lists: list[list[str]]) -> Spread:
    """Give every value a code, the most frequent the lowest, and an activity without values the code NONE."""
    array = pa.array(lists, pa.list_(pa.string()))
    lengths = np.diff(array.offsets.to_numpy()).astype(np.int64)
    members = array.flatten().dictionary_encode()
    names, found = members.dictionary.to_pylist(), members.indices.to_numpy()
    frequency = np.bincount(found, minlength=len(names))
    order = sorted(range(len(names)), key=lambda k: (-frequency[k], names[k]))
    code_of = np.empty(len(names), dtype=np.int64)
    code_of[order] = np.arange(1, len(names) + 1)
    counts = np.maximum(lengths, 1)
    codes = np.full(counts.sum(), NONE, dtype=np.int64)
    codes[np.repeat(lengths > 0, counts)] = code_of[found]
    numbers = np.repeat(np.arange(len(lists)), counts)
    return Spread(("", *(names[k] for k in order)), codes, numbers, np.cumsum(counts) - counts)


def words(field: str, own: Spread) -> dict[str, npt.NDArray[Any]]:
    """Return the columns <field>_0, <field>_1 ... of 64 bits each, and <field>_count, how many values there are."""
    columns: dict[str, npt.NDArray[Any]] = {}
    bits = np.left_shift(np.uint64(1), (own.codes % BITS).astype(np.uint64))
    for word in range((len(own.values) - 1) // BITS + 1):
        bit = np.where(own.codes // BITS == word, bits, np.uint64(0))
        columns[f"{field}_{word}"] = np.bitwise_or.reduceat(bit, own.starts) if len(bit) else bit
    columns[f"{field}_count"] = np.bincount(own.numbers, own.codes != NONE).astype(np.uint16)
    return columns
