"""Words -> a figure that shows nothing but them: what to do first, or why there is nothing to draw."""

from __future__ import annotations

from dashboard.figures.theme import Figure, colours, figure


def nothing(text: str, theme: str) -> Figure:
    """Return the figure, without axes."""
    hidden = {"visible": False, "fixedrange": True}
    note = {"text": text, "showarrow": False, "xref": "paper", "yref": "paper", "x": 0.5, "y": 0.5}
    note |= {"font": {"size": 14, "color": colours(theme)["ink-2"]}}
    return figure([], theme, annotations=[note], xaxis=hidden, yaxis=hidden)
