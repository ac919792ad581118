"""The shell around the pages: language, light or dark, the page of the path, links that keep the state, new data."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from dash import ALL, ClientsideFunction, Input, Output, State, dcc, html
from flask import request

from dashboard import ids, queries
from dashboard.filters import LISTS
from dashboard.following import Dashboard, Shown
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
THEME_HINT = "Sec-CH-Prefers-Color-Scheme"  # what a browser says of its reader, where it was asked (security.py)
PULSE_EVERY = 30_000  # milliseconds between two questions whether newer data is there


def document(app: Dashboard, source: Source, public_url: str) -> html.Div:
    """Return the first layout, with the page that the address of the browser asks for, drawn and in its language."""
    asked = urlsplit(request.referrer or "")  # of a browser that does not tell: what it asks for comes after this
    shown = [f"?{asked.query}", request.headers.get(THEME_HINT, "light")]
    state, path = source.state(*shown), asked.path or "/"
    return html.Div(
        [
            dcc.Location(id=ids.LOCATION, refresh="callback-nav"),
            dcc.Store(id=ids.SHOWN, data=shown),
            dcc.Store(id=ids.PATH, data=path),
            dcc.Download(id=ids.FILE),
            dcc.Store(id=ids.LANGUAGE_ASKED, data=state.view.lang),
            dcc.Store(id=ids.OPENED, data=""),
            dcc.Store(id=ids.PUBLIC_URL, data=public_url),
            dcc.Store(id=ids.RUN, data=state.data.version),
            dcc.Interval(id=ids.PULSE, interval=PULSE_EVERY),
            html.Div(app.filled(framed(state, path, shown), shown), id=ids.ROOT),
        ]
    )


def framed(state: Asked, path: str, shown: Shown) -> Any:
    """Return the shell with what its filters offer, and the page of the path in it."""
    scheme, role = state.view.scheme, state.filters.role
    options = {name: queries.options(state.data, name, role, scheme) for name in LISTS}
    return shell(options, state.view.lang, state.view.theme, page_of(path, state.view.lang, shown))


def page_of(path: str, language: str, shown: Shown) -> list[Any]:
    """Return the page of a path, empty, and what it will be filled for."""
    drawn = dcc.Store(id=ids.DRAWN, data=shown)
    if layout := LAYOUTS.get(path):
        return [layout(language), drawn]
    return [notices.notice(word("not_yet" if path in PAGES.values() else "not_found", language)), drawn]


def register(app: Dashboard, source: Source) -> None:
    """Register the callbacks."""
    follow_in_the_browser(app)

    @app.callback(
        Output(ids.ROOT, "children"),
        Input(ids.LANGUAGE_ASKED, "data"),
        State(ids.PATH, "data"),
        State(ids.LOCATION, "search"),
        State(ids.SHOWN, "data"),
        prevent_initial_call=True,
    )
    def show_shell(language: str, path: str, search: str, before: Shown) -> Any:
        shown = [search, before[1]]
        return app.filled(framed(source.state(*shown), path, shown), shown)

    @app.callback(
        Output(ids.PAGE, "children"),
        Input(ids.PATH, "data"),
        State(ids.LOCATION, "search"),
        State(ids.SHOWN, "data"),
        prevent_initial_call=True,
    )
    def show_page(path: str, search: str, before: Shown) -> Any:
        shown = [search, before[1]]
        language = source.state(*shown).view.lang
        return app.filled(html.Div(page_of(path, language, shown)), shown).children

    @app.callback(
        Output(ids.NEW_DATA, "children"),
        Input(ids.PULSE, "n_intervals"),
        State(ids.RUN, "data"),
        State(ids.LANGUAGE_ASKED, "data"),
        prevent_initial_call=True,
    )
    def tell_of_new_data(pulse: int, run: str, language: str) -> Any:
        return notices.new_data(language) if source.data().version != run else None


def follow_in_the_browser(app: Dashboard) -> None:
    """Register what the browser does by itself (assets/address.js); each store changes only when its part does."""

    def run(name: str, *signature: Any, **options: Any) -> None:
        app.clientside_callback(ClientsideFunction("address", name), *signature, **options)  # type: ignore[no-untyped-call]

    search = Input(ids.LOCATION, "search")
    run("shown", Output(ids.SHOWN, "data"), search, Input(ids.DRAWN, "data"), State(ids.SHOWN, "data"))
    run("path", Output(ids.PATH, "data"), Input(ids.LOCATION, "pathname"), State(ids.PATH, "data"))
    for name, store in (("language", ids.LANGUAGE_ASKED), ("record", ids.OPENED)):
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
        State(links, "children"),
    )
    run(
        "share",
        Output(ids.SHARE_TEXT, "children"),
        Input(ids.SHARE, "n_clicks"),
        State(ids.PUBLIC_URL, "data"),
        prevent_initial_call=True,
    )
