"""The tellings of a paper -> what to see of one of them beside the others: how many there are, how many are like it.

What a paper tells alone is more often none than what it tells among others of its kind; and where the others have
their days and people, one without them is the odd one out. Tellings are counted before any is left out. A document
longer than a paper is a collection, of which each item stands for itself (events/words.py).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from etl.find.events.words import Features

STEPS = (1, 2, 3, 4, 5, 8)  # numbers of tellings that are told apart: up to so many; more are a long list
Row = Mapping[str, Any]  # the columns of a telling


@dataclass(frozen=True, slots=True)
class Company:
    """How many tellings a paper has, of which kinds, how many of them with a day, how many with people."""

    count: int
    kinds: Counter[str]
    dated: int
    counted: int


def company_of(rows: Iterable[Row]) -> Company:
    """Return what the tellings of a paper are."""
    told = list(rows)
    dated = sum(row["date_basis"] == "event" for row in told)
    counted = sum(row["participants"] is not None for row in told)
    return Company(len(told), Counter(row["kind"] for row in told), dated, counted)


def features(row: Row, company: Company) -> Features:
    """Return what there is to see of a telling in its company (it is one of it)."""
    step = next((str(most) for most in STEPS if company.count <= most), "more")
    return {
        f"tellings {step}": 1.0,
        "share of its kind": company.kinds[row["kind"]] / company.count,
        "share with a day": company.dated / company.count,
        "share with people": company.counted / company.count,
    }
