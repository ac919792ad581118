"""The records page grouped: activities that are told more than once, with their tellings, in place of the grid."""

from __future__ import annotations

from typing import Any

from dash import Output

from dashboard import ids, queries
from dashboard.column_filters import read
from dashboard.following import Dashboard
from dashboard.parts.records_card import LIST
from dashboard.parts.told import groups, pager
from dashboard.queries.told import Told
from dashboard.sentence import sentence
from dashboard.source import Source
from dashboard.source import State as Asked
from dashboard.view import TELLINGS
from dashboard.words import word

SHOWN_AT_ONCE = 15  # groups on a page; 40 kept a browser busy for seconds


def register(app: Dashboard, source: Source) -> None:
    """Register the callbacks."""
    card = f"{ids.GROUPS}-card"

    @app.follows(Output(f"{LIST}-card", "hidden"))
    def hide_grid(shown: list[str] | None) -> bool:  # apart, because the overview has the grid and no groups
        return source.state(*shown or [""]).view.group == TELLINGS

    @app.follows(
        Output(card, "hidden"),
        Output(ids.title(ids.GROUPS), "children"),
        Output(ids.subtitle(ids.GROUPS), "children"),
        Output(ids.GROUPS, "children"),
    )
    def show_groups(shown: list[str] | None) -> tuple[Any, ...]:
        state = source.state(*shown or [""])
        view = state.view
        if view.group != TELLINGS:
            return True, "", "", None
        start = first_of(view.page)
        found, total = asked_for(state, start)
        if start and not found:  # other filters than those that the page was chosen under
            start, (found, total) = 0, asked_for(state, 0)
        once = queries.totals(state.data, state.filters).activities - total
        words = " · ".join([sentence(state.filters, view.lang), word("told_once", view.lang, n=once)])
        title = word("merged_title", view.lang, n=total)
        return False, title, words, [*groups(found, state), pager(start, SHOWN_AT_ONCE, total, state)]


def asked_for(state: Asked, start: int) -> tuple[tuple[Told, ...], int]:
    """Return the groups from `start` on in the order and through the filters of the grid, and how many there are."""
    view = state.view
    return queries.told(state.data, state.filters, view.sort, start, SHOWN_AT_ONCE, read(view.where), view.lang)


def first_of(page: str) -> int:
    """Return the place of the first group on a page; what is no number is the first page."""
    return (max(int(page), 1) - 1) * SHOWN_AT_ONCE if page.isascii() and page.isdigit() and len(page) < 7 else 0
