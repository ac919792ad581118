"""The shell around the pages: language, light or dark, the page of the path, links that keep the state, new data."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any
from urllib.parse import urlsplit

from dash import ALL, ClientsideFunction, Dash, Input, Output, State, ctx, dcc, html, no_update
from flask import request

from dashboard import ids, queries
from dashboard.address import write
from dashboard.filters import LISTS
from dashboard.pages import overview
from dashboard.parts import notices
from dashboard.parts.notices import address_notices
from dashboard.parts.shell import PAGES, reviewed, shell
from dashboard.source import Source
from dashboard.source import State as Asked
from dashboard.words import date, share, word

Layout = Callable[[str], Any]
LAYOUTS: dict[str, Layout] = {"/": overview.layout}
PULSE_EVERY = 30_000  # milliseconds between two questions whether newer data is there


def document(source: Source, public_url: str) -> html.Div:
    """Return the first layout, in the language that the address of the page asks for."""
    state = source.state(urlsplit(request.referrer or "").query)  # a browser without referrers gets English first
    return html.Div(
        [
            dcc.Location(id=ids.LOCATION, refresh="callback-nav"),
            dcc.Store(id=ids.SHOWN),
            dcc.Store(id="public-url", data=public_url),
            dcc.Store(id="run", data=source.data().run),
            dcc.Interval(id=ids.PULSE, interval=PULSE_EVERY),
            html.Div(framed(state), id=ids.ROOT, lang=state.view.lang),
        ]
    )


def framed(state: Asked) -> Any:
    """Return the shell with what its filters offer."""
    scheme, role = state.view.scheme, state.filters.role
    options = {name: queries.options(state.data, name, role, scheme) for name in LISTS}
    return shell(options, state.view.lang, state.view.theme)


def register(app: Dash, source: Source) -> None:
    """Register the callbacks."""
    app.clientside_callback(  # type: ignore[no-untyped-call]
        ClientsideFunction("address", "shown"),
        Output(ids.SHOWN, "data"),
        Input(ids.LOCATION, "search"),
        Input(ids.ROOT, "lang"),
        State(ids.SHOWN, "data"),
    )
    app.clientside_callback(  # type: ignore[no-untyped-call]
        ClientsideFunction("address", "share"),
        Output(ids.SHARE_TEXT, "children"),
        Input(ids.SHARE, "n_clicks"),
        State("public-url", "data"),
        prevent_initial_call=True,
    )

    @app.callback(
        Output(ids.ROOT, "children"),
        Output(ids.ROOT, "lang"),
        Input(ids.LOCATION, "search"),
        State(ids.ROOT, "lang"),
    )
    def show_shell(search: str, language: str) -> tuple[Any, Any]:
        state = source.state(search)
        if state.view.lang == language:
            return no_update, no_update
        return framed(state), state.view.lang

    @app.callback(Output(ids.PROVIDER, "forceColorScheme"), Input(ids.LOCATION, "search"))
    def show_light_or_dark(search: str) -> str | None:
        return source.state(search).view.theme or None

    @app.callback(Output(ids.PAGE, "children"), Input(ids.LOCATION, "pathname"), State(ids.LOCATION, "search"))
    def show_page(path: str, search: str) -> Any:
        language = source.state(search).view.lang
        if layout := LAYOUTS.get(path):
            return layout(language)
        return notices.notice(word("not_yet" if path in PAGES.values() else "not_found", language))

    @app.callback(
        Output({"type": "page-link", "page": ALL}, "href"),
        Output({"type": "page-link", "page": ALL}, "className"),
        Input(ids.LOCATION, "search"),
        Input(ids.LOCATION, "pathname"),
    )
    def keep_state_in_links(search: str, path: str) -> tuple[list[str], list[str]]:
        state = source.state(search)
        query = write(state.filters, replace(state.view, record=""))
        pages = [output["id"]["page"] for output in ctx.outputs_list[0]]
        links = [PAGES[page] for page in pages]
        return [link + query for link in links], [f"page-link{' active' * (link == path)}" for link in links]

    @app.callback(
        Output(ids.NOTICES, "children"),
        Output(ids.REVIEWED, "children"),
        Input(ids.SHOWN, "data"),
        prevent_initial_call=True,
    )
    def show_notices(shown: list[str]) -> tuple[Any, Any]:
        state = source.state(*shown)
        language, totals = state.view.lang, queries.totals(state.data, state.filters)
        found = [(notice.why, notice.name, notice.value) for notice in state.notices]
        part = share(totals.reviewed, totals.activities, language)
        return address_notices(found, language), reviewed(part, date(totals.data_date, language), language)

    @app.callback(
        Output(ids.NEW_DATA, "children"),
        Input(ids.PULSE, "n_intervals"),
        State("run", "data"),
        State(ids.ROOT, "lang"),
        prevent_initial_call=True,
    )
    def tell_of_new_data(pulse: int, run: str, language: str) -> Any:
        return notices.new_data(language) if source.data().run != run else None
