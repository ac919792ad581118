"""Filters -> bands from donors through areas to countries, of the activities that name who paid."""

from __future__ import annotations

from dataclasses import replace

from dashboard.data import Data
from dashboard.filters import Filters
from dashboard.queries.answers import Flow, Link, Matrix
from dashboard.queries.matrix import matrix

STEPS = ("donor", "area", "country")
MOST = {"donor": 8, "area": 7, "country": 12}  # ends that can still be told apart


def flow(data: Data, filters: Filters) -> Flow:
    """Return the bands of all activities whose texts name a donor; "" stands for those without a country."""
    every = matrix(data, filters, *STEPS[:2])
    donors = tuple(value for value in every.rows if value)
    if not donors:
        return Flow((), (), 0, every.total)
    paid = replace(filters, donor=filters.donor or donors)
    found = [(start, end, matrix(data, paid, start, end)) for start, end in zip(STEPS, STEPS[1:], strict=False)]
    links = [link for start, end, answer in found for link in _links(start, end, answer)]
    return Flow(tuple(links), tuple(link for link in links if _is_drawn(link, found)), found[0][2].total, every.total)


def _links(start: str, end: str, answer: Matrix) -> list[Link]:
    return [
        ((start, first), (end, second), count)
        for first, counts in zip(answer.rows, answer.cells, strict=True)
        for second, count in zip(answer.columns, counts, strict=True)
        if count
    ]


def _is_drawn(link: Link, found: list[tuple[str, str, Matrix]]) -> bool:
    """Say whether both ends of a band are among the first values of their field, which come most first, or ""."""
    (start, first), (end, second), _ = link
    answer = next(answer for one, _, answer in found if one == start)
    shown = (*answer.rows[: MOST[start]], ""), (*answer.columns[: MOST[end]], "")
    return first in shown[0] and second in shown[1]
