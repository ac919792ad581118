"""A chart -> its card: title, subtitle, source, how to read it, its table, its downloads, full screen.

Title, subtitle, source and table are filled by callbacks: their ids are the chart's with an ending. What happens in the
browser alone (the table in place of the chart, pictures, full screen) is done by assets/card.js.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from dash import dcc, html

from dashboard import ids
from dashboard.figures.theme import graph_config
from dashboard.parts.attributes import attributes
from dashboard.parts.icon import with_icon
from dashboard.static_files import address
from dashboard.words import word

PICTURES = ("png", "svg")
TABLES = ("csv", "xlsx")
SHAPES = "/assets/topojson/world_110m.json"
SCROLLS = "card-scrolls"  # the style of a chart that a narrow screen scrolls sideways, so it must take the focus
EMPTY = {
    "data": [],
    "layout": {
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "xaxis": {"visible": False},
        "yaxis": {"visible": False},
    },
}


def chart_card(
    chart: str,
    read: str,
    language: str,
    notes: Sequence[str] = (),
    controls: Sequence[Any] = (),
    style: str = "",
) -> html.Section:
    """Return the card of a plotly chart with the id `chart`.

    `read` is the key of the words on how to read it, `notes` are words below it that go into its pictures too, and
    `controls` stand in its head.
    """
    settings: Any = graph_config(address(SHAPES).removesuffix(Path(SHAPES).name))
    graph = dcc.Graph(id=chart, figure=EMPTY, config=settings, className="card-graph")
    tools = [
        *controls,
        help_menu(read, language),
        table_button(language),
        download_menu(chart, language),
        full_screen(language),
    ]
    body = [
        html.Div(graph, className="card-chart", tabIndex=0 if SCROLLS in style else None),
        html.Div(
            id=f"{chart}-table",
            className="card-table",
            tabIndex=0,
            role="region",
            **attributes(aria_labelledby=f"{chart}-title"),
        ),
    ]
    return card(chart, body, tools, language, notes, style)


def table_card(name: str, language: str, style: str = "", controls: Sequence[Any] = ()) -> html.Section:
    """Return the card of a table with the id `name`, which the browser writes (card.js)."""
    body = html.Div(
        id=f"{name}-table",
        className="plain-table",
        tabIndex=0,
        role="group",
        **attributes(aria_labelledby=f"{name}-title", data_words=word("print_first_rows", language, n="{n}")),
    )
    tools = [*controls, download_menu(name, language, ()), full_screen(language)]
    return card(name, [body, dcc.Store(id=ids.meta(name))], tools, language, style=style)


def card(
    name: str,
    body: Sequence[Any],
    tools: Sequence[Any],
    language: str,
    notes: Sequence[str] = (),
    style: str = "",
    title: str = "",
    hidden: bool = False,
) -> html.Section:
    """Return a card with any body; `title` stands until a callback says more, and `hidden` hides it until then."""
    titles = html.Div([html.H2(title, id=f"{name}-title"), html.P(id=f"{name}-subtitle", className="card-subtitle")])
    foot = [html.P(word("source_plain", language), id=f"{name}-source", className="card-source")]
    foot += [html.P(note, className="card-note") for note in notes]
    return html.Section(
        [
            html.Header([titles, html.Div(tools, className="card-tools")], className="card-head"),
            html.Div(body, className="card-body"),
            html.Footer(foot, className="card-foot"),
        ],
        className=f"card {style}".strip(),
        id=f"{name}-card",
        hidden=hidden,
        **attributes(data_view="chart", data_chart=name, aria_labelledby=f"{name}-title"),
    )


def tool(name: str, label: str, **data: str) -> html.Button:
    """Return a small button with an icon, named for screen readers."""
    return html.Button(
        className=with_icon(name, "tool"), type="button", title=label, **attributes(aria_label=label, **data)
    )


def table_button(language: str) -> html.Button:
    """Return the switch between chart and table."""
    return tool("table", word("table", language), **attributes(data_action="table", aria_pressed="false"))


def full_screen(language: str) -> html.Button:
    """Return the button that gives the card the whole screen."""
    return tool("expand", word("full_screen", language), **attributes(data_action="full-screen"))


def help_menu(read: str, language: str) -> html.Details:
    """Return the words on how to read the chart behind a small button."""
    label = word("how_to_read", language)
    summary = html.Summary(className=with_icon("help", "tool"), title=label, **attributes(aria_label=label))
    return html.Details([summary, html.Div([html.H3(label), html.P(word(read, language))], className="menu menu-text")])


def download_menu(chart: str, language: str, kinds: Sequence[str] = PICTURES) -> html.Details:
    """Return the downloads: pictures are made in the browser, tables by a callback on the buttons' pattern id."""
    label = word("download", language)
    summary = html.Summary(className=with_icon("download", "tool"), title=label, **attributes(aria_label=label))
    pictures = [
        html.Button(
            kind.upper(), className="menu-item", type="button", **attributes(data_action="picture", data_format=kind)
        )
        for kind in kinds
    ]
    tables = [
        html.Button(
            kind.upper(),
            id={"type": "export", "chart": chart, "format": kind},
            className="menu-item",
            type="button",
            n_clicks=0,
        )
        for kind in TABLES
    ]
    return html.Details([summary, html.Div([*pictures, *tables], className="menu")])
