"""The shell around the pages: language, light or dark, the page of the path, links that keep the state, new data."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from dash import ALL, ClientsideFunction, Dash, Input, Output, State, dcc, html
from flask import request

from dashboard import ids, queries
from dashboard.filters import LISTS
from dashboard.pages import about, areas, breakdowns, briefing, claims, map, overview, quality, records, timeline
from dashboard.parts import notices
from dashboard.parts.shell import PAGES, shell
from dashboard.source import Source
from dashboard.source import State as Asked
from dashboard.words import word

Layout = Callable[[str], Any]
LAYOUTS: dict[str, Layout] = {
    "/": overview.layout,
    "/map": map.layout,
    "/timeline": timeline.layout,
    "/breakdowns": breakdowns.layout,
    "/records": records.layout,
    "/claims": claims.layout,
    "/areas": areas.layout,
    "/briefing": briefing.layout,
    "/quality": quality.layout,
    "/about": about.layout,
}
PULSE_EVERY = 30_000  # milliseconds between two questions whether newer data is there


def document(source: Source, public_url: str) -> html.Div:
    """Return the first layout, in the language that the address of the page asks for."""
    state = source.state(urlsplit(request.referrer or "").query)  # a browser without referrers gets English first
    return html.Div(
        [
            dcc.Location(id=ids.LOCATION, refresh="callback-nav"),
            dcc.Store(id=ids.SHOWN),
            dcc.Download(id=ids.FILE),
            dcc.Store(id=ids.LANGUAGE_ASKED, data=state.view.lang),
            dcc.Store(id=ids.OPENED, data=""),
            dcc.Store(id=ids.PUBLIC_URL, data=public_url),
            dcc.Store(id=ids.RUN, data=state.data.version),
            dcc.Interval(id=ids.PULSE, interval=PULSE_EVERY),
            html.Div(framed(state), id=ids.ROOT),
        ]
    )


def framed(state: Asked) -> Any:
    """Return the shell with what its filters offer."""
    scheme, role = state.view.scheme, state.filters.role
    options = {name: queries.options(state.data, name, role, scheme) for name in LISTS}
    return shell(options, state.view.lang, state.view.theme)


def register(app: Dash, source: Source) -> None:
    """Register the callbacks."""
    follow_in_the_browser(app)

    @app.callback(
        Output(ids.ROOT, "children"),
        Input(ids.LANGUAGE_ASKED, "data"),
        State(ids.LOCATION, "search"),
        prevent_initial_call=True,
    )
    def show_shell(language: str, search: str) -> Any:
        return framed(source.state(search))

    @app.callback(Output(ids.PAGE, "children"), Input(ids.LOCATION, "pathname"), State(ids.LOCATION, "search"))
    def show_page(path: str, search: str) -> Any:
        language = source.state(search).view.lang
        if layout := LAYOUTS.get(path):
            return layout(language)
        return notices.notice(word("not_yet" if path in PAGES.values() else "not_found", language))

    @app.callback(
        Output(ids.NEW_DATA, "children"),
        Input(ids.PULSE, "n_intervals"),
        State(ids.RUN, "data"),
        State(ids.LANGUAGE_ASKED, "data"),
        prevent_initial_call=True,
    )
    def tell_of_new_data(pulse: int, run: str, language: str) -> Any:
        return notices.new_data(language) if source.data().version != run else None


def follow_in_the_browser(app: Dash) -> None:
    """Register what the browser does by itself (assets/address.js); each store changes only when its part does."""

    def run(name: str, *signature: Any, **options: Any) -> None:
        app.clientside_callback(ClientsideFunction("address", name), *signature, **options)  # type: ignore[no-untyped-call]

    search = Input(ids.LOCATION, "search")
    for name, store in (("shown", ids.SHOWN), ("language", ids.LANGUAGE_ASKED), ("record", ids.OPENED)):
        run(name, Output(store, "data"), search, State(store, "data"))
    run("theme", Output(ids.PROVIDER, "forceColorScheme"), search)
    links = {"type": "page-link", "page": ALL}
    run(
        "links",
        Output(links, "href"),
        Output(links, "className"),
        search,
        Input(ids.LOCATION, "pathname"),
        State(links, "id"),
        State(links, "href"),
    )
    run(
        "share",
        Output(ids.SHARE_TEXT, "children"),
        Input(ids.SHARE, "n_clicks"),
        State(ids.PUBLIC_URL, "data"),
        prevent_initial_call=True,
    )
