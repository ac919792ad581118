"""The timeline page: stacked bars and bands, small multiples by region, the undated; a brush filters by dates."""

from __future__ import annotations

from dataclasses import replace

from dashboard import queries
from dashboard.callbacks.brushing import filter_by_brush
from dashboard.callbacks.drawing import Draw, choose_dates, draw_page, filter_by_click
from dashboard.charts import Chart, Row
from dashboard.figures.small_multiples import small_multiples
from dashboard.figures.timeline import timeline
from dashboard.following import Dashboard
from dashboard.labels import label
from dashboard.pages.timeline import BASIS, CHART, MULTIPLES, NOTHING, UNDATED
from dashboard.parts.listing import listing
from dashboard.queries.answers import Span
from dashboard.queries.stacked import with_others
from dashboard.source import Source, State
from dashboard.words import period, word


def register(app: Dashboard, source: Source) -> None:
    """Register the callbacks."""
    draw_page(app, source, CHARTS, TABLES)
    for name in CHARTS:
        filter_by_click(app, source, name, choose_dates)
    filter_by_brush(app, source, CHART)


def large_timeline(state: State) -> Chart:
    """Draw the timeline, stacked as the page asks; the table tells period, value and figures."""
    view, stack = state.view, stack_of(state)
    answer = queries.by_period(state.data, state.filters, view.grain, stack, view.scheme)
    chosen = (state.filters.first, state.filters.last)
    drawn = with_others(answer, word("others", view.lang))
    figure = timeline(drawn, view.counted, chosen if any(chosen) else None, view.lang, state.theme, stack, tall=True)
    rows = tuple(row(span, stack, view.lang) for span in (*answer.bars, *answer.bands))
    title = word("timeline_title", view.lang, measure=word(f"measure_{view.counted}", view.lang))
    return Chart(figure, title, headings(view.grain, stack, view.lang), rows)


def stack_of(state: State) -> str:
    """Return the field to stack by, "" for none."""
    stack = state.view.stack or BASIS
    return "" if stack == NOTHING else stack


def by_region(state: State) -> Chart:
    """Draw one small timeline for each region."""
    view = state.view
    answer = queries.by_period(state.data, state.filters, view.grain, "region", view.scheme)
    figure = small_multiples(answer, "region", view.counted, view.lang, state.theme)
    rows = tuple(row(span, "region", view.lang) for span in answer.bars)
    title = word("multiples_of", view.lang, measure=word(f"measure_{view.counted}", view.lang))
    return Chart(figure, title, headings(view.grain, "region", view.lang), rows)


def undated(state: State) -> Chart:
    """List the activities without a date."""
    page, language = queries.without_date(state.data, state.filters), state.view.lang
    title = word("title_and_count", language, title=word("undated_title", language), n=page.total)
    left_out = queries.totals(state.data, state.filters).left_out_without_bounds
    note = word("n_left_out", language, n=left_out) if left_out else ""
    return replace(listing(page, title, ("title", "kind", "country", "sources"), language), note=note)


def headings(grain: str, stack: str, language: str) -> tuple[str, ...]:
    """Return the headings of a table of spans."""
    values = (word(f"filter_{stack}", language),) if stack else ()
    figures = (word(f"measure_{name}", language) for name in ("activities", "trained", "participants"))
    return (word(f"grain_{grain}", language), *values, *figures)


def row(span: Span, stack: str, language: str) -> Row:
    """Return the row of a span: when, which value, and its figures."""
    when = period(span.first, language)
    if span.first != span.last:
        when = word("between", language, first=when, last=period(span.last, language))
    values = (label(stack, span.value, language),) if stack else ()
    return (when, *values, span.activities, span.trained, span.participants)


CHARTS: dict[str, Draw] = {CHART: large_timeline, MULTIPLES: by_region}
TABLES: dict[str, Draw] = {UNDATED: undated}
