"""The overview: tiles, bridge line and charts follow the state; a click on a chart sets a filter or takes it off."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

from dash import Dash, Input, Output, State, no_update

from dashboard import ids, queries
from dashboard.address import write
from dashboard.callbacks.brushing import filter_by_brush
from dashboard.callbacks.drawing import source_line
from dashboard.charts import CHARTS, FIELDS, Chart
from dashboard.figures.theme import Figure, figure
from dashboard.filters import Filters, dates_of
from dashboard.parts.bridge import bridge
from dashboard.parts.claims_summary import claims_summary
from dashboard.parts.empty import empty, no_data
from dashboard.parts.tiles import tiles
from dashboard.sentence import sentence
from dashboard.source import Source
from dashboard.source import State as Asked
from dashboard.words import word

CLAIMS_ASKED = 6
log = logging.getLogger(__name__)
SEARCH = Output(ids.LOCATION, "search", allow_duplicate=True)


def register(app: Dash, source: Source) -> None:
    """Register the callbacks."""
    parts = [part for chart in CHARTS for part in places(chart)]

    @app.callback(
        Output(ids.SENTENCE, "children"),
        Output(ids.TILES, "children"),
        Output(ids.BRIDGE, "children"),
        Output(ids.EMPTY, "children"),
        *(Output(*part) for part in parts),
        Input(ids.SHOWN, "data"),
    )
    def show_overview(shown: list[str] | None) -> tuple[Any, ...]:
        state = source.state(*shown or [""])
        language, totals = state.view.lang, queries.totals(state.data, state.filters)
        return (
            sentence(state.filters, language),
            tiles(totals, language, trends(state), state.theme),
            bridge(totals, state.filters, state.view),
            None if totals.activities else way_out(state),
            *(part for draw in CHARTS.values() for part in drawn(draw, state)),
        )

    @app.callback(Output(ids.CLAIMS_SUMMARY, "children"), Input(ids.SHOWN, "data"))
    def show_claims(shown: list[str] | None) -> Any:
        return summary_of_claims(source.state(*shown or [""]))

    for chart in CHARTS:
        filter_by_click(app, source, chart)
    filter_by_brush(app, source, ids.TIMELINE)


def places(chart: str) -> list[tuple[str, str]]:
    """Return where figure, title and source of a chart go."""
    return [(chart, "figure"), (ids.title(chart), "children"), (ids.source(chart), "children")]


def drawn(draw: Callable[[Asked], Chart], state: Asked) -> tuple[Figure, str, str]:
    """Return figure, title and source of a chart; one that fails says so in its own place and lets the others be."""
    try:
        chart = draw(state)
    except Exception:
        log.exception("a chart failed: %s", state.filters)
        return failure(state.view.lang, state.theme), word("error_title", state.view.lang), ""
    return chart.with_table(), chart.title, source_line(state)


def failure(language: str, theme: str) -> Figure:
    """Return a figure that says that there is none."""
    note = {"text": word("error_title", language), "showarrow": False, "xref": "paper", "yref": "paper"}
    return figure([], theme, annotations=[note], xaxis={"visible": False}, yaxis={"visible": False})


def filter_by_click(app: Dash, source: Source, name: str) -> None:
    """Let a click on a mark of one chart set its filter, or take it off."""

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
        state = source.state(search)
        return write(
            after_click(state.filters, name, clicked["points"][0]), state.view
        ), None  # None: may be clicked again


def after_click(filters: Filters, chart: str, point: dict[str, Any]) -> Filters:
    """Return the filters after a click on a mark of a chart."""
    value: Any = point.get("location") or point.get("customdata")
    if chart == ids.TIMELINE:
        first, last = value[:2]
        return filters.toggled_dates(dates_of(first)[0], dates_of(last)[1])
    value = value[0] if isinstance(value, list) else value
    return filters.toggled(FIELDS[chart], value) if value else filters


def summary_of_claims(state: Asked) -> Any:
    """Return the newest claims; those without any number are passed over, so a few more are asked for."""
    total = queries.totals(state.data, state.filters).claims
    found = queries.claims(state.data, state.filters, count=CLAIMS_ASKED) if total else []
    return claims_summary(found, total, state)


def trends(state: Asked) -> dict[str, list[float]]:
    """Return activities, people trained and participants of each year that has any."""
    bars = queries.by_period(state.data, state.filters, "year").bars
    return {name: [getattr(bar, name) for bar in bars] for name in ("activities", "trained", "participants")}


def way_out(state: Asked) -> Any:
    """Say which filters to take off, or that there is nothing at all."""
    language = state.view.lang
    return empty(relaxed(state), language) if state.filters.active() else no_data(language)


def relaxed(state: Asked) -> list[tuple[str, str, int]]:
    """Return each filter that is set with the activities that pass without it, the most helpful first."""
    without = [(name, value, state.filters.without(name, value)) for name, value in state.filters.active()]
    counts = [(name, value, queries.count(state.data, filters)) for name, value, filters in without]
    return sorted(counts, key=lambda entry: -entry[2])
