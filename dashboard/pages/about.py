"""The about page: how it counts, with the numbers on screen; what it reads and how; columns and codes; credits."""

from __future__ import annotations

from collections.abc import Sequence

from dash import html

from dashboard.parts.card import table_card
from dashboard.words import word

EXAMPLES = "about-examples"
COLUMNS = "about-columns"
CODES = "about-codes"
# What is read, what is not, how each field is found: a heading, and the sentences under it.
READING = (
    ("read", ("read_registers", "read_documents", "read_text", "read_iati", "read_zip")),
    ("not_read", ("not_read_money", "not_read_kinds", "not_read_people")),
    ("how_found", ("found_stated", "found_rules", "found_date", "found_country", "found_kind", "found_people",
                   "found_others", "found_evidence")),
)  # fmt: skip


def layout(language: str) -> html.Div:
    """Return the page; callbacks put examples and definitions in."""
    return html.Div(
        [
            html.H1(word("page_about", language), className="sentence"),
            html.P(word("about_intro", language), className="text"),
            html.H2(word("how_counted", language), className="section"),
            html.Div(id=EXAMPLES, className="examples"),
            html.H2(word("reading", language), className="section"),
            html.Div([_said(heading, sentences, language) for heading, sentences in READING], className="examples"),
            html.H2(word("definitions", language), className="section"),
            table_card(COLUMNS, language, style="half"),
            table_card(CODES, language, style="half"),
            html.H2(word("credits", language), className="section"),
            *[
                html.P(word(key, language), className="text")
                for key in ("credits_text", "map_disclaimer", "map_footnotes", "credits_names")
            ],
        ],
        className="stack about",
    )


def _said(heading: str, sentences: Sequence[str], language: str) -> html.Section:
    return html.Section([html.H3(word(heading, language)), *[html.P(word(key, language)) for key in sentences]])
