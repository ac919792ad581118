"""The about page: how it counts, with the numbers on screen as examples; what every column and code means; credits."""

from __future__ import annotations

from dash import html

from dashboard.parts.card import table_card
from dashboard.words import word

EXAMPLES = "about-examples"
COLUMNS = "about-columns"
CODES = "about-codes"


def layout(language: str) -> html.Div:
    """Return the page; callbacks put examples and definitions in."""
    return html.Div(
        [
            html.H1(word("page_about", language), className="sentence"),
            html.P(word("about_intro", language), className="text"),
            html.H2(word("how_counted", language), className="section"),
            html.Div(id=EXAMPLES, className="examples"),
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
