"""Filters -> bands from donors through areas to countries: activities that share both ends."""

from __future__ import annotations

from dashboard.data import Data
from dashboard.filters import Filters
from dashboard.queries.answers import Matrix
from dashboard.queries.matrix import matrix

Node = tuple[str, str]  # field by its name in the address, value
Link = tuple[Node, Node, int]
STEPS = ("donor", "area", "country")
MOST = {"donor": 8, "area": 7, "country": 12}  # ends that can still be told apart


def flow(data: Data, filters: Filters) -> list[Link]:
    """Return the bands between the largest donors, areas and countries; "" stands for activities without a value."""
    found = []
    for start, end in zip(STEPS, STEPS[1:], strict=False):
        found += _links(matrix(data, filters, start, end), start, end)
    return found


def _links(answer: Matrix, start: str, end: str) -> list[Link]:
    rows, columns = _largest(answer.rows, MOST[start]), _largest(answer.columns, MOST[end])
    return [
        ((start, answer.rows[row]), (end, answer.columns[column]), answer.cells[row][column])
        for row in rows
        for column in columns
        if answer.cells[row][column]
    ]


def _largest(values: tuple[str, ...], most: int) -> list[int]:
    """Return the places of the first `most` values (they come most first), and that of "" wherever it is."""
    return [place for place, value in enumerate(values) if place < most or not value]
