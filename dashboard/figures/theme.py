"""assets/css/10-tokens.css -> colours of the charts, and what all charts have in common."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

TOKENS = Path(__file__).parents[2] / "assets" / "css" / "10-tokens.css"
FONT = "'Source Sans 3', 'Segoe UI', 'Helvetica Neue', 'DejaVu Sans', sans-serif"
CLASSES = ("class-1", "class-2", "class-3", "class-4", "class-5")
SERIES = tuple(f"series-{n}" for n in range(1, 9))
TEXT_SIZE = 13

Figure = dict[str, Any]
Trace = dict[str, Any]


@cache
def colours(theme: str) -> dict[str, str]:
    """Return the colour tokens of "light" or "dark" by name, without the leading dashes."""
    light, dark = TOKENS.read_text(encoding="utf-8").split(":root[data-mantine-color-scheme", 1)
    found = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", light))
    return found | dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", dark)) if theme == "dark" else found


def figure(traces: list[Trace], theme: str, **layout: Any) -> Figure:
    """Put traces into a figure that looks like ours; `layout` adds to what all charts share."""
    colour = colours(theme)
    shared: dict[str, Any] = {
        "font": {"family": FONT, "size": TEXT_SIZE, "color": colour["ink"]},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "margin": {"l": 0, "r": 0, "t": 0, "b": 0},
        "showlegend": False,
        "hoverlabel": {
            "bgcolor": colour["card"],
            "bordercolor": colour["line-strong"],
            "font": {"family": FONT, "size": TEXT_SIZE, "color": colour["ink"]},
            "align": "left",
        },
        "dragmode": False,
        "autosize": True,
        "uirevision": "keep",  # zoom and hidden legend entries outlive a change of filters
    }
    return {"data": traces, "layout": shared | layout}


def axis(theme: str, **changes: Any) -> dict[str, Any]:
    """Return an axis with quiet lines; `changes` win."""
    colour = colours(theme)
    quiet: dict[str, Any] = {
        "gridcolor": colour["grid"],
        "zerolinecolor": colour["line-strong"],
        "linecolor": colour["line-strong"],
        "showline": False,
        "tickfont": {"size": TEXT_SIZE - 1, "color": colour["ink-2"]},
        "automargin": True,
        "fixedrange": True,
    }
    return quiet | changes


def counts(most: float, ticks: int = 5) -> dict[str, Any]:
    """Return the marks of an axis of counts up to `most`: few, and none between two counts."""
    return {"tickformat": ",d"} | ({"dtick": 1} if most < ticks else {"nticks": ticks})


def graph_config(topojson_url: str) -> dict[str, Any]:
    """Return the settings of every dcc.Graph: shapes from our own server, nothing sent anywhere, no tool bar."""
    return {
        "topojsonURL": topojson_url,
        "showSendToCloud": False,
        "displaylogo": False,
        "displayModeBar": False,
        "responsive": True,
    }
