"""Documents -> how much their tellings state, how old they are, and what they tell of."""

from __future__ import annotations

from typing import Any

from dashboard import queries
from dashboard.charts import Chart, Row
from dashboard.labels import column_label
from dashboard.queries.by_document import ASKED, Source
from dashboard.source import State
from dashboard.words import date, percent, share, word


def by_source(state: State) -> Chart:
    """List how much the tellings of each document state."""
    language, found = state.view.lang, queries.by_document(state.data)
    headings = (
        word("documents", language),
        word("mentions_found", language),
        *(column_label(name, language) for name in ASKED),
        word("confidence", language),
    )
    rows = tuple(by_source_row(one, name_of(one.row), language) for one in found)
    in_files = tuple(by_source_row(one, one.row["document"], language) for one in found)
    return Chart({}, word("by_source_title", language), headings, rows, everything=True, file_rows=in_files)


def by_source_row(one: Source, name: str, language: str) -> Row:
    """Return the row of a document under a name: tellings, the share that states each field, confidence."""
    shares_of = (share(stated, one.of, language) for stated in one.stated)
    return (name, one.of, *shares_of, percent(one.confidence, language))


def freshness(state: State) -> Chart:
    """List how old the documents are, and what they tell of."""
    language = state.view.lang
    names = ("documents", "data_of", "period_covered", "newest_activity", "language", "items_read", "warnings")
    found = queries.by_document(state.data)
    rows = tuple(freshness_row(one, name_of(one.row), language) for one in found)
    in_files = tuple(freshness_row(one, one.row["document"], language) for one in found)
    note = word("data_date", language, date=date(state.data.date, language)) if state.data.date else ""
    headings = tuple(word(name, language) for name in names)
    return Chart({}, word("freshness_title", language), headings, rows, note, True, in_files)


def freshness_row(one: Source, name: str, language: str) -> Row:
    """Return the row of a document under a name."""
    published, newest = (date(day or "", language) for day in (one.row["published"], one.last))
    covered = span(one.row["period_from"] or "", one.row["period_to"] or "", language)
    return (name, published, covered, newest, one.row["language"], one.row["items"], "; ".join(one.row["warnings"]))


def name_of(document: dict[str, Any]) -> str:
    """Return the title of a document, else its path."""
    return str(document["title"] or document["document"])


def span(first: str, last: str, language: str) -> str:
    """Write a period; "" where none is known."""
    return f"{date(first, language)} – {date(last, language)}" if first or last else ""
