"""The claims page: each claim beside what the activities of its scope document."""

from __future__ import annotations

from dash import html

from dashboard.words import word

LIST = "claims"


def layout(language: str) -> html.Div:
    """Return the page, empty; parts/claim.py makes what stands in the list."""
    heading = html.H1(word("claims_title", language), className="sentence")
    read = html.P(word("read_claims", language), className="bridge text")
    return html.Div([heading, read, html.Div(id=LIST, className="two")], className="stack")
