"""The records page: the grid over the whole height, and the evidence of the row that is open."""

from __future__ import annotations

from dash import html

from dashboard.parts.records_card import records_card
from dashboard.words import word


def layout(language: str) -> html.Div:
    """Return the page, empty."""
    heading = html.H1(word("page_records", language), className="sentence")
    hint = html.P(word("records_hint", language), className="bridge")
    return html.Div([heading, hint, records_card(language, "tall")], className="stack")
