"""Briefings by name: saved into the state's folder, opened again over newer data."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from dash import Dash, Input, Output, State, no_update
from flask import redirect, request

from dashboard import ids, queries
from dashboard.access.audit import tell
from dashboard.address import write
from dashboard.briefing import saved
from dashboard.briefing.compose import proposed
from dashboard.briefing.options import LONGEST_TITLE
from dashboard.callbacks.briefing_state import Edits, address_of, wanted, whole_address
from dashboard.pages import briefing as page
from dashboard.settings import Settings
from dashboard.source import Source
from dashboard.source import State as Asked
from dashboard.view import View
from dashboard.words import word

BRIEFING = "/briefing"
PLAIN = {"briefing", "lang", "theme", "preview"}  # what a link may say and still mean the briefing as it was saved
SEARCH = Output(ids.LOCATION, "search", allow_duplicate=True)


def register(app: Dash, source: Source, settings: Settings) -> None:
    """Register the callbacks."""
    folder = settings.state

    @app.callback(
        Output(page.STATUS, "children"),
        Output(page.SAVED, "data"),
        Output(page.SAVED, "value"),
        Input(page.SAVE, "n_clicks"),
        State(page.NAME, "value"),
        State(ids.LOCATION, "search"),
        State(page.EDITS, "data"),
    )
    def save(clicks: int, name: str, search: str, edits: Edits) -> tuple[Any, ...]:
        state = source.state(search)
        language = state.view.lang
        if folder is None:
            return word("briefing_no_state", language), [], None
        if not clicks:
            return "", saved.names(folder), state.view.briefing or None
        name = (name or "").strip()
        if not name:
            return word("briefing_no_name", language), saved.names(folder), no_update
        keep(folder, name, state, edits)
        tell("save", what="briefing", name=name[:LONGEST_TITLE])
        return word("briefing_was_saved", language, name=name), saved.names(folder), name

    @app.callback(
        SEARCH, Input(page.OPEN, "n_clicks"), State(page.SAVED, "value"), State(ids.LOCATION, "search"),
        prevent_initial_call=True,
    )  # fmt: skip
    def open_saved(clicks: int, name: str, search: str) -> Any:
        found = saved.load(folder, name) if clicks and folder and name else None
        return address_of(found, source, source.state(search).view) if found else no_update

    @app.callback(
        Output(page.CONFIRM, "message"), Output(page.CONFIRM, "displayed"),
        Input(page.DELETE, "n_clicks"), State(page.SAVED, "value"), State(ids.LOCATION, "search"),
        prevent_initial_call=True,
    )  # fmt: skip
    def ask(clicks: int, name: str, search: str) -> tuple[Any, Any]:
        if not (clicks and name):
            return no_update, no_update
        return word("briefing_confirm", source.state(search).view.lang, name=name), True

    @app.callback(
        Output(page.STATUS, "children", allow_duplicate=True),
        Output(page.SAVED, "data", allow_duplicate=True),
        Output(page.SAVED, "value", allow_duplicate=True),
        Input(page.CONFIRM, "submit_n_clicks"),
        State(page.SAVED, "value"),
        State(ids.LOCATION, "search"),
        prevent_initial_call=True,
    )
    def delete(confirmed: int, name: str, search: str) -> tuple[Any, ...]:
        if not (confirmed and folder and saved.delete(folder, name or "")):
            return no_update, no_update, no_update
        tell("delete", what="briefing", name=name[:LONGEST_TITLE])
        return word("briefing_was_deleted", source.state(search).view.lang, name=name), saved.names(folder), None

    complete_links(app, source, settings)


def complete_links(app: Dash, source: Source, settings: Settings) -> None:
    """Let a link that only names a saved briefing lead to all of it."""
    path = app.config.routes_pathname_prefix.rstrip("/") + BRIEFING

    @app.server.before_request  # type: ignore[untyped-decorator]
    def complete() -> Any:
        if request.path != path or request.args.keys() - PLAIN:
            return None
        state = source.state(request.query_string.decode())
        whole = whole_address(state, source, settings)
        return redirect(path + whole) if whole else None


def keep(folder: Path, name: str, state: Asked, edits: Edits) -> None:
    """Save what the page shows."""
    view = replace(state.view, briefing="", record="", theme="", edits="", preview=View().preview)
    query = write(state.filters, view)
    options = wanted(state, edits)
    figures = saved.figures(queries.totals(state.data, state.filters))
    day = (state.data.run, state.data.date)
    said = proposed(state, options.sections)
    saved.save(folder, saved.Saved(name, query, options, *day, figures, state.view.lang, said))
