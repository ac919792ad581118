"""Figures by the values of a field -> horizontal bars, the longest first, each with its number at its end."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Collection, Sequence

from dashboard.figures.theme import Figure, axis, colours, figure
from dashboard.labels import label
from dashboard.queries.answers import Group
from dashboard.words import number, word

LONGEST_LABEL = 30  # letters beside a bar; the whole name stands in the hover text and in the table
LINES, LONGEST_LINE = 3, 40  # of a name on paper, where nothing else says it whole


def bars(
    groups: Sequence[Group],
    field: str,
    measure: str,
    selected: Collection[str],
    language: str,
    theme: str,
    most: int = 11,
    as_label: Callable[[str], str] | None = None,
) -> Figure:
    """Draw the `most` largest groups; the customdata of a bar is its value. Values outside `selected` grow pale.

    `as_label` turns a name into what stands beside its bar; it is cut if nothing else is asked for.
    """
    colour = colours(theme)
    known = sorted((g for g in groups if g.value), key=lambda g: (-getattr(g, measure), g.value))
    unknown = [g for g in groups if not g.value]
    shown = [*known[:most], *unknown]
    values = [getattr(group, measure) for group in shown]
    names = [label(field, group.value, language) for group in shown]
    trace = {
        "type": "bar",
        "orientation": "h",
        "y": list(range(len(shown))),
        "x": values,
        "customdata": [group.value for group in shown],
        "text": [number(value, language) for value in values],
        "textposition": "outside",
        "cliponaxis": False,
        "textfont": {"color": colour["ink"], "size": 12},
        "hovertext": [hover_text(g, name, measure, language) for g, name in zip(shown, names, strict=True)],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "marker": {"color": [bar_colour(group.value, selected, theme) for group in shown]},
    }
    rows = axis(theme, tickvals=trace["y"], ticktext=[(as_label or shorten)(name) for name in names], showgrid=False)
    rows |= {"ticks": "outside", "ticklen": 6, "tickcolor": "rgba(0,0,0,0)"}  # room between names and bars
    rows |= {"range": [max(len(shown), 6) - 0.4, -0.6], "zeroline": False, "showline": False}
    span = [0, max([*values, 1]) * 1.14]  # room for the number at the end of the longest bar
    columns = axis(theme, showgrid=False, showticklabels=False, range=span, zerolinecolor=colour["line-strong"])
    return figure([trace], theme, yaxis=rows, xaxis=columns, bargap=0.28)


def bar_colour(value: str, selected: Collection[str], theme: str) -> str:
    """Return grey for "not stated", pale for what is not selected while something is, else the accent."""
    colour = colours(theme)
    if not value:
        return colour["line-strong"]
    return colour["class-2"] if selected and value not in selected else colour["accent"]


def hover_text(group: Group, name: str, measure: str, language: str) -> str:
    """Say the whole name, the figure, and how many activities also stand under another value."""
    lines = [f"<b>{name}</b>", word(f"n_{measure}", language, n=getattr(group, measure))]
    if measure != "activities":
        lines.append(word("n_activities", language, n=group.activities))
    if group.shared:
        lines.append(word("n_shared_values", language, n=group.shared))
    return "<br>".join(lines)


def folded(name: str) -> str:
    """Break a long name into lines."""
    return "<br>".join(textwrap.wrap(name, LONGEST_LINE, max_lines=LINES, placeholder=" …"))


def shorten(name: str) -> str:
    """Cut a long name at a word."""
    if len(name) <= LONGEST_LABEL:
        return name
    return name[:LONGEST_LABEL].rsplit(" ", 1)[0].rstrip(" ,;(") + "…"
