"""Names in a fixed order with their counts -> upright bars, each with its number above it."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.figures.theme import Figure, axis, colours, counts, figure
from dashboard.words import number, word


def columns(rows: Sequence[tuple[str, int]], language: str, theme: str) -> Figure:
    """Draw rows of (name, activities)."""
    colour = colours(theme)
    trace = {
        "type": "bar",
        "x": list(range(len(rows))),
        "y": [count for _, count in rows],
        "text": [number(count, language) for _, count in rows],
        "textposition": "outside",
        "cliponaxis": False,
        "textfont": {"color": colour["ink"], "size": 12},
        "hovertext": [f"<b>{name}</b><br>{word('n_activities', language, n=count)}" for name, count in rows],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "marker": {"color": colour["accent"]},
    }
    names = axis(theme, tickvals=trace["x"], ticktext=[name for name, _ in rows], showgrid=False, zeroline=False)
    heights = axis(theme, rangemode="tozero", **counts(max((count for _, count in rows), default=0)))
    margin = {"l": 0, "r": 0, "t": 18, "b": 0}
    return figure([trace], theme, xaxis=names, yaxis=heights, bargap=0.2, margin=margin)
