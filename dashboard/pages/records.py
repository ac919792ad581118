"""The records page: the grid over the whole height with its choice of columns, and the evidence of the open row."""

from __future__ import annotations

from typing import Any

import dash_mantine_components as dmc
from dash import html

from dashboard import ids
from dashboard.labels import column_label
from dashboard.parts.card import card
from dashboard.parts.controls import view_control
from dashboard.parts.records import COLUMNS
from dashboard.parts.records_card import records_card
from dashboard.view import TELLINGS
from dashboard.words import word

EACH = "each"  # the first choice: nothing in the address
HIDDEN = ("level", "aggregate", "claimed_activities", "claimed_countries")  # the same for all that is listed


def layout(language: str) -> html.Div:
    """Return the page, empty."""
    return html.Div(
        [
            html.H1(word("page_records", language), className="sentence"),
            html.P(word("records_hint", language), className="bridge"),
            html.Div([column_choice(language), group_choice(language)], className="records-choices"),
            records_card(language, "tall"),
            card(ids.GROUPS, [html.Div(id=ids.GROUPS, className="groups")], [], language, hidden=True),
        ],
        className="stack",
    )


def column_choice(language: str) -> dmc.MultiSelect:
    """Return the choice of columns, in the order in which they are chosen."""
    data = [{"value": name, "label": column_label(name, language)} for name in COLUMNS if name not in HIDDEN]
    return dmc.MultiSelect(
        id=ids.view_control("show"), label=word("columns", language), data=data, searchable=True, size="xs"
    )


def group_choice(language: str) -> Any:
    """Return the choice between every activity once, and those told more than once with their tellings."""
    choices = [(value, word(f"group_{value}", language)) for value in (EACH, TELLINGS)]
    return view_control("group", choices, language)
