"""A chart of a briefing -> a native chart with its data sheet."""

from __future__ import annotations

from typing import Any

from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_LEGEND_POSITION, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.oxml.ns import qn
from pptx.util import Pt

from dashboard.briefing.model import Chart
from dashboard.exports.slides.room import INCH, Room
from dashboard.exports.slides.text import text_box
from dashboard.words import word

TYPES = {
    "bars": XL_CHART_TYPE.BAR_CLUSTERED,
    "columns": XL_CHART_TYPE.COLUMN_CLUSTERED,
    "stacked": XL_CHART_TYPE.COLUMN_STACKED,
}
ACCENTS = [getattr(MSO_THEME_COLOR, f"ACCENT_{n}") for n in range(1, 7)]
HEADING, NOTE = INCH * 38 // 100, INCH * 32 // 100  # heights
NUMBERS = "#,##0"
GAP, WIDE_GAP = 45, 140  # between bars, in percent of a bar; wide where bars are few
FEW = 5
MANY_COLUMNS, MANY_BARS = 15, 6
NARROW = INCH * 7  # width of a chart that shares its slide
MOST_LABELS = 30  # categories; more would print over each other


def add_chart(slide: Any, room: Room, chart: Chart, language: str) -> None:
    """Put a chart with its heading and its note into a room; where there is nothing to draw, words that say so."""
    heading, room = room.above(HEADING)
    text_box(slide, heading, [chart.title], (16, 10), bold=True, middle=True)
    if chart.note:
        room, note = room.below(NOTE)
        text_box(slide, note, [chart.note], (11, 8), quiet=True)
    if not chart.categories:
        text_box(slide, room, [word("briefing_nothing", language)])
        return
    data = CategoryChartData(number_format=NUMBERS)  # type: ignore[no-untyped-call]
    data.categories = chart.categories
    for series in chart.series:
        data.add_series(series.name, series.values)  # type: ignore[no-untyped-call]
    frame = slide.shapes.add_chart(TYPES[chart.shape], room.left, room.top, room.width, room.height, data)
    frame.name = chart.title[:100]
    _describe(frame, chart)
    _style(frame.chart, chart, room.width < NARROW)


def _describe(frame: Any, chart: Chart) -> None:
    """Write the alt text: what the chart is, and its first numbers."""
    first = chart.series[0]
    pairs = zip(chart.categories, first.values, strict=True)
    said = [f"{name} {value:,}" for name, value in pairs if value is not None]
    frame._element.nvGraphicFramePr.cNvPr.set("descr", f"{chart.title}: {'; '.join(said[:20])}")  # noqa: SLF001


def _style(native: Any, chart: Chart, is_narrow: bool) -> None:
    native.font.size, native.has_title = Pt(_size(chart, is_narrow)), False
    native.has_legend = len(chart.series) > 1
    if native.has_legend:
        native.legend.position, native.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
    plot = native.plots[0]
    plot.gap_width = GAP if len(chart.categories) > FEW else WIDE_GAP
    plot.vary_by_categories = False
    if len(chart.series) > 1:
        plot.overlap = 100  # of columns that share no category, each stands in the middle
    for series, accent in zip(plot.series, ACCENTS * 3, strict=False):
        series.format.fill.solid()
        series.format.fill.fore_color.theme_color = accent
        series.invert_if_negative = False
    if chart.shape != "stacked" and len(chart.categories) <= MOST_LABELS:
        _number_bars(plot)
    _quiet_axes(native, chart)


def _size(chart: Chart, is_narrow: bool) -> int:
    """Return the size of the letters in points: columns leave less room for their names than bars."""
    count = len(chart.categories)
    if count > MOST_LABELS:
        return 8
    if chart.shape == "bars":
        return 10 if is_narrow and count > MANY_BARS else 12
    return 9 if count > MANY_COLUMNS else 11


def _number_bars(plot: Any) -> None:
    plot.has_data_labels = True
    labels = plot.data_labels
    labels.show_value, labels.number_format, labels.number_format_is_linked = True, NUMBERS, False
    labels.position, labels.font.size = XL_LABEL_POSITION.OUTSIDE_END, Pt(11)


def _quiet_axes(native: Any, chart: Chart) -> None:
    values, names = native.value_axis, native.category_axis
    values.has_major_gridlines = chart.shape != "bars"
    values.visible = chart.shape != "bars"
    values.minimum_scale = 0
    values.tick_labels.number_format, values.tick_labels.number_format_is_linked = NUMBERS, False
    values.format.line.fill.background()
    if values.has_major_gridlines:
        values.major_gridlines.format.line.color.theme_color = MSO_THEME_COLOR.BACKGROUND_1
        values.major_gridlines.format.line.color.brightness = -0.15
    names.major_tick_mark = XL_TICK_MARK.NONE
    names.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    names.reverse_order = chart.shape == "bars"  # the first on top
    _name_all(names)
    _number_axes(native)


def _number_axes(native: Any) -> None:
    """Give the axes numbers from nought on: python-pptx writes some below it, which the standard forbids."""
    places = [*native._chartSpace.iter(qn("c:axId"), qn("c:crossAx"))]  # noqa: SLF001 (python-pptx has no public way)
    numbers = {name: str(number) for number, name in enumerate(sorted({place.get("val") for place in places}), 1)}
    for place in places:
        place.set("val", numbers[place.get("val")])


def _name_all(axis: Any) -> None:
    """Let every category be named, however narrow the chart is drawn."""
    last = axis._element.find(qn("c:noMultiLvlLbl"))  # noqa: SLF001 (python-pptx has no public way)
    every = last.makeelement(qn("c:tickLblSkip"), {"val": "1"})
    last.addprevious(every)
