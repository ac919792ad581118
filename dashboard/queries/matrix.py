"""Filters and two fields -> activities by both, with marginal totals that count each activity once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable

from dashboard.data import Data
from dashboard.filters import Filters
from dashboard.queries.answers import Matrix
from dashboard.queries.condition import condition, has_any, unpacked
from dashboard.queries.groups import by_field
from dashboard.queries.memory import remembered
from dashboard.queries.periods import by_period, period
from dashboard.view import GRAINS
from etl.engine import SPREAD

PLACES = ("country", "region")  # of which by_field gives those on the map alone
Figures = dict[str, int]  # activities by value
Read = Callable[[tuple[int, ...]], list[str]]  # the columns of a field in a row -> its values


@remembered
def matrix(data: Data, filters: Filters, rows: str, columns: str, scheme: str = "m49") -> Matrix:
    """Count activities by two fields, each by its name in the address or a grain of time (year, quarter, month).

    A start known less exactly than the grain stands under "", as do activities without a value.
    """
    row_totals, column_totals = (_totals(data, filters, name, scheme) for name in (rows, columns))
    cells = _cells(data, filters, rows, columns, scheme)
    total = data.rows(
        f"select count(*) from event where {(passed := condition(filters, data)).sql}", list(passed.parameters)
    )
    return Matrix(
        tuple(row_totals),
        tuple(column_totals),
        tuple(tuple(cells.get((row, column), 0) for column in column_totals) for row in row_totals),
        tuple(row_totals.values()),
        tuple(column_totals.values()),
        total[0][0],
    )


def _totals(data: Data, filters: Filters, name: str, scheme: str) -> Figures:
    """Return the activities of each value, periods in order of time, others most first, "" last."""
    if name in GRAINS:
        timeline = by_period(data, filters, name)
        found = {bar.first: bar.activities for bar in timeline.bars}
        imprecise = timeline.undated + sum(band.activities for band in timeline.bands)
        return found | ({"": imprecise} if imprecise else {})
    figures = {group.value: group.activities for group in by_field(data, filters, name, scheme=scheme)}
    if nowhere := _without(data, filters, filters.field(name, scheme)) if name in PLACES else 0:
        figures[""] = nowhere
    return dict(sorted(figures.items(), key=lambda item: item[0] == ""))


def _without(data: Data, filters: Filters, field: str) -> int:
    """Count the activities without any value of a field."""
    passed = condition(filters, data) & has_any(data, [field], ("",))
    return int(data.rows(f"select count(*) from event where {passed.sql}", list(passed.parameters))[0][0])


def _cells(data: Data, filters: Filters, rows: str, columns: str, scheme: str) -> dict[tuple[str, str], int]:
    row_columns, read_row, row_table = _field(data, filters, rows, scheme, "row_code")
    column_columns, read_column, column_table = _field(data, filters, columns, scheme, "column_code")
    passed = condition(filters, data)
    keys = ", ".join(dict.fromkeys([*row_columns, *column_columns]))
    places = {name: place for place, name in enumerate(dict.fromkeys([*row_columns, *column_columns]))}
    query = f"select {keys}, count(*) from event {row_table} {column_table} where {passed.sql} group by {keys}"
    cells: dict[tuple[str, str], int] = defaultdict(int)
    for record in data.rows(query, list(passed.parameters)):
        for row in read_row(tuple(record[places[name]] for name in row_columns)):
            for column in read_column(tuple(record[places[name]] for name in column_columns)):
                cells[row, column] += record[-1]
    return cells


def _field(data: Data, filters: Filters, name: str, scheme: str, code: str) -> tuple[list[str], Read, str]:
    """Return the columns that hold a field, how to read them, and the join that brings them."""
    if name in GRAINS:
        return ["first_month", "last_month"], lambda months: [_period(months, name)], ""
    field = filters.field(name, scheme)
    if field in SPREAD:
        return (
            [code],
            lambda codes: [data.values[field][codes[0]]],
            f"join (select n, code as {code} from by_{field}) using (n)",
        )
    return data.words(field), lambda words: unpacked(data.values[field], words), ""


def _period(months: tuple[int | None, ...], grain: str) -> str:
    first, last = months
    if first is None or last is None or period(first, grain) != period(last, grain):
        return ""
    return period(first, grain)
