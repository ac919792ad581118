"""Totals -> the line that says why the countries do not add up to the total, each part a way to its records."""

from __future__ import annotations

from dataclasses import replace

from dash import dcc, html

from dashboard.address import write
from dashboard.filters import Filters
from dashboard.queries.answers import Totals
from dashboard.view import View
from dashboard.words import word, word_of


def bridge(totals: Totals, filters: Filters, view: View) -> list[html.Span]:
    """Return the parts of the line; what is 0 is left out, but for the first two."""
    records, claims, projects = "/records", "/claims", "/areas"
    dates_off = replace(filters, first="", last="", bucket="undated")
    parts: list[tuple[str, int, str, Filters]] = [
        ("n_activities", totals.activities, records, filters),
        ("n_participations", totals.participations, "", filters),
        ("n_several", totals.several_countries, records, replace(filters, bucket="several")),
        ("n_regional", totals.regional_or_global, records, replace(filters, bucket="unplaced")),
        ("n_outside", totals.countries_outside, "", filters),
        ("n_undated", totals.undated, records, replace(filters, bucket="undated")),
        ("n_claims", totals.claims, claims, filters),
        ("n_projects", totals.projects, projects, filters),
        ("n_left_out", totals.left_out_without_bounds, records, dates_off),
    ]
    shown = [part for i, part in enumerate(parts) if part[1] or i < 2]
    return [piece(word_of(filters.role, key, view.lang, n=n), page, target, view) for key, n, page, target in shown]


def piece(text: str, page: str, filters: Filters, view: View) -> html.Span:
    """Return one part: a link to the records that it counts, or words alone where there are no such records."""
    why = word("bridge_why", view.lang)
    if not page:
        return html.Span(text, className="bridge-part", title=why)
    link = dcc.Link(text, href=page + write(filters, replace(view, record="", page="", sort="")), title=why)
    return html.Span(link, className="bridge-part")
