"""The quality page: the state of all data, whatever the filters; what is new since an earlier run."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from dash import Input, Output, no_update
from dash import State as FromPage

from dashboard import ids
from dashboard.address import write
from dashboard.callbacks.drawing import SEARCH, Draw, draw_page
from dashboard.following import Dashboard
from dashboard.pages import quality as page
from dashboard.quality.corrections import corrections
from dashboard.quality.documents import by_source, freshness
from dashboard.quality.looked_at import checks, flagged, flags, reviewed
from dashboard.quality.runs import FIRST, changes, choices, merged
from dashboard.quality.stated import completeness, confidence
from dashboard.source import Source


def register(app: Dashboard, source: Source) -> None:
    """Register the callbacks."""
    draw_page(app, source, CHARTS, {name: draw for name, draw in TABLES.items() if name != page.CHECKS})
    draw_page(app, source, {}, {page.CHECKS: checks}, later=True)  # the first time they take a moment
    control = ids.view_control("since")

    @app.follows(Output(control, "data"), Output(control, "value"))
    def offer(shown: list[str] | None) -> tuple[Any, str]:
        state = source.state(*shown or [""])
        return choices(state), state.view.since or FIRST

    @app.callback(SEARCH, Input(control, "value"), FromPage(ids.LOCATION, "search"), prevent_initial_call=True)
    def choose(value: str | None, search: str) -> Any:
        state = source.state(search)
        if value is None or value == (state.view.since or FIRST):
            return no_update
        return write(state.filters, replace(state.view, since="" if value == FIRST else value))


CHARTS: dict[str, Draw] = {page.COMPLETENESS: completeness, page.CONFIDENCE: confidence}
TABLES: dict[str, Draw] = {
    page.FLAGS: flags,
    page.BY_SOURCE: by_source,
    page.FRESHNESS: freshness,
    page.CHECKS: checks,
    page.FLAGGED: flagged,
    page.MERGED: merged,
    page.CORRECTIONS: corrections,
    page.REVIEWED: reviewed,
    page.CHANGES: changes,
}
