"""A presentation -> one SVG a slide, drawn from the shapes of the slide, its layout and its master."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Iterator
from typing import Any

from dashboard.exports.slides.drawn.chart import chart_of
from dashboard.exports.slides.drawn.colour import A, Theme, colour_in, font_of, theme_of
from dashboard.exports.slides.drawn.words import INSET_X, Box, words_of
from dashboard.exports.slides.room import POINT
from dashboard.exports.slides.tables import PADDING_X

P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
SPARED = INSET_X - PADDING_X  # points: a cell keeps less from its edges than other shapes
# Fonts as wide as those that Office puts in the place of a missing one; the master's own comes first.
FONTS = "Calibri, Carlito, 'Liberation Sans', Arial, Helvetica, sans-serif"


def drawn(presentation: Any) -> Iterator[str]:
    """Yield the picture of each slide."""
    theme = theme_of(presentation)
    fonts = f"'{font_of(presentation)}', {FONTS}"
    wide, high = presentation.slide_width / POINT, presentation.slide_height / POINT
    for number, slide in enumerate(presentation.slides, 1):
        layout = slide.slide_layout
        below = [s for sheet in (layout.slide_master, layout) for s in sheet.shapes if not s.is_placeholder]
        shapes = "".join(_shape(shape, theme, number) for shape in [*below, *slide.shapes])
        yield (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide:g} {high:g}" font-family="{fonts}"'
            f' fill="#{theme["dk1"]}"><rect width="100%" height="100%" fill="{_ground(layout, theme)}"/>{shapes}</svg>'
        )


def _ground(layout: Any, theme: Theme) -> str:
    """Return the colour of the background, as far as it is plain."""
    found = (sheet.element.find(f"{P}cSld/{P}bg/{P}bgPr") for sheet in (layout, layout.slide_master))
    return next(filter(None, (colour_in(one, theme) for one in found if one is not None)), f"#{theme['lt1']}")


def _shape(shape: Any, theme: Theme, number: int) -> str:
    if shape.width is None or shape.left is None:
        return ""
    box = (shape.left / POINT, shape.top / POINT, shape.width / POINT, shape.height / POINT)
    if getattr(shape, "has_chart", False):
        return chart_of(shape.chart, box, theme)
    if getattr(shape, "has_table", False):
        return "".join(_table(shape.table, box, theme))
    if shape._element.tag == f"{P}grpSp":  # noqa: SLF001 (python-pptx would measure every shape anew)
        return "".join(_part(part, theme) for part in shape._element.iterfind(f"{P}sp"))  # noqa: SLF001
    if shape._element.tag == f"{P}pic":  # noqa: SLF001
        return _picture(shape, box)
    words = words_of(shape.text_frame._txBody, box, _styles(shape), theme, number) if shape.has_text_frame else ""  # noqa: SLF001
    return _part(shape._element, theme) + words  # noqa: SLF001


def _part(element: Any, theme: Theme) -> str:
    """Return the outline of a shape: a freeform, an ellipse or a box; "" without a fill."""
    properties = element.find(f"{P}spPr")
    place, fill = properties.find(f"{A}xfrm"), colour_in(properties, theme)
    if place is None or not fill:
        return ""
    x, y = (int(place.find(f"{A}off").get(name)) / POINT for name in "xy")
    wide, high = (int(place.find(f"{A}ext").get(name)) / POINT for name in ("cx", "cy"))
    edge = colour_in(properties.find(f"{A}ln"), theme)
    paint = f'fill="{fill}"' + (f' stroke="{edge}" stroke-width="0.3"' if edge else "")
    if properties.find(f"{A}custGeom") is not None:
        return f'<path d="{"".join(_steps(properties, x, y))}" {paint}/>'
    if properties.find(f"{A}prstGeom").get("prst") == "ellipse":
        return f'<circle cx="{x + wide / 2:.1f}" cy="{y + high / 2:.1f}" r="{wide / 2:.1f}" {paint}/>'
    return f'<rect x="{x:.1f}" y="{y:.1f}" width="{wide:.1f}" height="{high:.1f}" {paint}/>'


def _steps(properties: Any, left: float, top: float) -> Iterator[str]:
    for step in properties.iterfind(f".//{A}path/*"):
        if step.tag == f"{A}close":
            yield "Z"
        for point in step.iterfind(f"{A}pt"):
            letter = "M" if step.tag == f"{A}moveTo" else "L"
            yield f"{letter}{left + int(point.get('x')) / POINT:.1f} {top + int(point.get('y')) / POINT:.1f}"


def _table(table: Any, box: Box, theme: Theme) -> Iterable[str]:
    y = box[1]
    for row in table.rows:
        x, high = box[0], row.height / POINT
        for cell, column in zip(row.cells, table.columns, strict=True):
            wide = column.width / POINT
            body, line = cell._tc.txBody, cell._tc.find(f"{A}tcPr/{A}lnB")  # noqa: SLF001
            yield words_of(body, (x - SPARED, y, wide + 2 * SPARED, high), [], theme, 0, "ctr")
            if line is not None:
                width = int(line.get("w")) / POINT
                paint = f'stroke="{colour_in(line, theme)}" stroke-width="{width:g}"'
                yield f'<path d="M{x:.1f} {y + high:.1f}h{wide:.1f}" {paint}/>'
            x += wide
        y += high


def _picture(shape: Any, box: Box) -> str:
    content = f"data:{shape.image.content_type};base64,{b64encode(shape.image.blob).decode()}"
    x, y, wide, high = box
    return f'<image x="{x:.1f}" y="{y:.1f}" width="{wide:.1f}" height="{high:.1f}" href="{content}"/>'


def _styles(shape: Any) -> list[Any]:
    """Return what the text of a placeholder inherits from, nearest first: layout, master, the master's own style."""
    if not shape.is_placeholder:
        return []
    found, number = [], shape.placeholder_format.idx
    layout = shape.part.slide_layout
    for place in layout.placeholders:
        if place.placeholder_format.idx == number:
            found.append(place.text_frame._txBody)  # noqa: SLF001
            kind = place.placeholder_format.type
            same = [p for p in layout.slide_master.placeholders if p.placeholder_format.type == kind]
            found += [p.text_frame._txBody for p in same]  # noqa: SLF001
    styles = layout.slide_master.element.find(f"{P}txStyles")
    if styles is not None:
        found.append(styles.find(f"{P}titleStyle" if number == 0 else f"{P}bodyStyle"))
    return found
