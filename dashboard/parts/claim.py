"""One claim -> a card: what it says, its scope in words, and its numbers beside what is documented."""

from __future__ import annotations

from typing import Any

from dash import dcc, html

from dashboard.figures.claims import claim_bars, pairs
from dashboard.figures.theme import graph_config
from dashboard.parts.card import SHAPES
from dashboard.queries.answers import Claim
from dashboard.words import date, word


def claim_card(claim: Claim, language: str, theme: str) -> html.Section:
    """Return the card; where the scope is not known it says so and draws nothing."""
    rows = [measure(claim, key, language, theme) for key in pairs(claim)]
    return html.Section(
        [
            html.H2(claim.activity["title"]),
            html.P(scope(claim, language), className="card-subtitle"),
            *rows,
            html.P(", ".join(claim.activity.get("sources") or ()), className="card-foot"),
        ],
        className="card claim",
    )


def scope(claim: Claim, language: str) -> str:
    """Say what the claim speaks of, and whose words that scope is."""
    if not claim.scope:
        return word("no_scope", language)
    first, last = date(claim.first_day, language), date(claim.last_day, language)
    return word(f"scope_{claim.scope}", language, first=first, last=last)


def measure(claim: Claim, key: str, language: str, theme: str) -> html.Div:
    """Return one number of the claim, with its bar and its gap where they can be compared."""
    claimed, documented = pairs(claim)[key]
    heading = html.H3(word(f"n_{key}", language, n=claimed))
    if documented is None:
        return html.Div([heading], className="claim-measure")
    gap = claimed - documented
    text = word("gap_less", language, n=gap) if gap > 0 else word("gap_none", language)
    settings: Any = graph_config(f"/{SHAPES}")
    graph = dcc.Graph(figure=claim_bars(claim, key, language, theme), config=settings, style={"height": "6rem"})
    return html.Div([heading, graph, html.P(text, className="claim-gap")], className="claim-measure")
