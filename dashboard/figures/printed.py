"""A figure of the pages -> the same figure for paper: a white ground, letters that its files hold, no gestures."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from dashboard.figures.theme import Figure

# What Chromium measures and what the file is written with must be the same letters, and no page lends its own.
FONT = "'Source Sans 3', 'Liberation Sans', 'DejaVu Sans', sans-serif"
WHITE = "#ffffff"
ROW, LINE = 20.0, 15.0  # pixels of a bar with its gap, and of a line of the name beside it
STANDING = 330  # pixels of columns over time
MAP = 0.49  # of the width, with the legend below


def printed(figure: Figure, **layout: Any) -> Figure:
    """Return the figure; `layout` wins."""
    shown = {key: value for key, value in figure["layout"].items() if key not in ("meta", "uirevision")}
    font = {**shown["font"], "family": FONT}
    return {"data": figure["data"], "layout": shown | {"font": font, "paper_bgcolor": WHITE} | layout}


def in_column(figure: Figure, width: int) -> tuple[Figure, int]:
    """Return the figure for a column of text and its height, in pixels: a bar or two need less than a page has."""
    if "geo" in figure["layout"]:
        return printed(figure), round(width * MAP)
    rows = figure["layout"]["yaxis"]
    names = rows.get("ticktext")
    if not names:
        return printed(figure), STANDING
    close = rows | {"range": [len(names) - 0.4, -0.6]}
    return printed(figure, yaxis=close), round((len(names) + 0.2) * row_height(names))


def row_height(names: Sequence[str]) -> float:
    """Return the pixels of a row at which no two names that follow each other meet, and the outer ones are whole."""
    lines = [name.count("<br>") + 1 for name in names]
    between = ((above + below) / 2 * LINE + 2 for above, below in pairwise(lines))
    return max([ROW, *between, lines[0] * LINE, lines[-1] * LINE])
