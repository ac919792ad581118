"""The claims page: claims that contradict each other, each claim beside what documents it, all of them as a table."""

from __future__ import annotations

from dash import html

from dashboard.parts.card import table_card
from dashboard.words import word

CONTRADICTIONS = "claims-contradictions"
LIST = "claims"
TABLE = "claims-all"


def layout(language: str) -> html.Div:
    """Return the page, empty; parts/claim.py makes what stands in the lists."""
    return html.Div(
        [
            html.H1(word("claims_title", language), className="sentence"),
            html.P(word("read_claims_page", language), className="text"),
            html.Div(id=CONTRADICTIONS, className="stack"),
            html.Div(id=LIST, className="two"),
            table_card(TABLE, language, style="half"),
        ],
        className="stack",
    )
