"""Activities by two fields -> a table of shaded cells with marginal totals that count each activity once."""

from __future__ import annotations

from dashboard.figures.bars import shorten
from dashboard.figures.classes import class_of, lower_bounds, spread
from dashboard.figures.theme import CLASSES, Figure, axis, colours, figure
from dashboard.labels import label
from dashboard.queries.answers import Matrix
from dashboard.words import number, word

DARK_FROM = 3  # of the five shades: from here on numbers are written in the card's colour


def matrix(answer: Matrix, row_field: str, column_field: str, language: str, theme: str) -> Figure:
    """Draw a cell for each pair of values; the customdata of a cell is [row value, column value]."""
    rows = [label(row_field, value, language) for value in answer.rows]
    columns = [label(column_field, value, language) for value in answer.columns]
    bounds = lower_bounds(n for row in answer.cells for n in row)
    shades = spread(len(bounds), len(CLASSES))
    levels = [[shades[class_of(n, bounds)] + 1 if n else 0 for n in row] for row in answer.cells]
    trace = {
        "type": "heatmap",
        "x": list(range(len(columns))),
        "y": list(range(len(rows))),
        "z": levels,
        "zmin": 0,
        "zmax": len(CLASSES),
        "colorscale": steps(theme),
        "showscale": False,
        "xgap": 1,
        "ygap": 1,
        "customdata": [[[row, column] for column in answer.columns] for row in answer.rows],
        "text": [
            [
                f"<b>{row}</b> · {column}<br>{word('n_activities', language, n=n)}"
                for column, n in zip(columns, cells, strict=True)
            ]
            for row, cells in zip(rows, answer.cells, strict=True)
        ],
        "hovertemplate": "%{text}<extra></extra>",
    }
    quiet = {"showgrid": False, "zeroline": False, "ticks": ""}
    across = axis(theme, **quiet, side="top", tickvals=trace["x"], ticktext=[shorten(name) for name in columns])
    across["range"] = [-0.5, len(columns) + 0.4]
    down = axis(theme, **quiet, tickvals=trace["y"], ticktext=[shorten(name) for name in rows])
    down["range"] = [len(rows) + 0.4, -0.5]
    return figure([trace], theme, xaxis=across, yaxis=down, annotations=numbers(answer, levels, language, theme))


def steps(theme: str) -> list[list[object]]:
    """Return a scale of flat steps: nothing, then the five classes."""
    colour = colours(theme)
    flat = [colour["none"], *(colour[name] for name in CLASSES)]
    edge = 1 / len(flat)
    return [[min(1.0, (i + j) * edge), tone] for i, tone in enumerate(flat) for j in (0, 1)]


def numbers(answer: Matrix, levels: list[list[int]], language: str, theme: str) -> list[dict[str, object]]:
    """Write the number into each cell that has one, and the totals beside and below."""
    colour = colours(theme)

    def note(x: float, y: float, n: int, tone: str, bold: bool = False) -> dict[str, object]:
        text = number(n, language)
        font = {"color": tone, "size": 12}
        return {"x": x, "y": y, "text": f"<b>{text}</b>" if bold else text, "showarrow": False, "font": font}

    inside = [
        note(x, y, n, colour["card"] if levels[y][x] > DARK_FROM else colour["ink"])
        for y, row in enumerate(answer.cells)
        for x, n in enumerate(row)
        if n
    ]
    right = [note(len(answer.columns), y, n, colour["ink"], True) for y, n in enumerate(answer.row_totals)]
    below = [note(x, len(answer.rows), n, colour["ink"], True) for x, n in enumerate(answer.column_totals)]
    corner = note(len(answer.columns), len(answer.rows), answer.total, colour["ink"], True)
    return [*inside, *right, *below, corner]
