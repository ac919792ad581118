"""The records page: which columns the grid shows."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from dash import Input, Output, no_update
from dash import State as FromPage

from dashboard import ids
from dashboard.address import write
from dashboard.callbacks.drawing import SEARCH
from dashboard.following import Dashboard
from dashboard.parts.records import SHOWN, chosen_columns
from dashboard.source import Source


def register(app: Dashboard, source: Source) -> None:
    """Register the callbacks."""
    control = ids.view_control("show")

    @app.follows(Output(control, "value"))
    def show_choice(shown: list[str] | None) -> list[str]:
        return list(chosen_columns(source.state(*shown or [""]).view.show))

    @app.callback(SEARCH, Input(control, "value"), FromPage(ids.LOCATION, "search"), prevent_initial_call=True)
    def choose(names: list[str] | None, search: str) -> Any:
        state = source.state(search)
        if not names or tuple(names) == chosen_columns(state.view.show):
            return no_update  # a new control, or what the address says already
        show = "" if tuple(names) == SHOWN else ",".join(names)
        return write(state.filters, replace(state.view, show=show))
