"""A matrix -> its largest rows and columns, as many as a reader can take in; the totals stay those of the whole."""

from __future__ import annotations

from dashboard.queries.answers import Matrix

MOST_ROWS = 14
MOST_COLUMNS = 14


def largest(answer: Matrix, rows: int = MOST_ROWS, columns: int = MOST_COLUMNS) -> Matrix:
    """Keep the rows and columns with most activities, in their order; those without a value always stay."""
    kept_rows = _kept(answer.rows, answer.row_totals, rows)
    kept_columns = _kept(answer.columns, answer.column_totals, columns)
    return Matrix(
        tuple(answer.rows[row] for row in kept_rows),
        tuple(answer.columns[column] for column in kept_columns),
        tuple(tuple(answer.cells[row][column] for column in kept_columns) for row in kept_rows),
        tuple(answer.row_totals[row] for row in kept_rows),
        tuple(answer.column_totals[column] for column in kept_columns),
        answer.total,
    )


def _kept(values: tuple[str, ...], totals: tuple[int, ...], most: int) -> list[int]:
    named = [place for place, value in enumerate(values) if value]
    top = set(sorted(named, key=lambda place: -totals[place])[:most])
    return [place for place, value in enumerate(values) if place in top or not value]
