"""The breakdowns page: bars for any field, any two fields against each other, and who paid for what, where."""

from __future__ import annotations

from dash import html

from dashboard.parts.card import chart_card
from dashboard.parts.controls import fields, view_control, words_of
from dashboard.view import MEASURES
from dashboard.words import word

BARS = "breakdown-any"
MATRIX = "breakdown-matrix"
FLOW = "breakdown-flow"


def layout(language: str) -> html.Div:
    """Return the page, empty."""
    one = [
        view_control("measure", words_of("measure", MEASURES[:3], language), language),
        view_control("stack", fields(language), language, "by_field"),
    ]
    years = ("year", word("year", language))
    two = [
        view_control("rows", fields(language, "area"), language),
        view_control("columns", [years, *fields(language)], language),
    ]
    return html.Div(
        [
            html.H1(word("page_breakdowns", language), className="sentence"),
            chart_card(MATRIX, "read_matrix", language, controls=two, style="tall"),
            html.Div(
                [
                    chart_card(BARS, "read_breakdown", language, controls=one, style="tall"),
                    chart_card(FLOW, "read_flow", language, style="tall"),
                ],
                className="two",
            ),
        ],
        className="stack",
    )
