"""A page of records -> a plain table of some of their columns, each value in words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dashboard.charts import Chart
from dashboard.labels import heading
from dashboard.parts.records import cell
from dashboard.queries.answers import Page


def listing(page: Page, title: str, columns: Sequence[str], language: str) -> Chart:
    """Return the table, without a figure."""
    headings = tuple(heading(name, language) for name in columns)
    rows = tuple(tuple(text(name, row.get(name), language) for name in columns) for row in page.rows)
    return Chart({}, title, headings, rows)


def text(name: str, value: Any, language: str) -> str | int | None:
    """Return one value in words; sources as they are."""
    if name == "sources":
        return ", ".join(value or ())
    shown: str | int | None = cell(name, value, language)
    return shown
