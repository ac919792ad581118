"""Filters and a field -> a summary of each of its values: how much, where, for whom, when, and what is thin."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dashboard.data import Data
from dashboard.filters import Filters
from dashboard.queries.answers import Group, Totals
from dashboard.queries.groups import by_field, by_region
from dashboard.queries.periods import by_period
from dashboard.queries.totals import count, totals

LITTLE = 0.5  # fewer trainings than this share state a number: their total says little
LONG_AGO = 2  # years without any activity, before the newest of all


@dataclass(frozen=True, slots=True)
class Summary:
    """What was done under one value of a field.

    `trained` are the groups of people reached by its trainings, the largest first; `tools` are publications; `years`
    are activities by year, from its first to the last of all. `regions` of `all_regions` have any. `last_year` is ""
    where no activity has a date.
    """

    value: str
    totals: Totals
    trained: tuple[Group, ...]
    tools: int
    years: tuple[int, ...]
    last_year: str
    newest_year: str
    regions: int
    all_regions: int

    @property
    def states_few_numbers(self) -> bool:
        """Whether few of the trainings say how many people they reached."""
        return self.totals.trained.of > 0 and self.totals.trained.stated / self.totals.trained.of < LITTLE

    @property
    def long_ago(self) -> bool:
        """Whether nothing has been done for years, while other things have."""
        return bool(self.last_year) and int(self.newest_year) - int(self.last_year) >= LONG_AGO


def summaries(data: Data, filters: Filters, field: str, values: tuple[str, ...], scheme: str = "m49") -> list[Summary]:
    """Summarise each of `values` of the filter `field`; where the filter is set, only those it lets through."""
    chosen = filters.values(field)
    newest = _years(data, filters)
    regions = len(by_region(data, filters, scheme))
    return [
        _summary(data, replace(filters, **{field: (value,)}), value, newest, regions, scheme)  # type: ignore[arg-type]
        for value in values
        if not chosen or value in chosen
    ]


def _summary(data: Data, own: Filters, value: str, all_years: dict[str, int], regions: int, scheme: str) -> Summary:
    years, trainings = _years(data, own), replace(own, kind=("training",))
    publications = replace(own, kind=("publication",))
    kinds = own.kind
    return Summary(
        value=value,
        totals=totals(data, own),
        trained=tuple(g for g in by_field(data, trainings, "audience") if g.value) if _asks("training", kinds) else (),
        tools=count(data, publications) if _asks("publication", kinds) else 0,
        years=tuple(years.get(year, 0) for year in all_years),
        last_year=max(years, default=""),
        newest_year=max(all_years, default="0"),
        regions=len(by_region(data, own, scheme)),
        all_regions=regions,
    )


def _asks(kind: str, chosen: tuple[str, ...]) -> bool:
    """Say whether the filter of kinds lets a kind through."""
    return not chosen or kind in chosen


def _years(data: Data, filters: Filters) -> dict[str, int]:
    """Return activities by year, every year between the first and the last in it."""
    bars = {bar.first: bar.activities for bar in by_period(data, filters, "year").bars}
    if not bars:
        return {}
    return {str(year): bars.get(str(year), 0) for year in range(int(min(bars)), int(max(bars)) + 1)}
