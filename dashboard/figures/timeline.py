"""A timeline -> bars for what started in one period, and under them bands for what is known less exactly."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from dashboard.figures.periods import day_after, first_day, middle, milliseconds
from dashboard.figures.theme import SERIES, Figure, Trace, axis, colours, counts, figure
from dashboard.labels import label
from dashboard.queries.answers import Span, Timeline
from dashboard.words import period, word

# Shares of the height that the bands take, where there are any, and the room for the years and the bands' name above.
SMALL_CARD = (0.2, 0.3)
TALL_CARD = (0.12, 0.11)
LEGEND, LEGEND_ABOVE_NOTE = 1.02, 1.08  # how high the legend begins; the note is of what has no date
BAR_WIDTH = 0.84  # of its period
LANES = 5  # rows of bands; more are laid over the fullest
LIGHTEST, DARKEST = 0.35, 1.0  # how strongly a band of few and of most activities is drawn

Selected = tuple[str, str] | None


def timeline(
    answer: Timeline,
    measure: str,
    selected: Selected,
    language: str,
    theme: str,
    stack: str = "",
    tall: bool = False,
) -> Figure:
    """Draw `measure` over time. The customdata of every mark is [first period, last period].

    `selected` (ISO dates of any precision) pales what starts outside. `stack` names the field of the spans' values.
    `tall` is for a card of half a screen or more.
    """
    bands = [band for band in answer.bands if getattr(band, measure)]
    rows = lanes_of(bands)
    traces = bar_traces(answer.bars, measure, selected, language, theme, stack)
    if bands:
        traces.append(band_trace(bands, rows, measure, language, theme))
    height, gap = TALL_CARD if tall else SMALL_CARD
    floor = height + gap if bands else 0
    marks = counts(highest(answer.bars, measure))
    heights = axis(theme, domain=[floor, 1], rangemode="tozero", **marks, zeroline=True)
    lanes = axis(theme, domain=[0, height], showticklabels=False, showgrid=False, zeroline=False)
    lanes["range"] = [max([2, *rows]) + 0.6, -0.6]
    days = axis(
        theme,
        type="date",
        ticklabelmode="period",
        showgrid=False,
        anchor="y",
        tickformat="%Y",
        nticks=12,
        range=day_range(answer),
    )
    legend = LEGEND_ABOVE_NOTE if answer.undated else LEGEND
    if not answer.bars and not answer.bands:
        days["visible"] = heights["visible"] = False  # an axis without any date would say a year that nobody meant
    return figure(
        traces,
        theme,
        xaxis=days,
        yaxis=heights,
        yaxis2=lanes,
        margin={"l": 0, "r": 0, "t": 18, "b": 0},
        dragmode="select",
        selectdirection="h",
        selections=[],
        selectionrevision=str(selected),  # what the hand has drawn goes when it has become the filter
        newselection={"line": {"color": colours(theme)["accent"], "width": 1, "dash": "solid"}},
        barmode="stack",
        bargap=0,
        showlegend=bool(stack),
        legend={"orientation": "h", "y": legend, "yanchor": "bottom", "x": 0, "itemclick": False},
        annotations=notes(height if bands else 0, bool(answer.bars or answer.bands), answer.undated, language, theme),
    )


def highest(spans: Iterable[Span], measure: str) -> int:
    """Return the height of the highest column, with all that is stacked in it."""
    totals = Counter[str]()
    for span in spans:
        totals[span.first] += getattr(span, measure)
    return max(totals.values(), default=0)


def bar_traces(
    spans: Iterable[Span], measure: str, selected: Selected, language: str, theme: str, stack: str
) -> list[Trace]:
    """Make one trace a value of the stacked field, the one with most first."""
    by_value: dict[str, list[Span]] = defaultdict(list)
    for span in spans:
        by_value[span.value].append(span)
    sums = {value: sum(getattr(span, measure) for span in spans) for value, spans in by_value.items()}
    others = word("others", language)  # what is taken together stands last, in the last colour
    order = sorted(by_value, key=lambda value: (value == others, -sums[value]))
    colour = colours(theme)
    traces = []
    for i, value in enumerate(order):
        strong = colour[SERIES[min(i, len(SERIES) - 1)]] if stack else colour["accent"]
        name = label(stack, value, language) if stack else ""
        traces.append(bar_trace(by_value[value], measure, selected, language, theme, strong) | {"name": name})
    return traces


def bar_trace(spans: Sequence[Span], measure: str, selected: Selected, language: str, theme: str, strong: str) -> Trace:
    """Make the bars of one colour."""
    pale = colours(theme)["class-2"]
    return {
        "type": "bar",
        "x": [middle(span.first) for span in spans],
        "y": [getattr(span, measure) for span in spans],
        "width": [milliseconds(span.first, span.last) * BAR_WIDTH for span in spans],
        "customdata": [[span.first, span.last] for span in spans],
        "hovertext": [hover_text(span, measure, language) for span in spans],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "marker": {"color": [strong if is_selected(span, selected) else pale for span in spans], "line": {"width": 0}},
    }


def is_selected(span: Span, selected: Selected) -> bool:
    """Say whether a span begins inside the selected dates; everything does where none are."""
    if selected is None:
        return True
    first, last = selected
    day = first_day(span.first).isoformat()
    return (not first or day >= first[:7]) and (not last or day[: len(last)] <= last)


def band_trace(bands: Sequence[Span], rows: list[int], measure: str, language: str, theme: str) -> Trace:
    """Draw each band over the span in which its activities are known to have started."""
    colour = colours(theme)
    most = max(getattr(band, measure) for band in bands)
    strength = [LIGHTEST + (DARKEST - LIGHTEST) * getattr(band, measure) / most for band in bands]
    return {
        "type": "bar",
        "orientation": "h",
        "yaxis": "y2",
        "base": [first_day(band.first).isoformat() for band in bands],
        "x": [milliseconds(band.first, band.last) for band in bands],
        "y": rows,
        "width": 0.7,
        "customdata": [[band.first, band.last] for band in bands],
        "hovertext": [hover_text(band, measure, language) for band in bands],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "marker": {"color": colour["series-2"], "opacity": strength, "line": {"width": 0}},
        "showlegend": False,
    }


def lanes_of(bands: Sequence[Span]) -> list[int]:
    """Give each band the first row in which it meets no other; the last row takes what finds none."""
    ends = [""] * LANES
    chosen = [0] * len(bands)
    for i in sorted(range(len(bands)), key=lambda i: (first_day(bands[i].first), bands[i].last)):
        start = first_day(bands[i].first).isoformat()
        lane = next((n for n, end in enumerate(ends) if end <= start), LANES - 1)
        ends[lane] = max(ends[lane], middle(bands[i].last))
        chosen[i] = lane
    return chosen


def hover_text(span: Span, measure: str, language: str) -> str:
    """Say when, and how many."""
    when = period(span.first, language)
    if span.first != span.last:
        when = word("between", language, first=when, last=period(span.last, language))
    return f"<b>{when}</b><br>" + word(f"n_{measure}", language, n=getattr(span, measure))


def day_range(answer: Timeline) -> list[str] | None:
    """Return the first and last day of all that is drawn; None where nothing is."""
    spans = [*answer.bars, *answer.bands]
    if not spans:
        return None
    first = min(first_day(span.first) for span in spans)
    last = max(day_after(span.last) for span in spans)
    return [first.isoformat(), last.isoformat()]


def notes(bands_top: float, dated: bool, undated: int, language: str, theme: str) -> list[dict[str, object]]:
    """Name the bands, and the undated activities that no axis can hold."""
    quiet = {
        "showarrow": False,
        "xref": "paper",
        "yref": "paper",
        "font": {"size": 12, "color": colours(theme)["ink-2"]},
    }
    found: list[dict[str, object]] = []
    if bands_top:
        text = word("bands_note", language)
        found.append(quiet | {"text": text, "x": 0, "y": bands_top, "xanchor": "left", "yanchor": "bottom"})
    if undated:
        place = {"x": 1, "y": 1, "xanchor": "right", "yanchor": "bottom"} if dated else {"x": 0.5, "y": 0.5}
        found.append(quiet | place | {"text": word("n_undated", language, n=undated)})
    return found
