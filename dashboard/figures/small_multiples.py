"""A timeline by value -> one small row of bars for each value, all on one scale whose top alone is told."""

from __future__ import annotations

from collections import defaultdict

from dashboard.figures.periods import middle, milliseconds
from dashboard.figures.theme import Figure, axis, colours, figure
from dashboard.figures.timeline import BAR_WIDTH, hover_text
from dashboard.labels import label
from dashboard.queries.answers import Span, Timeline

ROOM = 0.42  # share of each row that its name takes


def small_multiples(answer: Timeline, field: str, measure: str, language: str, theme: str, most: int = 12) -> Figure:
    """Draw the `most` largest values; the customdata of a bar is [first period, last period, value]."""
    by_value: dict[str, list[Span]] = defaultdict(list)
    for span in answer.bars:
        by_value[span.value].append(span)
    sums = {value: sum(getattr(span, measure) for span in spans) for value, spans in by_value.items()}
    order = sorted(by_value, key=lambda value: (not value, -sums[value], value))[:most]
    top = max((getattr(span, measure) for value in order for span in by_value[value]), default=1)
    colour = colours(theme)
    traces, axes, notes = [], {}, []
    for i, value in enumerate(order):
        spans, number = by_value[value], i + 1
        floor = 1 - number / len(order)
        traces.append(
            {
                "type": "bar",
                "yaxis": f"y{number}",
                "x": [middle(span.first) for span in spans],
                "y": [getattr(span, measure) for span in spans],
                "width": [milliseconds(span.first, span.last) * BAR_WIDTH for span in spans],
                "customdata": [[span.first, span.last, value] for span in spans],
                "hovertext": [hover_text(span, measure, language) for span in spans],
                "hovertemplate": "%{hovertext}<extra></extra>",
                "marker": {"color": colour["accent"]},
            }
        )
        ceiling = floor + (1 - ROOM) / len(order)
        axes[f"yaxis{number}"] = axis(theme, domain=[floor, ceiling], range=[0, top], tickvals=[top], tickformat=",d")
        notes.append(
            {
                "text": label(field, value, language),
                "x": 0,
                "y": ceiling,
                "xref": "paper",
                "yref": "paper",
                "xanchor": "left",
                "yanchor": "bottom",
                "showarrow": False,
                "font": {"size": 12, "color": colour["ink"]},
            }
        )
    days = axis(
        theme,
        type="date",
        ticklabelmode="period",
        showgrid=False,
        tickformat="%Y",
        nticks=12,
        anchor=f"y{max(len(order), 1)}",
    )
    return figure(traces, theme, xaxis=days, annotations=notes, **axes)
