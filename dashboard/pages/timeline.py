"""The timeline page: a large timeline stacked by any field, small ones by region, the undated bucket."""

from __future__ import annotations

from dash import html

from dashboard.parts.card import chart_card, table_card
from dashboard.parts.controls import fields, view_control, words_of
from dashboard.view import GRAINS, MEASURES
from dashboard.words import word

CHART = "timeline-large"
MULTIPLES = "timeline-multiples"
UNDATED = "timeline-undated"
BASIS = "basis"  # the first choice of what to stack by: sure and inferred dates are told apart
NOTHING = "none"  # the choice not to stack


def layout(language: str) -> html.Div:
    """Return the page, empty."""
    stacks = [(BASIS, word("stack_basis", language)), (NOTHING, word("stack_none", language)), *fields(language)]
    controls = [
        view_control("measure", words_of("measure", MEASURES[:3], language), language),
        view_control("grain", words_of("grain", GRAINS, language), language),
        view_control("stack", stacks, language),
    ]
    return html.Div(
        [
            html.H1(word("page_timeline", language), className="sentence"),
            chart_card(CHART, "read_timeline_large", language, controls=controls, style="tall"),
            html.Div(
                [
                    chart_card(MULTIPLES, "read_multiples", language, style="tall"),
                    table_card(UNDATED, language, style="tall"),
                ],
                className="two",
            ),
        ],
        className="stack",
    )
