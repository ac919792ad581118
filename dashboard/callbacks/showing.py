"""The overview: tiles, bridge line and charts follow the state; a click on a chart sets a filter or takes it off."""

from __future__ import annotations

from typing import Any

from dash import Output

from dashboard import ids, queries
from dashboard.callbacks.brushing import filter_by_brush
from dashboard.callbacks.drawing import Draw, choose_dates, drawn_or_failed, filter_by_click, source_of, toggle
from dashboard.charts import CHARTS, FIELDS
from dashboard.following import Dashboard
from dashboard.parts.bridge import bridge
from dashboard.parts.claims_summary import claims_summary
from dashboard.parts.empty import empty, no_data
from dashboard.parts.tiles import tiles
from dashboard.sentence import sentence
from dashboard.source import Source
from dashboard.source import State as Asked

CLAIMS_ASKED = 6


def register(app: Dashboard, source: Source) -> None:
    """Register the callbacks."""
    parts = [part for chart in CHARTS for part in places(chart)]

    @app.follows(
        Output(ids.SENTENCE, "children"),
        Output(ids.TILES, "children"),
        Output(ids.BRIDGE, "children"),
        Output(ids.EMPTY, "children"),
        *(Output(*part) for part in parts),
    )
    def show_overview(shown: list[str] | None) -> tuple[Any, ...]:
        state = source.state(*shown or [""])
        language, totals = state.view.lang, queries.totals(state.data, state.filters)
        return (
            sentence(state.filters, language),
            tiles(totals, language, trends(state), state.theme, state.filters.role),
            bridge(totals, state.filters, state.view),
            None if totals.activities else way_out(state),
            *(part for draw in CHARTS.values() for part in drawn(draw, state)),
        )

    @app.follows(Output(ids.CLAIMS_SUMMARY, "children"))
    def show_claims(shown: list[str] | None) -> Any:
        return summary_of_claims(source.state(*shown or [""]))

    for chart, field in FIELDS.items():
        filter_by_click(app, source, chart, toggle(field))
    filter_by_click(app, source, ids.TIMELINE, choose_dates)
    filter_by_brush(app, source, ids.TIMELINE)


def places(chart: str) -> list[tuple[str, str]]:
    """Return where figure, title and source of a chart go: the filters in words stand above all of them."""
    return [(chart, "figure"), (ids.title(chart), "children"), (ids.source(chart), "children")]


def drawn(draw: Draw, state: Asked) -> tuple[Any, ...]:
    """Return figure, title and source of a chart."""
    chart = drawn_or_failed(draw, state)
    return chart.with_table(), chart.title, source_of(chart, state)


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
