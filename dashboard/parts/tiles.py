"""Totals -> the five tiles: a figure, how sure it is, and its small trend."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dash import html

from dashboard import ids
from dashboard.figures.sparkline import sparkline
from dashboard.parts.attributes import attributes
from dashboard.queries.answers import People, Totals
from dashboard.words import number, word, word_of

Trends = Mapping[str, Sequence[float]]


def tiles(
    totals: Totals, language: str, trends: Trends | None = None, theme: str = "light", role: str = "beneficiary"
) -> list[html.Div]:
    """Return the tiles; `trends` holds figures by period for the keys activities, trained ...; `role` of countries."""
    trends = trends or {}
    plain = {"activities": totals.activities, "countries": totals.countries, "donors": totals.donors}
    people = {"trained": totals.trained, "participants": totals.participants}
    made = {key: plain_tile(key, value, language, role) for key, value in plain.items()}
    made |= {key: people_tile(key, value, language) for key, value in people.items()}
    order = ("activities", "countries", "trained", "participants", "donors")
    return [tile(key, made[key], trends.get(key, ()), language, theme) for key in order]


def tile(key: str, inside: list[html.Span], trend: Sequence[float], language: str, theme: str) -> html.Div:
    """Put label, figure, note and trend into one tile."""
    label = html.H2(word(f"kpi_{key}", language), className="tile-label")
    picture = sparkline(trend, theme) if any(trend) else ""
    line = html.Img(src=picture, alt=word("trend", language), className="tile-trend") if picture else None
    return html.Div([label, *inside, line], id=getattr(ids, f"KPI_{key.upper()}"), className="tile")


def plain_tile(key: str, value: int, language: str, role: str) -> list[html.Span]:
    """Return figure and note of what is simply counted."""
    figure = html.Span(number(value, language), className="tile-figure", **attributes(data_value=str(value)))
    return [figure, html.Span(word_of(role, f"kpi_{key}_note", language), className="tile-note")]


def people_tile(key: str, people: People, language: str) -> list[html.Span]:
    """Return figure, qualifier and coverage of a number of people; words where no text states any."""
    shown = number(people.value, language) if people.stated else word("none_stated", language)
    inside: list[str | html.Span] = [shown]
    if people.stated and people.qualifier:
        qualifier = word(f"qualifier_{people.qualifier}", language)
        inside = [html.Span(qualifier, className="tile-qualifier"), " ", shown]
    style = "tile-figure" if people.stated else "tile-figure tile-nothing"
    note = word(f"kpi_{key}_note" if people.of else f"kpi_{key}_none", language, stated=people.stated, of=people.of)
    return [
        html.Span(inside, className=style, **attributes(data_value=str(people.value))),
        html.Span(note, className="tile-note", title=word("twice_note", language)),
    ]
