"""The grid of records with its download, and the panel that a row opens."""

from __future__ import annotations

import dash_mantine_components as dmc
from dash import dcc, html

from dashboard import ids
from dashboard.parts.attributes import attributes
from dashboard.parts.card import card
from dashboard.parts.records import grid
from dashboard.words import word

LIST = "records-list"


def records_card(language: str, style: str = "") -> html.Div:
    """Return grid and panel, empty; the grid waits for the charts, the panel is hidden until a row is opened."""
    download = html.Button(
        word("download_csv", language), id=ids.DOWNLOAD_RECORDS, className="action", type="button", n_clicks=0
    )
    panel = html.Div(
        id=ids.RECORD, className="panel", hidden=True, role="dialog", **attributes(aria_labelledby="record-title")
    )
    waiting = dcc.Store(id=ids.GRID_LATER)
    # Dash takes no component when a store is made; assets/later.js puts it in its place.
    setattr(waiting, "data", grid(language))  # noqa: B010
    return html.Div(
        [
            card(
                LIST,
                [html.Div(id=ids.GRID_PLACE, className="grid-place"), waiting],
                [own_titles(language), download],
                language,
                style=f"card-records {style}".strip(),
                title=word("records_title", language),
            ),
            panel,
            dcc.Download(id=ids.DOWNLOAD),
            html.Div(id="records-print", hidden=True, **attributes(data_words=word("print_first", language, n="{n}"))),
        ]
    )


def own_titles(language: str) -> dmc.Checkbox:
    """Return the switch for titles as the documents have them, which may name people: else they are made."""
    return dmc.Checkbox(id=ids.OWN_TITLES, label=word("own_titles", language), checked=False, size="xs")
