"""Lines -> a picture with logarithmic axes, for docs/BENCHMARKS.md."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import plotly.graph_objects as go

COLOURS = ("#1f5673", "#b5532c", "#5b7f3a", "#6d5a8c")
DASHES = ("solid", "dash", "dot", "dashdot")
SIZE = (760, 420)  # pixels


@dataclass(frozen=True)
class Line:
    """A name and its points."""

    name: str
    points: list[tuple[float, float]]


def draw(lines: list[Line], across: str, up: str, path: Path) -> None:
    """Write the picture as SVG; needs Chromium."""
    figure = go.Figure()
    for line, colour, dash in zip(lines, COLOURS, DASHES, strict=False):
        x, y = zip(*line.points, strict=True)
        figure.add_scatter(x=x, y=y, name=line.name, mode="lines+markers", line={"color": colour, "dash": dash})
    axis = {"type": "log", "dtick": 1, "showgrid": True, "gridcolor": "#dddddd", "linecolor": "#444444"}
    figure.update_layout(
        template="none", font={"family": "sans-serif", "size": 13}, legend={"x": 0.02, "y": 0.98},
        xaxis=axis | {"title": across}, yaxis=axis | {"title": up}, margin={"l": 70, "r": 20, "t": 20, "b": 55},
    )  # fmt: skip
    figure.write_image(path, format="svg", width=SIZE[0], height=SIZE[1])
