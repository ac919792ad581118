"""The map page: a large map with its measures, a ranked table beside it, what is regional or global below."""

from __future__ import annotations

from dash import html

from dashboard.parts.card import card, chart_card
from dashboard.parts.controls import view_control, words_of
from dashboard.view import MEASURES, PEOPLE
from dashboard.words import word

CHART = "map-large"
RANKING = "map-ranking"
REGIONAL = "map-regional"


def layout(language: str) -> html.Div:
    """Return the page, empty."""
    controls = [
        view_control("measure", words_of("measure", MEASURES[:3], language), language),
        view_control("people", words_of("people", PEOPLE, language), language),
    ]
    notes = [word("map_disclaimer", language), word("map_footnotes", language)]
    ranking = html.Div(id=f"{RANKING}-table", className="plain-table", tabIndex=0)
    regional = html.Div(id=f"{REGIONAL}-table", className="plain-table", tabIndex=0)
    return html.Div(
        [
            html.H1(word("page_map", language), className="sentence"),
            html.Div(
                [
                    chart_card(CHART, "read_map", language, notes, controls, style="tall"),
                    card(RANKING, [ranking], [], language, style="tall"),
                ],
                className="wide-and-narrow",
            ),
            card(REGIONAL, [regional], [], language, style="half"),
        ],
        className="stack",
    )
