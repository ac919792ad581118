"""Our own calm template, made by code: white, 16:9, one teal stripe, titles at the left."""

from __future__ import annotations

from typing import Any

from lxml import etree
from pptx import Presentation
from pptx.enum.text import MSO_ANCHOR
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.util import Inches

from dashboard.exports.slides.room import Room, title_of
from dashboard.figures.theme import SERIES, colours

WIDTH, HEIGHT = Inches(13.333), Inches(7.5)
TITLE = Room(Inches(0.55), Inches(0.36), Inches(12.23), Inches(0.8))
COVER_TITLE = Room(Inches(0.9), Inches(1.5), Inches(11.4), Inches(1.7))
COVER_SUBTITLE = Room(Inches(0.9), Inches(3.35), Inches(11.4), Inches(0.9))
TITLE_SIZE, COVER_SIZE, SUBTITLE_SIZE = 28, 40, 20  # points
STRIPE, BAND = Inches(0.12), Inches(0.42)  # above every page, and at the left of the cover
KEPT = ("Title Slide", "Title and Content", "Title Only", "Blank")  # layouts of python-pptx's plain file
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
NAMES = f'xmlns:a="{DRAWING}" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'


def own_template() -> Any:
    """Return a presentation without slides."""
    presentation = Presentation()
    ratio = WIDTH / presentation.slide_width
    presentation.slide_width, presentation.slide_height = WIDTH, HEIGHT
    for layout in list(presentation.slide_layouts):
        if layout.name not in KEPT:
            presentation.slide_layouts.remove(layout)
    for sheet in (*presentation.slide_layouts, presentation.slide_master):  # layouts first: they inherit places
        for shape in sheet.placeholders:
            _place(shape, Room(int(shape.left * ratio), shape.top, int(shape.width * ratio), shape.height))
        _style(sheet)
    _put_stripe(presentation.slide_master, WIDTH, STRIPE)
    _put_stripe(presentation.slide_layouts[0], BAND, HEIGHT)
    _colour(presentation.slide_master)
    return presentation


def _style(sheet: Any) -> None:
    """Place and style the titles of a master or a layout."""
    title, is_cover = title_of(sheet), sheet.name == "Title Slide"
    if title is None:
        return
    _place(title, COVER_TITLE if is_cover else TITLE)
    _letter(title, COVER_SIZE if is_cover else TITLE_SIZE, bold=True)
    title.text_frame.vertical_anchor = MSO_ANCHOR.BOTTOM if is_cover else MSO_ANCHOR.MIDDLE
    if is_cover:
        _place(sheet.placeholders[1], COVER_SUBTITLE)
        _letter(sheet.placeholders[1], SUBTITLE_SIZE, bold=False)


def _place(shape: Any, room: Room) -> None:
    shape.left, shape.top, shape.width, shape.height = room.left, room.top, room.width, room.height


def _letter(shape: Any, size: int, *, bold: bool) -> None:
    """Write the list style of a placeholder: slides inherit alignment and size from there."""
    frame = shape.text_frame
    frame.margin_left = frame.margin_right = 0
    style = frame._txBody.find(f"{{{DRAWING}}}lstStyle")  # noqa: SLF001
    for child in list(style):
        style.remove(child)
    style.append(
        etree.fromstring(
            f'<a:lvl1pPr {NAMES} algn="l" marL="0" indent="0"><a:buNone/><a:defRPr sz="{size * 100}" b="{int(bold)}">'
            '<a:solidFill><a:schemeClr val="tx1"/></a:solidFill></a:defRPr></a:lvl1pPr>'
        )
    )


def _put_stripe(sheet: Any, width: int, height: int) -> None:
    sheet.shapes._spTree.insert(  # noqa: SLF001
        2,
        etree.fromstring(
            f'<p:sp {NAMES}><p:nvSpPr><p:cNvPr id="90" name="Stripe"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr>'
            f'<p:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:schemeClr val="accent1"/></a:solidFill>'
            "<a:ln><a:noFill/></a:ln></p:spPr></p:sp>"
        ),
    )


def _colour(master: Any) -> None:
    """Put our colours into the theme: text, and the six that charts and tables take."""
    theme = master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    tree, colour = etree.fromstring(theme.blob), colours("light")
    ours = {f"accent{n}": colour[name] for n, name in enumerate(SERIES[:6], 1)} | {"dk1": colour["ink"]}
    for name, value in ours.items():
        entry = tree.find(f".//{{{DRAWING}}}{name}")
        for child in list(entry):
            entry.remove(child)
        etree.SubElement(entry, f"{{{DRAWING}}}srgbClr", val=value[1:].upper())
    theme._blob = etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)  # noqa: SLF001
