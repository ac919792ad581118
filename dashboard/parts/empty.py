"""Filters that let nothing through -> which of them to take off, and what that would show."""

from __future__ import annotations

from collections.abc import Iterable

from dash import html

from dashboard.parts.chips import named
from dashboard.words import word


def empty(without: Iterable[tuple[str, str, int]], language: str) -> html.Div:
    """Return the state; `without` holds (filter, value, activities without it), the best first; 0 helps nobody."""
    offers = [html.Li(offer(name, value, count, language)) for name, value, count in without if count]
    help_text = html.P(word("empty_help", language)) if offers else None
    return html.Div(
        [html.H2(word("empty_title", language)), help_text, html.Ul(offers)], className="empty", role="status"
    )


def no_data(language: str) -> html.Div:
    """Say that the tables are empty, whatever the filters, and how they are filled."""
    command = html.Code("python -m etl run DOCUMENTS --out data/output")
    help_text = html.P([word("no_data_help", language), " ", command])
    return html.Div([html.H2(word("no_data", language)), help_text], className="empty", role="status")


def nothing_here(text: str) -> html.P:
    """Return the words for a list without entries."""
    return html.P(text, className="empty", role="status")


def offer(name: str, value: str, count: int, language: str) -> html.Button:
    """Return the button that takes one filter off, saying how many activities that would show."""
    text = word("empty_without", language, filter=named(name, value, language), n=count)
    identity = {"type": "relax", "name": name, "value": value}
    return html.Button(text, id=identity, className="action", type="button", n_clicks=0)
