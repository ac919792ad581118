"""Headings and rows -> the table that says the same as a chart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dash import html

from dashboard.words import number

Cell = str | int | float | None


def twin(caption: str, headings: Sequence[str], rows: Iterable[Sequence[Cell]], language: str) -> html.Table:
    """Return a table whose first column names the row; numbers stand to the right, None is an empty cell."""
    rows = list(rows)
    head = html.Tr([html.Th(text, scope="col", className=style(rows, i)) for i, text in enumerate(headings)])
    body = [html.Tr([html.Th(shown(row[0], language), scope="row"), *cells(row[1:], language)]) for row in rows]
    return html.Table([html.Caption(caption), html.Thead(head), html.Tbody(body)], className="twin")


def style(rows: Sequence[Sequence[Cell]], column: int) -> str:
    """Return the class of a heading: to the right over numbers."""
    return "number" if any(isinstance(row[column], int | float) for row in rows) else ""


def cells(values: Sequence[Cell], language: str) -> list[html.Td]:
    """Return the cells after the first."""
    return [html.Td(shown(v, language), className="" if isinstance(v, str) else "number") for v in values]


def shown(value: Cell, language: str) -> str:
    """Write one value."""
    if value is None:
        return ""
    return value if isinstance(value, str) else number(value, language)
