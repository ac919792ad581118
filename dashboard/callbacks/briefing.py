"""The briefing: sections follow the address, words follow what is typed, pages follow both; files are made behind."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import replace
from typing import Any

from dash import ALL, Dash, Input, Output, State, ctx, html, no_update

from dashboard import ids
from dashboard.address import write
from dashboard.briefing.compose import compose, section
from dashboard.briefing.options import SECTIONS, Options, chosen_sections, read, written
from dashboard.callbacks import briefing_files, briefing_saved
from dashboard.exports.report.pdf import preview
from dashboard.labels import label
from dashboard.pages import briefing as page
from dashboard.settings import Settings
from dashboard.source import Source
from dashboard.source import State as Asked
from dashboard.words import word
from etl.vocabulary import codes

MOST_PAGES = 40  # of the preview
SEARCH = Output(ids.LOCATION, "search", allow_duplicate=True)


def register(app: Dash, source: Source, settings: Settings) -> None:
    """Register the callbacks."""
    let_sections_follow(app, source, settings)
    let_words_follow(app, source)
    briefing_files.register(app, source, settings)
    briefing_saved.register(app, source, settings)

    @app.callback(Output(page.PREVIEW, "children"), Input(ids.SHOWN, "data"), Input(page.EDITS, "data"))
    def show_pages(shown: list[str] | None, edits: dict[str, Any]) -> Any:
        state = source.state(*shown or [""])
        pages = preview(compose(state, wanted(state, edits), settings.public_url))[:MOST_PAGES]
        return [picture(png, number, state.view.lang) for number, png in enumerate(pages, 1)]


def let_sections_follow(app: Dash, source: Source, settings: Settings) -> None:
    """Let the list of sections and the address follow each other; an address that names a saved briefing opens it."""

    @app.callback(
        Output(page.SECTIONS, "children"),
        Output(page.PROPOSED, "data"),
        Output(page.EDITS, "data", allow_duplicate=True),
        Output(page.LOADED, "data"),
        Output(page.TITLE, "value"),
        Output(page.PAPER, "value"),
        Output(page.CHANGED, "children"),
        Input(ids.SHOWN, "data"),
        State(page.EDITS, "data"),
        State(page.LOADED, "data"),
        prevent_initial_call="initial_duplicate",
    )
    def show_sections(shown: list[str] | None, edits: dict[str, Any], loaded: str) -> tuple[Any, ...]:
        state, changes = source.state(*shown or [""]), no_update
        if state.view.briefing != loaded:
            edits, changes = briefing_saved.opened(state, settings, edits)
        options = wanted(state, edits)
        rows, proposed = section_rows(state, options)
        title = options.title or word("briefing_title", state.view.lang)
        return rows, proposed, edits, state.view.briefing, title, options.paper, changes

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


def let_words_follow(app: Dash, source: Source) -> None:
    """Keep what is typed where it differs from what is proposed."""

    @app.callback(
        Output(page.EDITS, "data"),
        Input(page.TITLE, "value"),
        Input(page.PAPER, "value"),
        Input({"type": "briefing-section-title", "section": ALL}, "value"),
        Input({"type": "briefing-messages", "section": ALL}, "value"),
        Input({"type": "briefing-priority", "area": ALL}, "value"),
        State(page.PROPOSED, "data"),
        State(page.EDITS, "data"),
        State(ids.LOCATION, "search"),
        prevent_initial_call=True,
    )
    def keep(
        title: str, paper: str, titles: list[str], messages: list[str], priorities: list[str],
        proposed: dict[str, Any], edits: dict[str, Any], search: str,
    ) -> Any:  # fmt: skip
        if not titles:
            return no_update  # the list is not there yet
        given = [[entry["id"] for entry in group] for group in ctx.inputs_list[2:]]
        named = dict(zip((entry["section"] for entry in given[0]), titles, strict=True))
        said = dict(zip((entry["section"] for entry in given[1]), messages, strict=True))
        typed = dict(zip((entry["area"] for entry in given[2]), priorities, strict=True))
        own_title = title if title != word("briefing_title", source.state(search).view.lang) else ""
        now = {
            "title": own_title,
            "paper": paper,
            "titles": {key: text for key, text in named.items() if text != proposed[key]["title"]},
            "messages": {k: text.split("\n") for k, text in said.items() if text != proposed[k]["messages"]},
            "priorities": typed,
        }
        kept = written(read(now))
        return no_update if kept == written(read(edits)) else kept


def wanted(state: Asked, edits: dict[str, Any]) -> Options:
    """Return the options: sections from the address, words from the page."""
    return replace(read(edits or {}), sections=chosen_sections(state.view.sections))


def moved(chosen: list[str], key: str, by: int) -> list[str]:
    """Move one section up (-1) or down (1) among the chosen ones."""
    if key not in chosen:
        return chosen
    place = chosen.index(key)
    other = min(max(place + by, 0), len(chosen) - 1)
    order = [entry for entry in chosen if entry != key]
    return [*order[:other], key, *order[other:]]


def section_rows(state: Asked, options: Options) -> tuple[list[html.Li], dict[str, dict[str, str]]]:
    """Return the rows of all sections, the chosen ones first, and what is proposed for each."""
    order = [*options.sections, *(key for key in SECTIONS if key not in options.sections)]
    rows, proposed = [], {}
    for key in order:
        plain, edited = (section(state, some, key) for some in (Options(), options))
        proposed[key] = {"title": plain.title, "messages": "\n".join(plain.messages)}
        areas = codes("areas") if key == "priorities" else ()
        texts = {area: (label("area", area, state.view.lang), options.priorities.get(area, "")) for area in areas}
        said = "\n".join(edited.messages)
        rows.append(page.section_row(key, edited.title, said, key in options.sections, texts, state.view.lang))
    return rows, proposed


def picture(png: bytes, number: int, language: str) -> html.Img:
    """Return one page of the preview."""
    source = f"data:image/png;base64,{b64encode(png).decode()}"
    return html.Img(src=source, alt=word("briefing_preview_page", language, page=number), className="briefing-page")
