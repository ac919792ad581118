"""Activities -> how many state each field, and how sure their values are."""

from __future__ import annotations

from dashboard import queries
from dashboard.charts import Chart, Row
from dashboard.figures.columns import columns
from dashboard.figures.shares import shares
from dashboard.labels import column_label
from dashboard.queries.looked_at import BANDS
from dashboard.source import State
from dashboard.words import percent, share, word


def completeness(state: State) -> Chart:
    """Draw how many activities state each field."""
    language, found = state.view.lang, queries.quality(state.data).completeness
    lines = sorted(found, key=lambda line: -line.stated)
    figure = shares(
        [(column_label(line.field, language), line.stated, line.of) for line in lines], language, state.theme
    )
    headings = tuple(word(key, language) for key in ("field", "stated", "of_all", "confidence"))
    rows: list[Row] = [
        (
            column_label(line.field, language),
            line.stated,
            share(line.stated, line.of, language),
            percent(line.confidence, language),
        )
        for line in lines
    ]
    return Chart(figure, word("completeness", language), headings, tuple(rows), everything=True)


def confidence(state: State) -> Chart:
    """Draw how many activities are how sure."""
    language = state.view.lang
    counts = [option.activities for option in queries.by_confidence(state.data)]
    bounds = zip(BANDS, BANDS[1:], strict=False)
    names = [f"{round(low * 100)}–{share(round(high * 100), 100, language)}" for low, high in bounds]
    rows = tuple(zip(names, counts, strict=True))
    headings = (word("confidence", language), word("measure_activities", language))
    return Chart(
        columns(rows, language, state.theme), word("confidence_title", language), headings, rows, everything=True
    )
