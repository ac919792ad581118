"""The map page: a large map with its measures, a ranked table beside it, what is regional or global below."""

from __future__ import annotations

from dash import html

from dashboard.filters import ROLES
from dashboard.parts.card import chart_card, table_card
from dashboard.parts.controls import view_control, words_of
from dashboard.view import MEASURES, PEOPLE
from dashboard.words import word

CHART = "map-large"
RANKING = "map-ranking"
REGIONAL = "map-regional"
LEVELS = ("country", "region")


def layout(language: str) -> html.Div:
    """Return the page, empty."""
    levels = [(level, word(f"filter_{level}", language)) for level in LEVELS]
    controls = [
        view_control("measure", words_of("measure", MEASURES, language), language),
        view_control("role", words_of("role", ROLES, language), language, "filter_role"),
        view_control("rows", levels, language, "level"),
        view_control("people", words_of("people", PEOPLE, language), language),
    ]
    notes = [word("map_disclaimer", language), word("map_footnotes", language)]
    return html.Div(
        [
            html.H1(word("page_map", language), className="sentence"),
            html.Div(
                [
                    chart_card(CHART, "read_map", language, notes, controls, style="tall card-map"),
                    table_card(RANKING, language, style="tall"),
                ],
                className="wide-and-narrow",
            ),
            table_card(REGIONAL, language, style="half"),
        ],
        className="stack",
    )
