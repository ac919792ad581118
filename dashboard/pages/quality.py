"""The quality page: how complete, sure and fresh the data is, what to look at, what was merged, corrected, changed."""

from __future__ import annotations

import dash_mantine_components as dmc
from dash import html

from dashboard import ids
from dashboard.parts.card import chart_card, table_card
from dashboard.words import word

COMPLETENESS = "quality-completeness"
CONFIDENCE = "quality-confidence"
BY_SOURCE = "quality-by-source"
FRESHNESS = "quality-freshness"
CHECKS = "quality-checks"
FLAGS = "quality-flags"
FLAGGED = "quality-flagged"
MERGED = "quality-merged"
CORRECTIONS = "quality-corrections"
REVIEWED = "quality-reviewed"
CHANGES = "quality-changes"


def layout(language: str) -> html.Div:
    """Return the page, empty."""
    return html.Div(
        [
            html.H1(word("page_quality", language), className="sentence"),
            html.P(word("quality_intro", language), className="text"),
            html.Div(
                [
                    chart_card(COMPLETENESS, "read_completeness", language, style="tall"),
                    html.Div(
                        [
                            chart_card(CONFIDENCE, "read_confidence", language, style="half"),
                            table_card(FLAGS, language, style="short"),
                        ],
                        className="stack",
                    ),
                ],
                className="two",
            ),
            table_card(BY_SOURCE, language, style="short"),
            html.Div(
                [table_card(FRESHNESS, language, style="short"), table_card(CHECKS, language, style="short")],
                className="two",
            ),
            table_card(FLAGGED, language, style="short"),
            table_card(MERGED, language, style="short"),
            table_card(CORRECTIONS, language, style="short"),
            html.Div(
                [
                    table_card(REVIEWED, language, style="short"),
                    table_card(CHANGES, language, style="short", controls=[since_control(language)]),
                ],
                className="two",
            ),
        ],
        className="stack",
    )


def since_control(language: str) -> dmc.Select:
    """Return the choice of the run since which changes are told; a callback offers those that the data knows."""
    return dmc.Select(
        id=ids.view_control("since"),
        label=word("since", language),
        data=[],
        allowDeselect=False,
        size="xs",
        className="view-control",
    )
