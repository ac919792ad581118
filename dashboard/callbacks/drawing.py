"""Lets charts follow the state: figure, words, table; a click on a mark changes the filters; the table is a file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from dash import ALL, Dash, Input, Output, State, ctx, no_update

from dashboard import ids, queries
from dashboard.address import write
from dashboard.charts import Chart
from dashboard.exports.chart_table import chart_table
from dashboard.exports.note import note
from dashboard.filters import Filters, dates_of
from dashboard.parts.twin import twin
from dashboard.sentence import sentence
from dashboard.source import Source
from dashboard.source import State as Asked
from dashboard.words import date, word

Draw = Callable[[Asked], Chart]
Click = Callable[[Asked, Any], Filters]  # the state and the value of a mark -> the filters after a click on it
Charts = Mapping[str, Draw]
SEARCH = Output(ids.LOCATION, "search", allow_duplicate=True)


def draw_charts(app: Dash, source: Source, charts: Charts) -> None:
    """Let each chart, named by its id, follow the state."""
    for name, draw in charts.items():
        _draw(app, source, name, draw)


def _draw(app: Dash, source: Source, name: str, draw: Draw) -> None:
    @app.callback(
        Output(name, "figure"),
        Output(ids.title(name), "children"),
        Output(ids.subtitle(name), "children"),
        Output(ids.source(name), "children"),
        Input(ids.SHOWN, "data"),
    )
    def show(shown: list[str] | None) -> tuple[Any, ...]:
        state = source.state(*shown or [""])
        chart = draw(state)
        return chart.with_table(), *written(chart, state)


def draw_tables(app: Dash, source: Source, charts: Charts) -> None:
    """Let each card that has only a table, named by its id, follow the state."""
    for name, draw in charts.items():
        _draw_table(app, source, name, draw)


def _draw_table(app: Dash, source: Source, name: str, draw: Draw) -> None:
    @app.callback(
        Output(ids.title(name), "children"),
        Output(ids.subtitle(name), "children"),
        Output(ids.source(name), "children"),
        Output(ids.table(name), "children"),
        Input(ids.SHOWN, "data"),
    )
    def show(shown: list[str] | None) -> tuple[Any, ...]:
        state = source.state(*shown or [""])
        chart = draw(state)
        return *written(chart, state), twin(chart.title, chart.headings, chart.rows, state.view.lang)


def written(chart: Chart, state: Asked) -> tuple[str, str, str]:
    """Return title, subtitle and source of a chart."""
    language = state.view.lang
    words = " · ".join(filter(None, (sentence(state.filters, language), chart.note)))
    documents, day = queries.documents(state.data), date(state.data.date, language)
    origin = word("source", language, documents=documents, date=day)
    return chart.title, words, origin


def filter_by_click(app: Dash, source: Source, name: str, after: Click) -> None:
    """Let a click on a mark of a chart change the filters."""

    @app.callback(
        SEARCH,
        Output(name, "clickData"),
        Input(name, "clickData"),
        State(ids.LOCATION, "search"),
        prevent_initial_call=True,
    )
    def click(clicked: dict[str, Any] | None, search: str) -> tuple[Any, Any]:
        if not clicked:
            return no_update, no_update
        state, point = source.state(search), clicked["points"][0]
        value = point.get("location") or point.get("customdata")
        filters = after(state, value) if value else state.filters
        return write(filters, state.view), None  # None: the same mark may be clicked again


def toggle(name: str) -> Click:
    """Return what a click does on a mark whose value belongs to the filter `name`."""

    def after(state: Asked, value: Any) -> Filters:
        value = value[0] if isinstance(value, list) else value
        return state.filters.toggled(name, value) if value else state.filters

    return after


def choose_dates(state: Asked, value: Any) -> Filters:
    """Filter by the dates of a mark whose value is [first period, last period, ...], or take them off."""
    first, last = value[:2]
    return state.filters.toggled_dates(dates_of(first)[0], dates_of(last)[1])


def save_tables(app: Dash, source: Source, public_url: str, charts: Charts) -> None:
    """Let the buttons of every chart hand out its table as CSV or XLSX."""

    @app.callback(
        Output(ids.FILE, "data"),
        Input({"type": "export", "chart": ALL, "format": ALL}, "n_clicks"),
        State(ids.SHOWN, "data"),
        prevent_initial_call=True,
    )
    def save(clicks: list[int], shown: list[str]) -> Any:
        if not any(clicks):
            return no_update  # new buttons, not clicks
        state, name = source.state(*shown), ctx.triggered_id["chart"]
        return chart_table(charts[name](state), name, ctx.triggered_id["format"], note(state, public_url))
