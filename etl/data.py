"""The rows of data/vocabulary/*.csv and data/terms/*.csv, each table read once."""

from __future__ import annotations

import csv
from functools import cache
from itertools import zip_longest
from pathlib import Path

DATA = Path(__file__).parent.parent / "data"

Row = dict[str, str]


@cache
def rows(vocabulary: str) -> tuple[Row, ...]:
    """Return the rows of data/vocabulary/<vocabulary>.csv, in their order; FileNotFoundError for an unknown one."""
    return read(DATA / "vocabulary" / f"{vocabulary}.csv")


def read(path: Path) -> tuple[Row, ...]:
    """Return the rows of a table with headings; fields that a line leaves out are None."""
    with path.open(encoding="utf-8", newline="") as file:
        names, *lines = csv.reader(file)  # csv.DictReader takes three times as long
        return tuple([dict(zip_longest(names, line[: len(names)])) for line in lines if line])
