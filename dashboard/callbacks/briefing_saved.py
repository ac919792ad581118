"""Briefings by name: saved into the state's folder, opened again over newer data."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from dash import Dash, Input, Output, State, no_update

from dashboard import ids, queries
from dashboard.access.audit import tell
from dashboard.address import write
from dashboard.briefing import saved
from dashboard.briefing.compose import proposed
from dashboard.briefing.options import LONGEST_TITLE
from dashboard.callbacks.briefing_state import Edits, wanted, with_edits
from dashboard.pages import briefing as page
from dashboard.settings import Settings
from dashboard.source import Source
from dashboard.source import State as Asked
from dashboard.words import word

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
        if found is None:
            return no_update
        then, now = source.state(found.query), source.state(search).view
        view = replace(then.view, briefing=found.name, lang=now.lang, theme=now.theme)
        then = with_edits(replace(then, view=view), found.options)
        return write(then.filters, then.view)


def keep(folder: Path, name: str, state: Asked, edits: Edits) -> None:
    """Save what the page shows."""
    query = write(state.filters, replace(state.view, briefing="", record="", theme="", edits=""))
    options = wanted(state, edits)
    figures = saved.figures(queries.totals(state.data, state.filters))
    day = (state.data.run, state.data.date)
    said = proposed(state, options.sections)
    saved.save(folder, saved.Saved(name, query, options, *day, figures, state.view.lang, said))
