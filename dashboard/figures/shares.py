"""Names with their shares of a whole -> horizontal bars on one scale from nothing to all."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.figures.bars import shorten
from dashboard.figures.theme import Figure, axis, colours, figure
from dashboard.words import number, share


def shares(rows: Sequence[tuple[str, int, int]], language: str, theme: str) -> Figure:
    """Draw rows of (name, part, whole); the outline is the whole, the number at the end is the share."""
    colour = colours(theme)
    places = list(range(len(rows)))
    parts = [part / whole if whole else 0 for _, part, whole in rows]
    texts = [f"<b>{name}</b><br>{number(part, language)} / {number(whole, language)}" for name, part, whole in rows]
    shared = {
        "type": "bar",
        "orientation": "h",
        "y": places,
        "hovertext": texts,
        "hovertemplate": "%{hovertext}<extra></extra>",
    }
    whole = shared | {
        "x": [1] * len(rows),
        "marker": {"color": "rgba(0,0,0,0)", "line": {"color": colour["line-strong"], "width": 1}},
        "text": [share(part, whole, language) for _, part, whole in rows],
        "textposition": "outside",
        "cliponaxis": False,
        "textfont": {"color": colour["ink"], "size": 12},
    }
    part = shared | {"x": parts, "marker": {"color": colour["accent"]}}
    names = axis(
        theme, tickvals=places, ticktext=[shorten(name) for name, _, _ in rows], showgrid=False, zeroline=False
    )
    names["range"] = [len(rows) - 0.4, -0.6]
    across = axis(theme, visible=False, range=[0, 1.17])  # room for "100%", on a phone too
    return figure([whole, part], theme, barmode="overlay", bargap=0.35, yaxis=names, xaxis=across)
