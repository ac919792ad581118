"""Totals -> the line that says why the countries do not add up to the total, and what stands beside it."""

from __future__ import annotations

from dash import html

from dashboard.queries.answers import Totals
from dashboard.words import word


def bridge(totals: Totals, language: str) -> list[html.Span]:
    """Return the parts of the line; what is 0 is left out, but for the first two."""
    always = [("n_activities", totals.activities), ("n_participations", totals.participations)]
    some = [
        ("n_several", totals.several_countries),
        ("n_regional", totals.regional_or_global),
        ("n_outside", totals.countries_outside),
        ("n_undated", totals.undated),
        ("n_claims", totals.claims),
        ("n_projects", totals.projects),
        ("n_left_out", totals.left_out_without_bounds),
    ]
    parts = [*always, *((key, n) for key, n in some if n)]
    return [
        html.Span(word(key, language, n=n), className="bridge-part", title=word("bridge_why", language))
        for key, n in parts
    ]
