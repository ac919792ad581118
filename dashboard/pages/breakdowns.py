"""The breakdowns page: bars for any field, any two fields, who paid for what and where, and two selections compared."""

from __future__ import annotations

import dash_mantine_components as dmc
from dash import html

from dashboard import ids
from dashboard.parts.card import chart_card, table_card
from dashboard.parts.controls import fields, view_control, words_of
from dashboard.view import MEASURES
from dashboard.words import word

BARS = "breakdown-any"
MATRIX = "breakdown-matrix"
FLOW = "breakdown-flow"
COMPARED = "breakdown-compared"
COMPARED_TOTALS = "breakdown-compared-totals"
YEAR = "year"
FIRST_ROWS, FIRST_COLUMNS, FIRST_BARS = "area", YEAR, "kind"  # what the page shows where the address says nothing


def layout(language: str) -> html.Div:
    """Return the page, empty."""
    one = [
        view_control("measure", words_of("measure", MEASURES[:3], language), language),
        view_control("stack", fields(language, FIRST_BARS), language, "by_field"),
    ]
    two = [
        view_control("rows", fields(language, FIRST_ROWS), language),
        view_control("columns", [(YEAR, word("year", language)), *fields(language)], language),
    ]
    compared = [compare_control(language)]
    return html.Div(
        [
            html.H1(word("page_breakdowns", language), className="sentence"),
            chart_card(MATRIX, "read_matrix", language, controls=two, style="tall card-scrolls"),
            html.Div(
                [
                    chart_card(BARS, "read_breakdown", language, controls=one, style="tall"),
                    chart_card(FLOW, "read_flow", language, style="tall card-scrolls"),
                ],
                className="two",
            ),
            html.Div(
                [
                    chart_card(COMPARED, "read_comparison", language, controls=compared, style="half"),
                    table_card(COMPARED_TOTALS, language, style="half"),
                ],
                className="two",
            ),
        ],
        className="stack",
    )


def compare_control(language: str) -> dmc.Select:
    """Return the choice of the second selection; a callback offers what the data holds."""
    return dmc.Select(
        id=ids.view_control("compare"),
        label=word("compare_with", language),
        data=[],
        placeholder=word("compare_none", language),
        searchable=True,
        clearable=True,
        size="xs",
        limit=100,
        className="view-control",
    )
