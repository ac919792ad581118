"""Briefings by name: saved into the state's folder, opened again over newer data, with what changed since."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from dash import Dash, Input, Output, State, no_update

from dashboard import ids, queries
from dashboard.access.audit import tell
from dashboard.address import write
from dashboard.briefing import saved
from dashboard.briefing.options import LONGEST_TITLE, chosen_sections, read, written
from dashboard.pages import briefing as page
from dashboard.parts.notices import notice
from dashboard.settings import Settings
from dashboard.source import Source
from dashboard.source import State as Asked
from dashboard.words import date, number, word

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
    def save(clicks: int, name: str, search: str, edits: dict[str, Any]) -> tuple[Any, ...]:
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
        return write(then.filters, replace(then.view, briefing=found.name, lang=now.lang, theme=now.theme))


def keep(folder: Path, name: str, state: Asked, edits: dict[str, Any]) -> None:
    """Save what the page shows."""
    query = write(state.filters, replace(state.view, briefing="", record="", theme=""))
    options = replace(read(edits or {}), sections=chosen_sections(state.view.sections))
    figures = saved.figures(queries.totals(state.data, state.filters))
    saved.save(folder, saved.Saved(name, query, options, state.data.run, state.data.date, figures))


def opened(state: Asked, settings: Settings, edits: dict[str, Any]) -> tuple[dict[str, Any], Any]:
    """Return the words of the saved briefing that the address names, and what has changed since it was saved."""
    name = state.view.briefing
    found = saved.load(settings.state, name) if settings.state and name else None
    return (written(found.options), changes(found, state)) if found else (edits, None)


def changes(found: saved.Saved, state: Asked) -> Any:
    """Say which figures are no longer what they were."""
    language = state.view.lang
    differing = saved.changed(found, queries.totals(state.data, state.filters))
    told = [f"{_label(key, language)} {number(a, language)} → {number(b, language)}" for key, a, b in differing]
    if not told:
        return notice(word("briefing_unchanged", language))
    return notice(word("briefing_changed", language, date=date(found.date, language), changes="; ".join(told)))


def _label(key: str, language: str) -> str:
    names = {"claims": "page_claims", "projects": "briefing_projects"}
    return word(names.get(key, f"kpi_{key}"), language)
