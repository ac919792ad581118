"""The about page: how it counts, with the numbers on screen as examples; what every column and code means; credits."""

from __future__ import annotations

from dash import html

from dashboard.labels import column_label
from dashboard.parts.twin import twin
from dashboard.queries.answers import Totals
from dashboard.words import word
from etl import vocabulary
from etl.schema import ACTIVITIES

EXAMPLES = "about-examples"
VOCABULARIES = ("kinds", "areas", "topics", "audiences", "modes")


def layout(language: str) -> html.Div:
    """Return the page; callbacks put the examples in."""
    return html.Div(
        [
            html.H1(word("page_about", language), className="sentence"),
            html.P(word("about_intro", language)),
            html.H2(word("how_counted", language)),
            html.Div(id=EXAMPLES),
            html.H2(word("definitions", language)),
            definitions(language),
            *[codes(name, language) for name in VOCABULARIES],
            html.H2(word("credits", language)),
            html.P(word("credits_text", language)),
            html.P(word("map_disclaimer", language)),
            html.P(word("map_footnotes", language)),
        ],
        className="stack text about",
    )


def examples(totals: Totals, language: str) -> list[html.P]:
    """Return how it counts, with the totals that are on screen."""
    once = word(
        "about_once",
        language,
        activities=totals.activities,
        participations=totals.participations,
        several=totals.several_countries,
        regional=totals.regional_or_global,
    )
    people = word("about_people", language, stated=totals.trained.stated, of=totals.trained.of)
    dates = word("about_dates", language, undated=totals.undated)
    claims = word("about_claims", language, claims=totals.claims)
    return [html.P(text) for text in (once, people, dates, claims)]


def definitions(language: str) -> html.Table:
    """Return what every column means, out of the schema."""
    headings = [word("column", language), word("meaning", language)]
    return twin(
        word("definitions", language),
        headings,
        [(column_label(c.name, language), c.description) for c in ACTIVITIES],
        language,
    )


def codes(name: str, language: str) -> html.Table:
    """Return the codes of one vocabulary with their labels."""
    label = next(column_label(c.name, language) for c in ACTIVITIES if c.vocabulary == name)
    rows = [(code, vocabulary.label(name, code, language)) for code in vocabulary.codes(name)]
    return twin(label, [f"{label}: {word('code', language)}", word("meaning", language)], rows, language)
