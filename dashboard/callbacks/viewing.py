"""The controls of a page (measure, grain, rows ...) and the address follow each other."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

from dash import Input, Output, State, no_update

from dashboard import ids
from dashboard.address import write
from dashboard.filters import Filters
from dashboard.following import Dashboard
from dashboard.source import Source
from dashboard.source import State as Asked
from dashboard.view import View

HIDDEN = (  # have no such control
    "record", "sort", "page", "sections", "lang", "theme", "scheme", "compare", "since", "show", "where",
    "briefing",
)  # fmt: skip
NAMES = ("role", *(field.name for field in fields(View) if field.name not in HIDDEN))
SEARCH = Output(ids.LOCATION, "search", allow_duplicate=True)
Choices = list[dict[str, str]]  # the first is what a page shows where the address says nothing


def register(app: Dashboard, source: Source) -> None:
    """Register the callbacks of each control; a page has only some of them."""
    for name in NAMES:
        _follow(app, source, name)


def _follow(app: Dashboard, source: Source, name: str) -> None:
    control = ids.view_control(name)

    @app.follows(Output(control, "value"), states=(State(control, "data"),))
    def show(shown: list[str] | None, choices: Choices) -> str:
        return offered(asked_for(source.state(*shown or [""]), name), choices)

    @app.callback(
        SEARCH,
        Input(control, "value"),
        State(control, "data"),
        State(ids.LOCATION, "search"),
        prevent_initial_call=True,
    )
    def choose(value: str | None, choices: Choices, search: str) -> Any:
        state = source.state(search)
        if value is None or value == offered(asked_for(state, name), choices):
            return no_update  # a new control, or what the address says already
        return write(*chosen(state, name, value, choices))


def asked_for(state: Asked, name: str) -> str:
    """Return what the address says of an option."""
    return state.filters.role if name == "role" else str(getattr(state.view, name))


def offered(asked: str, choices: Choices) -> str:
    """Return what is asked for, or the first choice where it is not among them."""
    values = [choice["value"] for choice in choices]
    return asked if asked in values else values[0]


def chosen(state: Asked, name: str, value: str, choices: Choices) -> tuple[Filters, View]:
    """Return the state with another value of an option; the first choice is left out of the address."""
    if name == "role":
        return replace(state.filters, role=value), state.view
    kept = getattr(View(), name) if value == choices[0]["value"] else value
    return state.filters, replace(state.view, **{name: kept})
