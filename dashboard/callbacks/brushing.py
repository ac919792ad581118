"""Lets a span drawn over a timeline with the mouse become the dates of the filter."""

from __future__ import annotations

from typing import Any

from dash import Dash, Input, Output, State, no_update

from dashboard import ids
from dashboard.address import write
from dashboard.source import Source

MONTH = len("2016-11")  # a brush is no finer


def filter_by_brush(app: Dash, source: Source, name: str) -> None:
    """Let a brush over the chart `name` set from and to."""

    @app.callback(
        Output(ids.LOCATION, "search", allow_duplicate=True),
        Output(name, "selectedData"),
        Input(name, "selectedData"),
        State(ids.LOCATION, "search"),
        prevent_initial_call=True,
    )
    def brush(selected: dict[str, Any] | None, search: str) -> tuple[Any, Any]:
        span = (selected or {}).get("range", {}).get("x")
        if not span:
            return no_update, no_update
        state = source.state(search)
        first, last = (str(day)[:MONTH] for day in span)
        return write(state.filters.toggled_dates(first, last), state.view), None  # None: may be drawn again
