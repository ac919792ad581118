"""The areas page: what each area of intervention is for, what was done, what is thin; the same by programme."""

from __future__ import annotations

from dash import html

from dashboard.parts.card import chart_card, table_card
from dashboard.words import word

CARDS = "areas-cards"
YEARS = "areas-years"
AUDIENCES = "areas-audiences"
PROGRAMMES = "areas-programmes"
PROGRAMME_TABLE = "areas-programme-table"
PROJECTS = "areas-projects"


def layout(language: str) -> html.Div:
    """Return the page, empty; parts/area.py makes the cards."""
    return html.Div(
        [
            html.H1(word("areas_title", language), className="sentence"),
            html.P(word("areas_intro", language), className="text"),
            html.Div(id=CARDS, className="two"),
            html.Div(
                [
                    chart_card(YEARS, "read_matrix", language, style="half card-scrolls"),
                    chart_card(AUDIENCES, "read_audiences", language, style="half card-scrolls"),
                ],
                className="two",
            ),
            html.Div(
                [
                    chart_card(PROGRAMMES, "read_breakdown", language, style="half"),
                    table_card(PROGRAMME_TABLE, language, style="half"),
                ],
                className="two",
            ),
            table_card(PROJECTS, language, style="short"),
        ],
        className="stack",
    )
