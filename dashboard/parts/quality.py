"""The state of the data -> its tables: completeness by field, flags, merges, documents."""

from __future__ import annotations

from dash import html

from dashboard.labels import column_label, label
from dashboard.parts.twin import twin
from dashboard.queries.answers import Quality
from dashboard.words import date, share, word


def completeness(quality: Quality, language: str) -> html.Table:
    """Return how many activities state each field, and how sure the values are."""
    headings = [word(key, language) for key in ("field", "stated", "of_all", "confidence")]
    rows = [
        (
            column_label(line.field, language),
            line.stated,
            share(line.stated, line.of, language),
            "" if line.confidence is None else share(round(line.confidence * 100), 100, language),
        )
        for line in quality.completeness
    ]
    return twin(word("completeness", language), headings, rows, language)


def flags(quality: Quality, language: str) -> html.Table:
    """Return how many activities carry each flag, and who has read them."""
    headings = [word("flags", language), word("measure_activities", language)]
    rows = [(label("flags", flag.value, language), flag.activities) for flag in quality.flags]
    rows += [(word(f"review_{review.value}", language), review.activities) for review in quality.reviews]
    return twin(word("flags", language), headings, rows, language)


def merged(quality: Quality, language: str) -> html.Table:
    """Return which tellings were taken as one activity, and why."""
    headings = [word("mentions", language), "", word("why_merged", language), word("confidence", language)]
    rows = [
        (row["mention_a"], row["mention_b"], row["why"], share(round(row["score"] * 100), 100, language))
        for row in quality.merges
    ]
    return twin(word("merged", language), headings, rows, language)


def documents(quality: Quality, language: str) -> html.Table:
    """Return what was read, and how much was found in it."""
    headings = [word(key, language) for key in ("documents", "language", "data_of", "mentions")]
    rows = [
        (row["title"] or row["document"], row["language"], date(row["published"] or "", language), row["mentions"])
        for row in quality.documents
    ]
    return twin(word("documents", language), headings, rows, language)
