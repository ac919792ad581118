"""The first page: tiles, bridge line, map, timeline and two breakdowns in one screen; the records below."""

from __future__ import annotations

from dash import html

from dashboard import ids
from dashboard.parts.card import chart_card
from dashboard.parts.records_card import records_card
from dashboard.words import word


def layout(language: str) -> html.Div:
    """Return the page, empty: callbacks fill what has an id."""
    return html.Div(
        [
            html.H1(id="sentence", className="sentence"),
            html.Div(id=ids.TILES, className="tiles"),
            html.P(id=ids.BRIDGE, className="bridge"),
            html.Div(id="empty"),
            charts(language),
            html.Div(id=ids.CLAIMS_SUMMARY),
            records_card(language),
        ],
        className="overview",
    )


def charts(language: str) -> html.Div:
    """Return the four charts of the first screen."""
    notes = [word("map_disclaimer", language), word("map_footnotes", language)]
    return html.Div(
        [
            chart_card(ids.MAP, "read_map", language, notes, style="card-map"),
            chart_card(ids.BREAKDOWN, "read_breakdown", language, style="card-breakdown"),
            chart_card(ids.TIMELINE, "read_timeline", language, style="card-timeline"),
            chart_card(ids.BREAKDOWN_SECOND, "read_breakdown", language, style="card-breakdown-second"),
        ],
        className="overview-charts",
    )
