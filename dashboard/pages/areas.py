"""The areas page: how much was done in each area of intervention, when, and for whom; the same by programme."""

from __future__ import annotations

from dash import html

from dashboard.parts.card import chart_card
from dashboard.words import word

BARS = "areas-bars"
YEARS = "areas-years"
AUDIENCES = "areas-audiences"
PROGRAMMES = "areas-programmes"


def layout(language: str) -> html.Div:
    """Return the page, empty."""
    return html.Div(
        [
            html.H1(word("page_areas", language), className="sentence"),
            html.Div(
                [
                    chart_card(BARS, "read_breakdown", language, style="half"),
                    chart_card(PROGRAMMES, "read_breakdown", language, style="half"),
                ],
                className="two",
            ),
            chart_card(YEARS, "read_matrix", language, style="half"),
            chart_card(AUDIENCES, "read_matrix", language, style="half"),
        ],
        className="stack",
    )
