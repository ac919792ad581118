"""The quality page: what is known of how many activities, what to look at, what was merged, from which documents."""

from __future__ import annotations

from dash import html

from dashboard.parts.card import card
from dashboard.words import word

COMPLETENESS = "quality-completeness"
FLAGS = "quality-flags"
MERGED = "quality-merged"
DOCUMENTS = "quality-documents"


def layout(language: str) -> html.Div:
    """Return the page, empty; parts/quality.py makes the tables."""
    cards = [
        card(name, [html.Div(id=f"{name}-table", className="plain-table", tabIndex=0)], [], language, style="half")
        for name in (COMPLETENESS, FLAGS, MERGED, DOCUMENTS)
    ]
    return html.Div(
        [html.H1(word("page_quality", language), className="sentence"), html.Div(cards, className="two")],
        className="stack",
    )
