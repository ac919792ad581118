"""Pairs of values with their activities -> bands from donors through areas to countries."""

from __future__ import annotations

import json
from collections.abc import Sequence

from dashboard.figures.bars import shorten
from dashboard.figures.theme import Figure, colours, figure
from dashboard.labels import label
from dashboard.queries.answers import Link
from dashboard.words import word


def flow(links: Sequence[Link], language: str, theme: str) -> Figure:
    """Draw the links. An activity with several values runs in several.

    The customdata of a node or link are its ends as JSON, [[field, value] ...]: only text comes back with a click.
    """
    colour = colours(theme)
    nodes = list(dict.fromkeys(node for link in links for node in link[:2]))
    place = {node: i for i, node in enumerate(nodes)}
    names = [label(field, value, language) for field, value in nodes]
    trace = {
        "type": "sankey",
        "arrangement": "fixed",
        "node": {
            "label": [shorten(name) for name in names],
            "customdata": [json.dumps([node]) for node in nodes],
            "color": colour["accent"],
            "line": {"width": 0},
            "pad": 12,
            "thickness": 12,
            "hovertemplate": "%{label}<extra></extra>",
        },
        "link": {
            "source": [place[start] for start, _, _ in links],
            "target": [place[end] for _, end, _ in links],
            "value": [count for _, _, count in links],
            "color": colour["class-2"] if theme == "light" else colour["class-1"],
            "customdata": [json.dumps([start, end]) for start, end, _ in links],
            "label": [word("n_activities", language, n=count) for _, _, count in links],
            "hovertemplate": "%{source.label} – %{target.label}<br>%{label}<extra></extra>",
        },
        "textfont": {"color": colour["ink"], "size": 12},
    }
    return figure([trace], theme, margin={"l": 0, "r": 0, "t": 8, "b": 8})
