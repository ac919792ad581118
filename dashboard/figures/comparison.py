"""Two selections by value -> a line between two dots for each value: where each stands, and how far they are apart."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.figures.bars import shorten
from dashboard.figures.theme import Figure, Trace, axis, colours, counts, figure
from dashboard.labels import label
from dashboard.queries.comparison import Pair
from dashboard.words import number

MOST = 14
DOT = 11  # pixels
ROOM = 1.16  # for the difference beside the farther dot


def comparison(pairs: Sequence[Pair], field: str, names: tuple[str, str], language: str, theme: str) -> Figure:
    """Draw the first `MOST` pairs; `names` are those of the two selections. The customdata of a dot is its value."""
    shown = [pair for pair in pairs if pair.first or pair.second][:MOST]
    colour = colours(theme)
    labels = [label(field, pair.value, language) for pair in shown]
    traces = [between(shown, theme)]
    for which, name, tone in zip(("first", "second"), names, ("accent", "series-2"), strict=True):
        traces.append(dots(shown, labels, which, name, colour[tone], language))
    most = max([pair.first for pair in shown] + [pair.second for pair in shown] + [1])
    rows = axis(theme, tickvals=list(range(len(shown))), ticktext=[shorten(text) for text in labels], showgrid=False)
    rows |= {"range": [max(len(shown), 6) - 0.4, -0.6], "zeroline": False}
    across = axis(theme, range=[0, most * ROOM], side="top", **counts(most, 6))
    legend = {"orientation": "h", "x": 0, "y": 0, "yanchor": "top", "itemclick": False}
    notes = [difference(pair, row, language, colour["ink"]) for row, pair in enumerate(shown)]
    return figure(traces, theme, xaxis=across, yaxis=rows, showlegend=True, legend=legend, annotations=notes)


def between(pairs: Sequence[Pair], theme: str) -> Trace:
    """Draw the lines between the dots."""
    across: list[float | None] = []
    down: list[int | None] = []
    for row, pair in enumerate(pairs):
        across += [pair.first, pair.second, None]
        down += [row, row, None]
    line = {"color": colours(theme)["line-strong"], "width": 3}
    quiet = {"hoverinfo": "skip", "showlegend": False}
    return {"type": "scatter", "mode": "lines", "x": across, "y": down, "line": line, **quiet}


def dots(pairs: Sequence[Pair], labels: Sequence[str], which: str, name: str, tone: str, language: str) -> Trace:
    """Draw the dots of one selection; those of the first are hollow, so that colour alone says nothing."""
    hollow = which == "first"
    values = [getattr(pair, which) for pair in pairs]
    texts = [f"<b>{text}</b><br>{name}: {number(n, language)}" for text, n in zip(labels, values, strict=True)]
    return {
        "type": "scatter",
        "mode": "markers",
        "name": name,
        "x": values,
        "y": list(range(len(pairs))),
        "customdata": [pair.value for pair in pairs],
        "hovertext": texts,
        "hovertemplate": "%{hovertext}<extra></extra>",
        "cliponaxis": False,
        "marker": {"size": DOT, "color": tone, "symbol": "circle-open" if hollow else "circle", "line": {"width": 2}},
    }


def difference(pair: Pair, row: int, language: str, tone: str) -> dict[str, object]:
    """Write the difference beside the farther dot."""
    text = (
        f"{'+' if pair.difference > 0 else '−' if pair.difference < 0 else '±'}{number(abs(pair.difference), language)}"
    )
    place = {"x": max(pair.first, pair.second), "y": row, "xanchor": "left", "xshift": DOT}
    return place | {"text": text, "showarrow": False, "font": {"size": 12, "color": tone}}


def signed(difference: float, language: str) -> str:
    """Write a difference with its sign."""
    sign = "+" if difference > 0 else "−" if difference < 0 else "±"
    return sign + number(abs(difference), language)
