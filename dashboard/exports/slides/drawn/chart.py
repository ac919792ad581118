"""A native chart -> SVG: bars or columns with their names and numbers, in the colours of the theme."""

from __future__ import annotations

from typing import Any
from xml.sax.saxutils import escape

from pptx.enum.chart import XL_CHART_TYPE

from dashboard.exports.slides.drawn.colour import Theme
from dashboard.exports.slides.drawn.words import Box
from dashboard.exports.text_fit import cut, width_of, wrapped

NAMES = 0.42  # most of the width that the names of bars take
NUMBER = 44.0  # points for the number at the end of the longest bar
FILLED = 0.7  # of the room of a bar
FOOT, LEGEND, HEAD = 26.0, 18.0, 14.0  # points under and above columns
GAP = 6.0
Mark = tuple[str, float | None, int]  # name, value, place of the series


def chart_of(chart: Any, box: Box, theme: Theme) -> str:
    """Return the SVG of a chart."""
    plot = chart.plots[0]
    names = [str(name) for name in plot.categories]
    series = [(one.name, one.values) for one in plot.series]
    size = chart.font.size.pt if chart.font.size else 12.0
    marks = [(name, *_value(series, place)) for place, name in enumerate(names)]
    if not marks:
        return ""
    if chart.chart_type == XL_CHART_TYPE.BAR_CLUSTERED:
        return _bars(marks, box, size, theme)
    legend = _legend([name for name, _ in series], box, theme) if len(series) > 1 else ""
    return _columns(marks, box, size, theme, LEGEND if legend else 0.0) + legend


def _value(series: list[tuple[str, Any]], place: int) -> tuple[float | None, int]:
    found = ((values[place], number) for number, (_, values) in enumerate(series) if values[place] is not None)
    return next(found, (None, 0))


def _bars(marks: list[Mark], box: Box, size: float, theme: Theme) -> str:
    left, top, wide, high = box
    names = min(max(width_of(name, size) for name, _, _ in marks) + GAP, wide * NAMES)
    step, most = high / len(marks), max([value for _, value, _ in marks if value] or [1])
    size = min(size, step * 0.9)
    found = []
    for row, (name, value, series) in enumerate(marks):
        y, length = top + row * step, (wide - names - NUMBER) * (value or 0) / most
        found.append(_text(left + names - GAP, y + step / 2 + size / 3, cut(name, names - GAP, size, 1), size, "end"))
        found.append(_box(left + names, y + step * (1 - FILLED) / 2, length, step * FILLED, series, theme))
        found.append(_text(left + names + length + 3, y + step / 2 + size / 3, _number(value), size))
    return "".join(found)


def _columns(marks: list[Mark], box: Box, size: float, theme: Theme, legend: float) -> str:
    left, top, wide, high = box
    step, most = wide / len(marks), max([value for _, value, _ in marks if value] or [1])
    ground, room = top + high - FOOT - legend, high - FOOT - HEAD - legend
    found = [f'<path d="M{left:.1f} {ground:.1f}h{wide:.1f}" stroke="#{theme["dk1"]}" stroke-width="0.5"/>']
    for column, (name, value, series) in enumerate(marks):
        x, height = left + column * step, room * (value or 0) / most
        found.append(_box(x + step * (1 - FILLED) / 2, ground - height, step * FILLED, height, series, theme))
        found.append(_text(x + step / 2, ground - height - 3, _number(value), min(size, step * 0.45), "middle"))
        for row, line in enumerate(wrapped(name, step, size)[:2]):
            found.append(_text(x + step / 2, ground + size * (1.2 + row), line, min(size, step * 0.4), "middle"))
    return "".join(found)


def _legend(names: list[str], box: Box, theme: Theme) -> str:
    left, y, found = box[0], box[1] + box[3] - 5, []
    for series, name in enumerate(names):
        found += [_box(left, y - 8, 8, 8, series, theme), _text(left + 12, y, name, 10)]
        left += 28 + width_of(name, 10)
    return "".join(found)


def _box(x: float, y: float, wide: float, high: float, series: int, theme: Theme) -> str:
    colour = theme[f"accent{series % 6 + 1}"]
    return f'<rect x="{x:.1f}" y="{y:.1f}" width="{max(wide, 0):.1f}" height="{max(high, 0):.1f}" fill="#{colour}"/>'


def _text(x: float, y: float, text: str, size: float, anchor: str = "start") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size:.1f}" text-anchor="{anchor}">{escape(text)}</text>'


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:,.0f}"
