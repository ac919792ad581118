"""The list of sections and the address follow each other; an address that names a saved briefing opens it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from dash import ALL, Dash, Input, Output, State, ctx, html, no_update

from dashboard import ids
from dashboard.address import write
from dashboard.briefing.compose import section
from dashboard.briefing.options import SECTIONS, Options, chosen_sections
from dashboard.callbacks.briefing_changes import changes, reworded
from dashboard.callbacks.briefing_state import Edits, Standing, edits_of, standing, wanted
from dashboard.labels import label
from dashboard.pages import briefing as page
from dashboard.pages.briefing_section import section_row
from dashboard.settings import Settings
from dashboard.source import Source
from dashboard.source import State as Asked
from dashboard.words import word
from etl.vocabulary import codes

SEARCH = Output(ids.LOCATION, "search", allow_duplicate=True)


def register(app: Dash, source: Source, settings: Settings) -> None:
    """Register the callbacks."""

    @app.callback(
        Output(page.SECTIONS, "children"),
        Output(page.PROPOSED, "data"),
        Output(page.EDITS, "data"),
        Output(page.STANDING, "data"),
        Output(page.TITLE, "value"),
        Output(page.PAPER, "value"),
        Output(page.CHANGED, "children"),
        Input(ids.SHOWN, "data"),
        Input(ids.DRAWN, "data"),  # comes with the page: what is shown is no other after a way here from another page
        State(page.EDITS, "data"),
        State(page.STANDING, "data"),
    )
    def show_sections(
        shown: list[str] | None, drawn: list[str], edits: Edits, before: Standing | None
    ) -> tuple[Any, ...]:
        state = source.state(*shown or [""])
        if standing(state) == before:
            return (no_update,) * 7  # the address says what was typed here
        edits = edits_of(state, settings, edits)
        options = wanted(state, edits)
        rows, proposed = section_rows(state, options, reworded(state, source, settings))
        title = options.title or word("briefing_title", state.view.lang)
        told = changes(state, source, settings)
        return rows, proposed, edits, standing(state), title, options.paper, told

    @app.callback(
        SEARCH,
        Input({"type": "briefing-tick", "section": ALL}, "checked"),
        Input({"type": "briefing-move", "section": ALL, "by": ALL}, "n_clicks"),
        State({"type": "briefing-tick", "section": ALL}, "id"),
        State(ids.LOCATION, "search"),
        prevent_initial_call=True,
    )
    def choose(ticks: list[bool], moves: list[int], rows: list[dict[str, str]], search: str) -> Any:
        state = source.state(search)
        chosen = [row["section"] for row, ticked in zip(rows, ticks, strict=True) if ticked]
        asked = ctx.triggered_id
        if asked and asked["type"] == "briefing-move" and any(moves):
            chosen = moved(chosen, asked["section"], asked["by"])
        if not chosen or tuple(chosen) == chosen_sections(state.view.sections):
            return no_update
        text = "" if tuple(chosen) == SECTIONS else ",".join(chosen)
        return write(state.filters, replace(state.view, sections=text))


def moved(chosen: list[str], key: str, by: int) -> list[str]:
    """Move one section up (-1) or down (1) among the chosen ones."""
    if key not in chosen:
        return chosen
    place = chosen.index(key)
    other = min(max(place + by, 0), len(chosen) - 1)
    order = [entry for entry in chosen if entry != key]
    return [*order[:other], key, *order[other:]]


def section_rows(
    state: Asked, options: Options, was: dict[str, tuple[str, ...]]
) -> tuple[list[html.Li], dict[str, dict[str, str]]]:
    """Return the rows of all sections, the chosen ones first, and what is proposed for each.

    `was` are the messages of sections whose figures said something else when the briefing was saved.
    """
    order = [*options.sections, *(key for key in SECTIONS if key not in options.sections)]
    rows, proposed = [], {}
    for key in order:
        plain, edited = (section(state, some, key) for some in (Options(), options))
        proposed[key] = {"title": plain.title, "messages": "\n".join(plain.messages)}
        areas = codes("areas") if key == "priorities" else ()
        texts = {area: (label("area", area, state.view.lang), options.priorities.get(area, "")) for area in areas}
        chosen = key in options.sections
        rows.append(section_row(edited, chosen, texts, (was.get(key, ()), plain.messages), state.view.lang))
    return rows, proposed
