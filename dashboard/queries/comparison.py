"""Two selections -> their figures side by side: totals, and activities by the values of a field."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.data import Data
from dashboard.filters import Filters
from dashboard.queries.answers import Totals
from dashboard.queries.groups import by_field
from dashboard.queries.totals import totals


@dataclass(frozen=True, slots=True)
class Pair:
    """Figures of one value of a field in the first and in the second selection."""

    value: str
    first: float
    second: float

    @property
    def difference(self) -> float:
        """How much more the second has than the first."""
        return self.second - self.first


@dataclass(frozen=True, slots=True)
class Comparison:
    """Totals of both selections, and pairs by value, those with most in both together first."""

    first: Totals
    second: Totals
    pairs: tuple[Pair, ...]


def compare(data: Data, first: Filters, second: Filters, field: str, measure: str, scheme: str = "m49") -> Comparison:
    """Compare `measure` (activities, trained or participants) of two selections by a field."""
    figures = [
        {group.value: getattr(group, measure) for group in by_field(data, filters, field, scheme=scheme)}
        for filters in (first, second)
    ]
    values = dict.fromkeys([*figures[0], *figures[1]])
    pairs = [Pair(value, figures[0].get(value, 0), figures[1].get(value, 0)) for value in values]
    ordered = sorted(pairs, key=lambda pair: (not pair.value, -(pair.first + pair.second), pair.value))
    return Comparison(totals(data, first), totals(data, second), tuple(ordered))
