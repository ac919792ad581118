"""A page of records -> a plain table of some of their columns, each value in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from dashboard.briefing.titles import made_title
from dashboard.charts import Chart, Row
from dashboard.labels import column_label
from dashboard.parts.records import cell_of
from dashboard.queries.answers import Page


def listing(page: Page, title: str, columns: Sequence[str], language: str) -> Chart:
    """Return the table, without a figure."""
    headings = tuple(column_label(name, language) for name in columns)
    rows = rows_of(page.rows, columns, language)
    renamed = [row | {"title": made_title(row, language)} for row in page.rows]
    ids = tuple(row["activity_id"] for row in page.rows)
    return Chart({}, title, headings, rows, file_rows=rows_of(renamed, columns, language), records=ids)


def rows_of(activities: Iterable[dict[str, Any]], columns: Sequence[str], language: str) -> tuple[Row, ...]:
    """Return a row for each activity."""
    return tuple(tuple(text(name, activity, language) for name in columns) for activity in activities)


def text(name: str, activity: dict[str, Any], language: str) -> str | int | None:
    """Return one value in words; sources as they are."""
    if name == "sources":
        return ", ".join(activity["sources"] or ())
    shown: str | int | None = cell_of(activity, name, language)
    return shown
