"""Lets charts follow the state: figure, words, table; a click on a mark changes the filters; the table is a file."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from typing import Any

from dash import ALL, ClientsideFunction, Dash, Input, Output, State, ctx, no_update

from dashboard import ids, queries
from dashboard.address import write
from dashboard.charts import Chart
from dashboard.exports.chart_table import chart_table
from dashboard.exports.note import note
from dashboard.figures.nothing import nothing
from dashboard.filters import Filters, dates_of
from dashboard.following import Dashboard
from dashboard.parts.notices import again
from dashboard.sentence import sentence
from dashboard.source import Source
from dashboard.source import State as Asked
from dashboard.words import date, word

Draw = Callable[[Asked], Chart]
# The state and the value of a mark -> the filters after a click on it. A cell has no value but its row and column.
Click = Callable[[Asked, Any], Filters]
Charts = Mapping[str, Draw]
log = logging.getLogger(__name__)
SEARCH = Output(ids.LOCATION, "search", allow_duplicate=True)


def draw_page(app: Dashboard, source: Source, charts: Charts, tables: Charts, later: bool = False) -> None:
    """Let the cards of a page, named by their ids, follow the state: charts, and tables that have no chart.

    One callback for all of them, because every answer costs the browser. `later`: the page does not wait for them.
    """
    parts = [part for name in charts for part in ((name, "figure"), *texts(name))]
    parts += [part for name in tables for part in ((ids.meta(name), "data"), *texts(name))]

    outputs = [Output(*part) for part in parts]

    def show(shown: list[str] | None) -> tuple[Any, ...]:
        state = source.state(*shown or [""])
        drawn = [drawn_or_failed(draw, state) for draw in (*charts.values(), *tables.values())]
        bodies = [chart.with_table() if place < len(charts) else chart.table() for place, chart in enumerate(drawn)]
        return tuple(part for body, chart in zip(bodies, drawn, strict=True) for part in (body, *written(chart, state)))

    if later:
        app.callback(*outputs, Input(ids.SHOWN, "data"))(show)
    else:
        app.follows(*outputs)(show)
    for name in tables:
        app.clientside_callback(  # type: ignore[no-untyped-call]
            ClientsideFunction("cards", "writeTable"),
            Output(ids.table(name), "data-written"),
            Input(ids.meta(name), "data"),
            State(ids.table(name), "id"),
        )


def texts(name: str) -> list[tuple[str, str]]:
    """Return where the words of a card go: title, subtitle, source."""
    return [(place(name), "children") for place in (ids.title, ids.subtitle, ids.source)]


def drawn_or_failed(draw: Draw, state: Asked) -> Chart:
    """Return a chart; one that fails says so in its own place and lets the others be."""
    try:
        return draw(state)
    except Exception:
        log.exception("a chart failed: %s %s", state.filters, state.view)
        words = word("error_title", state.view.lang)
        return Chart(nothing(words, state.theme), words, (), (), failed=True)


def written(chart: Chart, state: Asked) -> tuple[str, str, Any]:
    """Return title, subtitle and source of a chart."""
    language = state.view.lang
    filters = word("whatever_filters", language) if chart.everything else sentence(state.filters, language)
    return chart.title, " · ".join(filter(None, (filters, chart.note))), source_of(chart, state)


def source_of(chart: Chart, state: Asked) -> Any:
    """Return the source of a chart; one that failed has a way to try again in its place."""
    return again(state.view.lang) if chart.failed else source_line(state)


def source_line(state: Asked) -> str:
    """Say how many documents the figures come from, and of when they are where that is known."""
    language, documents, day = state.view.lang, queries.documents(state.data), state.data.date
    key = "source" if day else "source_undated"
    return word(key, language, documents=documents, date=date(day, language))


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
        value = point.get("location") or point.get("customdata") or (point.get("y"), point.get("x"))
        return write(after(state, value), state.view), None  # None: the same mark may be clicked again


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
