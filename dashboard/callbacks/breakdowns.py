"""The breakdowns page: two fields against each other, bars of one, the flow of money, two selections compared."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from dash import Input, Output, no_update
from dash import State as FromPage

from dashboard import ids, queries
from dashboard.address import write
from dashboard.callbacks.drawing import SEARCH, Draw, draw_page, filter_by_click
from dashboard.charts import Chart, Row, by_field
from dashboard.figures.comparison import comparison, signed
from dashboard.figures.flow import flow
from dashboard.figures.matrix import matrix
from dashboard.figures.nothing import nothing
from dashboard.filters import LISTS, Filters
from dashboard.following import Dashboard
from dashboard.labels import label
from dashboard.pages.breakdowns import (
    BARS,
    COMPARED,
    COMPARED_TOTALS,
    FIRST_BARS,
    FIRST_COLUMNS,
    FIRST_ROWS,
    FLOW,
    MATRIX,
    YEAR,
)
from dashboard.parts.controls import FIELDS
from dashboard.parts.people import people_in_words
from dashboard.queries.answers import Totals
from dashboard.selection import BEFORE, compared_with
from dashboard.sentence import sentence
from dashboard.source import Source, State
from dashboard.words import number, word

OFFERED = ("region", "country", "area", "kind", "programme", "donor")  # what a second selection can differ in


def register(app: Dashboard, source: Source) -> None:
    """Register the callbacks."""
    draw_page(app, source, CHARTS, TABLES)
    filter_by_click(app, source, BARS, lambda state, value: toggled(state.filters, bars_field(state), value))
    filter_by_click(app, source, MATRIX, cell_chosen)
    filter_by_click(app, source, FLOW, band_chosen)
    filter_by_click(app, source, COMPARED, lambda state, value: toggled(state.filters, bars_field(state), value))
    control = ids.view_control("compare")

    @app.follows(Output(control, "data"), Output(control, "value"))
    def offer(shown: list[str] | None) -> tuple[Any, str | None]:
        state = source.state(*shown or [""])
        return choices(state), state.view.compare or None

    @app.callback(
        SEARCH,
        Input(control, "value"),
        FromPage(control, "data"),
        FromPage(ids.LOCATION, "search"),
        prevent_initial_call=True,
    )
    def choose(value: str | None, offered: list[dict[str, str]], search: str) -> Any:
        state = source.state(search)
        if not offered or (value or "") == state.view.compare:
            return no_update  # a new control, or what the address says already
        return write(state.filters, replace(state.view, compare=value or ""))


def two_fields(state: State) -> Chart:
    """Draw activities by two fields; the table has every value, the chart the largest."""
    view = state.view
    row, column = matrix_fields(state)
    answer = queries.matrix(state.data, state.filters, row, column, view.scheme)
    shown = queries.largest(answer)
    figure = matrix(shown, row, column, view.lang, state.theme)
    names = {name: word(f"filter_{field}", view.lang).lower() for name, field in (("row", row), ("column", column))}
    total = word("total", view.lang)
    headings = (word(f"filter_{row}", view.lang), *(label(column, value, view.lang) for value in answer.columns), total)
    lines = zip(answer.rows, answer.cells, answer.row_totals, strict=True)
    rows: list[Row] = [(label(row, value, view.lang), *cells, sum_) for value, cells, sum_ in lines]
    rows.append((total, *answer.column_totals, answer.total))
    cut = len(shown.rows) < len(answer.rows) or len(shown.columns) < len(answer.columns)
    note = word("largest_only", view.lang) if cut else ""
    return Chart(figure, word("matrix_title", view.lang, **names), headings, tuple(rows), note)


def matrix_fields(state: State) -> tuple[str, str]:
    """Return the fields of rows and columns; unknown ones become the first choice."""
    row, column = state.view.rows or FIRST_ROWS, state.view.columns or FIRST_COLUMNS
    return row if row in FIELDS else FIRST_ROWS, column if column in (*FIELDS, YEAR) else FIRST_COLUMNS


def bars_field(state: State) -> str:
    """Return the field of the bars."""
    return state.view.stack if state.view.stack in FIELDS else FIRST_BARS


def one_field(state: State) -> Chart:
    """Draw the bars of the field that the page asks for."""
    return by_field(bars_field(state))(state)


def donors_to_countries(state: State) -> Chart:
    """Draw the flow of activities from donors through areas to countries; the table has every band."""
    language, found = state.view.lang, queries.flow(state.data, state.filters)
    headings = (word("flow_from", language), word("flow_to", language), word("measure_activities", language))
    rows = tuple((label(*start, language), label(*end, language), count) for start, end, count in found.links)
    none = word("no_flow", language)
    figure = flow(found.drawn, language, state.theme) if found.drawn else nothing(none, state.theme)
    notes = [word("flow_note", language, n=found.activities, of=found.of)]
    notes += [word("largest_only", language)] if len(found.drawn) < len(found.links) else []
    return Chart(figure, word("flow_title", language), headings, rows, ". ".join(notes))


def compared(state: State) -> Chart:
    """Draw two selections by the field of the bars."""
    view, field = state.view, bars_field(state)
    title = word("compared_title", view.lang, field=word(f"filter_{field}", view.lang).lower())
    second = compared_with(state.filters, view.compare)
    if second is None:
        return Chart(nothing(word("compare_first", view.lang), state.theme), title, (), ())
    names = (sentence(state.filters, view.lang), sentence(second, view.lang))
    answer = queries.compare(state.data, state.filters, second, field, view.counted, view.scheme)
    headings = (word(f"filter_{field}", view.lang), *names, word("difference", view.lang))
    rows = tuple((label(field, p.value, view.lang), p.first, p.second, p.difference) for p in answer.pairs)
    figure = comparison(answer.pairs, field, names, view.lang, state.theme)
    return Chart(figure, title, headings, rows, word("compared_note", view.lang, second=names[1]))


def compared_totals(state: State) -> Chart:
    """Put the totals of two selections side by side."""
    language, second = state.view.lang, compared_with(state.filters, state.view.compare)
    title = word("compared_totals", language)
    if second is None:
        return Chart({}, title, (word("compare_first", language),), ())
    totals, others = (queries.totals(state.data, filters) for filters in (state.filters, second))
    headings = ("", sentence(state.filters, language), sentence(second, language), word("difference", language))
    return Chart({}, title, headings, tuple(total_rows(totals, others, language)))


def total_rows(first: Totals, second: Totals, language: str) -> list[tuple[str, str, str, str]]:
    """Return a row for each total; differences of people are those of the numbers that are stated."""
    rows = [
        (word(f"kpi_{name}", language), *plain(getattr(first, name), getattr(second, name), language))
        for name in ("activities", "countries", "donors")
    ]
    for name in ("trained", "participants"):
        one, two = getattr(first, name), getattr(second, name)
        difference = plain(one.value, two.value, language)[-1] if one.stated and two.stated else "–"
        written = (people_in_words(people, language) for people in (one, two))
        rows.append((word(f"kpi_{name}", language), *written, difference))  # type: ignore[arg-type]
    return rows


def plain(first: int, second: int, language: str) -> tuple[str, str, str]:
    """Write two counts and their difference."""
    return number(first, language), number(second, language), signed(second - first, language)


def cell_chosen(state: State, value: Any) -> Filters:
    """Filter by both values of a cell of the matrix; `value` are the places of its row and column."""
    fields = matrix_fields(state)
    shown = queries.largest(queries.matrix(state.data, state.filters, *fields, state.view.scheme))
    return state.filters.narrowed(dict(zip(fields, (shown.rows[value[0]], shown.columns[value[1]]), strict=True)))


def band_chosen(state: State, value: Any) -> Filters:
    """Filter by the ends of a band, or by the value of a node; `value` are they as JSON, [[field, value] ...]."""
    return state.filters.narrowed(dict(json.loads(value)))


def toggled(filters: Filters, name: str, value: Any) -> Filters:
    """Add a value to a filter or take it off; what stands for no value filters nothing."""
    value = value[0] if isinstance(value, list) else value
    return filters.toggled(name, value) if name in LISTS and value else filters


def choices(state: State) -> list[dict[str, str]]:
    """Return what a selection can be compared with: a year earlier, another year, another value of a filter."""
    language, view = state.view.lang, state.view
    found: list[tuple[str, str]] = []
    if state.filters.first and state.filters.last:
        found.append((f"{YEAR}={BEFORE}", word("compare_before", language)))
    years = queries.by_period(state.data, Filters(), YEAR).bars
    found += [(f"{YEAR}={bar.first}", f"{word('year', language)}: {bar.first}") for bar in reversed(years)]
    for name in OFFERED:
        offered = queries.options(state.data, name, state.filters.role, view.scheme)
        labels = sorted((label(name, option.value, language), option.value) for option in offered if option.activities)
        found += [(f"{name}={value}", f"{word(f'filter_{name}', language)}: {shown}") for shown, value in labels]
    return [{"value": value, "label": shown} for value, shown in found]


CHARTS: dict[str, Draw] = {MATRIX: two_fields, BARS: one_field, FLOW: donors_to_countries, COMPARED: compared}
TABLES: dict[str, Draw] = {COMPARED_TOTALS: compared_totals}
