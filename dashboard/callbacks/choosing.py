"""Filters and the address follow each other; chips, reset, language and theme change the address alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from dash import ALL, Dash, Input, Output, State, ctx, no_update

from dashboard import ids, queries
from dashboard.address import write
from dashboard.filters import LISTS, Filters
from dashboard.following import Dashboard
from dashboard.parts.chips import chips
from dashboard.parts.filters import entries
from dashboard.parts.notices import address_notices
from dashboard.parts.shell import reviewed
from dashboard.source import Source
from dashboard.source import State as Asked
from dashboard.view import View

SINGLE = {"from": "first", "to": "last", "q": "q", "role": "role", "basis": "basis"}
CONTROLS = (*SINGLE, *LISTS, "scheme")
SEARCH = Output(ids.LOCATION, "search", allow_duplicate=True)


def register(app: Dashboard, source: Source) -> None:
    """Register the callbacks."""
    let_controls_follow(app, source)
    let_buttons_change(app, source)


def let_controls_follow(app: Dashboard, source: Source) -> None:
    """Let controls and address follow each other, and chips and offers follow the address."""
    controls = [ids.filter_control(name) for name in CONTROLS]

    @app.follows(
        *(Output(control, "value") for control in controls),
        Output(ids.CHIPS, "children"),
        Output(ids.NOTICES, "children"),
        Output(ids.REVIEWED, "children"),
        states=tuple(State(control, "value") for control in controls),
    )
    def show_choice(shown: list[str] | None, *before: Any) -> tuple[Any, ...]:
        state = source.state(*shown or [""])
        language = state.view.lang
        problems = [(notice.why, notice.name, notice.value) for notice in state.notices]
        return (
            *changed(values_of(state.filters, state.view), before),
            chips(state.filters.active(), language),
            address_notices(problems, language),
            how_far_reviewed(state),
        )

    @app.callback(
        SEARCH,
        *(Input(control, "value") for control in controls),
        State(ids.LOCATION, "search"),
        prevent_initial_call=True,
    )
    def choose(*given: Any) -> Any:
        *values, search = given
        state = source.state(search)
        now = chosen(dict(zip(CONTROLS, values, strict=True)), state.filters, state.view)
        return no_update if now == (state.filters, state.view) else write(*now)

    @app.callback(
        Output(ids.filter_control("region"), "data"),
        Output(ids.filter_control("country"), "data"),
        Input(ids.filter_control("role"), "value"),
        Input(ids.filter_control("scheme"), "value"),
        State(ids.LANGUAGE_ASKED, "data"),
        prevent_initial_call=True,
    )
    def offer_places(role: str, scheme: str, language: str) -> list[Any]:
        data = source.data()
        offered = {name: queries.options(data, name, role, scheme) for name in ("region", "country")}
        return [entries(name, options, language) for name, options in offered.items()]


def let_buttons_change(app: Dash, source: Source) -> None:
    """Let chips, offers to relax, reset, language and theme change the address."""

    @app.callback(
        SEARCH,
        Input({"type": "chip", "name": ALL, "value": ALL}, "n_clicks"),
        Input({"type": "relax", "name": ALL, "value": ALL}, "n_clicks"),
        State(ids.LOCATION, "search"),
        prevent_initial_call=True,
    )
    def take_off(chip_clicks: list[int], relax_clicks: list[int], search: str) -> Any:
        if not any([*chip_clicks, *relax_clicks]):
            return no_update  # new buttons, not clicks
        state = source.state(search)
        return write(state.filters.without(ctx.triggered_id["name"], ctx.triggered_id["value"]), state.view)

    @app.callback(SEARCH, Input(ids.RESET, "n_clicks"), State(ids.LOCATION, "search"), prevent_initial_call=True)
    def reset(clicks: int, search: str) -> Any:
        view = source.state(search).view
        return write(Filters(), View(lang=view.lang, theme=view.theme)) if clicks else no_update

    @app.callback(SEARCH, Input(ids.LANGUAGE, "value"), State(ids.LOCATION, "search"), prevent_initial_call=True)
    def change_language(language: str, search: str) -> Any:
        state = source.state(search)
        return no_update if language == state.view.lang else write(state.filters, replace(state.view, lang=language))

    @app.callback(
        SEARCH,
        Input(ids.THEME, "n_clicks"),
        State(ids.LOCATION, "search"),
        State(ids.SHOWN, "data"),
        prevent_initial_call=True,
    )
    def change_theme(clicks: int, search: str, shown: list[str]) -> Any:
        if not clicks:
            return no_update
        state = source.state(search, shown[1])
        other = "light" if state.theme == "dark" else "dark"
        return write(state.filters, replace(state.view, theme=other))


def changed(now: list[Any], before: Sequence[Any]) -> list[Any]:
    """Return what controls must show anew; those that show it already are left alone."""
    return [no_update if (a or "") == (b or "") else a for a, b in zip(now, before, strict=True)]


def how_far_reviewed(state: Asked) -> Any:
    """Say what share of what is shown a person has checked, and of when the data is."""
    language, totals = state.view.lang, queries.totals(state.data, state.filters)
    return reviewed(totals.reviewed, totals.activities, totals.data_date, language)


def values_of(filters: Filters, view: View) -> list[Any]:
    """Return what the controls show."""
    values: dict[str, Any] = {name: getattr(filters, field) for name, field in SINGLE.items()}
    values |= {name: list(filters.values(name)) for name in LISTS}
    return [*values.values(), view.scheme]


def chosen(values: dict[str, Any], filters: Filters, view: View) -> tuple[Filters, View]:
    """Return what the controls say, the rest as it was; what is typed is checked when the address is read."""
    given: dict[str, Any] = {field: values[name] or getattr(Filters(), field) for name, field in SINGLE.items()}
    given |= {name: tuple(values[name] or ()) for name in LISTS}
    return Filters(**given, bucket=filters.bucket), replace(view, scheme=values["scheme"] or View().scheme)
