"""The values of a map or a matrix -> at most five classes that a reader can name: 1, 2-4, 5-19, 20-49, 50 and more."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

SHARES = (0.3, 0.55, 0.75, 0.92)  # where classes end among the sorted values: few dark countries, many pale ones


def lower_bounds(values: Iterable[float]) -> list[int]:
    """Return 1 and up to four more lower bounds, each 1, 2 or 5 times a power of ten; [1] where nothing is above 0."""
    above = sorted(value for value in values if value > 0)
    if not above:
        return [1]
    quantiles = (above[min(int(share * len(above)), len(above) - 1)] for share in SHARES)
    return sorted({1} | {round_number(quantile) for quantile in quantiles})


def round_number(value: float) -> int:
    """Return the largest of 1, 2, 5, 10, 20, 50 ... that is not above `value` (1 for anything smaller)."""
    power = 1
    while power * 10 <= value:
        power *= 10
    return max(power * step for step in (1, 2, 5) if step == 1 or power * step <= value)


def class_of(value: float, bounds: Sequence[int]) -> int:
    """Return which class a value above 0 is in, from 0; what is below 1 (a shared person) is in the first."""
    return max(bisect_right(bounds, value) - 1, 0)


def spread(count: int, shades: int = 5) -> list[int]:
    """Return which of `shades` to give to `count` classes, so that few classes still differ clearly."""
    if count == 1:
        return [shades // 2]
    return [round(i * (shades - 1) / (count - 1)) for i in range(count)]
