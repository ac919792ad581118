"""A question asked many times -> how long an answer takes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from statistics import median
from time import perf_counter
from typing import TypeVar

Asked = TypeVar("Asked")


def timed(do: Callable[[], object]) -> float:
    """Return how many seconds something takes."""
    begun = perf_counter()
    do()
    return perf_counter() - begun


def times(ask: Callable[[Asked], object], asked: Sequence[Asked]) -> tuple[float, float]:
    """Return median and 95th percentile in milliseconds, after the first was asked once to warm up."""
    ask(asked[0])
    took = []
    for one in asked:
        begun = perf_counter()
        ask(one)
        took.append(1000 * (perf_counter() - begun))
    return median(took), sorted(took)[int(0.95 * len(took))]
