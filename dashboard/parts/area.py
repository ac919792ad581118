"""The summary of an area of intervention -> its card: what it is for, what was done, for whom, and what is thin."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from dash import html

from dashboard.address import write
from dashboard.figures.sparkline import sparkline
from dashboard.labels import label
from dashboard.parts.people import people_in_words
from dashboard.queries.summaries import Summary
from dashboard.source import State
from dashboard.words import number, word
from etl import vocabulary

PARTS = ("lack", "outcome", "output", "priority")
MOST_AUDIENCES = 6  # named in a card


def area_card(summary: Summary, state: State) -> html.Article:
    """Return the card; its link opens the activities behind it."""
    language, filters = state.view.lang, replace(state.filters, area=(summary.value,))
    open_records = html.A(word("open_area", language), href="/records" + write(filters, replace(state.view, record="")))
    return html.Article(
        [
            html.H2(label("area", summary.value, language)),
            html.Dl(list(described(plan(summary.value, language), "plan"))),
            html.Dl(list(described(figures(summary, language), "figures")), className="area-figures"),
            trend(summary, state),
            html.Ul([html.Li(text) for text in thin(summary, language)], className="area-thin"),
            html.P(open_records, className="claim-links"),
        ],
        className="card area",
    )


def plan(area: str, language: str) -> list[tuple[str, str]]:
    """Return what the programme's plan says of an area, and that it says nothing where it does not."""
    rows = {row["part"]: row for row in vocabulary.rows("area_plans") if row["area"] == area}
    found = [(word(f"area_{part}", language), rows[part][f"text_{language}"]) for part in PARTS if part in rows]
    return found if len(found) > 1 else [*found, (word("area_outcome", language), word("area_no_plan", language))]


def figures(summary: Summary, language: str) -> list[tuple[str, str]]:
    """Return what was done; women and men only where texts state them."""
    totals = summary.totals
    coverage = word("kpi_trained_note", language, stated=totals.trained.stated, of=totals.trained.of)
    audiences = ", ".join(
        f"{label('audience', group.value, language)} ({number(group.activities, language)})"
        for group in summary.trained[:MOST_AUDIENCES]
    )
    found = [
        (word("kpi_activities", language), number(totals.activities, language)),
        (word("kpi_countries", language), number(totals.countries, language)),
        (word("kpi_trained", language), f"{people_in_words(totals.trained, language)} ({coverage})"),
        (word("area_trained", language), audiences or word("not_stated", language)),
        (word("area_tools", language), number(summary.tools, language)),
    ]
    if totals.women or totals.men:
        people = word("women_and_men", language, women=totals.women, men=totals.men)
        found.append((word("women_men", language), people))
    return found


def thin(summary: Summary, language: str) -> list[str]:
    """Say what is thin: few numbers, nothing for years, regions without any activity."""
    found = []
    if not summary.totals.activities:
        return [word("thin_nothing", language)]
    if summary.states_few_numbers:
        trained = summary.totals.trained
        key = "thin_numbers" if trained.stated else "thin_no_numbers"
        found.append(word(key, language, stated=trained.stated, of=trained.of, n=trained.of))
    if summary.long_ago:
        found.append(word("thin_long_ago", language, year=summary.last_year))
    if summary.regions < summary.all_regions:
        found.append(word("thin_regions", language, n=summary.all_regions - summary.regions, of=summary.all_regions))
    return found


def trend(summary: Summary, state: State) -> html.Img | None:
    """Return the small picture of activities by year."""
    picture = sparkline(summary.years, state.theme)
    words = word("area_trend", state.view.lang, first=int(summary.newest_year) - len(summary.years) + 1)
    return html.Img(src=picture, alt=words, title=words, className="area-trend") if picture else None


def described(pairs: Iterable[tuple[str, str]], style: str) -> Iterable[html.Div]:
    """Return terms and descriptions."""
    return (html.Div([html.Dt(name), html.Dd(text)], className=style) for name, text in pairs)
