"""A map of a briefing -> one named freeform for each territory, an ellipse for each small State; the words under it.

The XML is written directly: python-pptx measures the whole group anew for every shape, which takes seconds.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from xml.sax.saxutils import quoteattr

from lxml import etree

from dashboard.briefing.model import WorldMap
from dashboard.briefing.shapes import HEIGHT, Point, outlines, points
from dashboard.exports.slides.own_template import DRAWING
from dashboard.exports.slides.room import GAP, INCH, Room
from dashboard.exports.slides.text import text_box
from dashboard.figures.dots import dots
from dashboard.figures.theme import colours
from dashboard.labels import label
from dashboard.words import word
from etl.vocabulary import countries

ELLIPSE, SQUARE = (f'<a:prstGeom prst="{name}"><a:avLst/></a:prstGeom>' for name in ("ellipse", "rect"))
NAMES = f'xmlns:a="{DRAWING}" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
LEGEND, WORDS = INCH * 26 // 100, INCH * 85 // 100  # heights
CLOSE = 3000  # EMU: points nearer to each other are one
DOT = INCH * 7 // 100  # across
SWATCH = INCH * 16 // 100
Path = list[tuple[int, int]]  # EMU from the corner of the map


def add_map(slide: Any, room: Room, world: WorldMap, language: str) -> None:
    """Put the map, its legend and its disclaimer into a room."""
    room, words = room.below(WORDS)
    text_box(slide, words, world.notes, (9, 7), quiet=True).name = "Disclaimer"
    room, legend = room.below(LEGEND)
    width = min(room.width, int(room.height / HEIGHT))
    left = room.left + (room.width - width) // 2
    place = Room(left, room.top, width, int(width * HEIGHT))
    first = max(map(int, slide._element.xpath(".//p:cNvPr/@id")), default=1) + 1  # noqa: SLF001
    shapes = [*_territories(place, world, language, first + 1)]
    shapes += _small(place, world, language, first + 1 + len(shapes))
    slide.shapes._spTree.append(etree.fromstring(_group(place, first, world.title, shapes)))  # noqa: SLF001
    _add_legend(slide, legend, world)


def fills(world: WorldMap) -> dict[str, str]:
    """Return the colour of each country, without its #."""
    return {code: shade.colour[1:] for shade in world.shades for code in shade.codes}


def _group(place: Room, number: int, title: str, shapes: Iterable[str]) -> str:
    frame = f'x="{place.left}" y="{place.top}"'
    size = f'cx="{place.width}" cy="{place.height}"'
    return (
        f"<p:grpSp {NAMES}><p:nvGrpSpPr><p:cNvPr id={quoteattr(str(number))} name={quoteattr(title[:100])}/>"
        f"<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off {frame}/><a:ext {size}/>"
        f"<a:chOff {frame}/><a:chExt {size}/></a:xfrm></p:grpSpPr>{''.join(shapes)}</p:grpSp>"
    )


def _territories(place: Room, world: WorldMap, language: str, number: int) -> Iterable[str]:
    colour, known = fills(world), countries()
    grey = colours("light")["undetermined"][1:]
    for outline in outlines():
        rings = [ring for ring in (_thinned(ring, place.width) for ring in outline.rings) if len(ring) > 3]
        if not rings:
            continue
        is_known = outline.code in known
        name = label("country", outline.code, language) if is_known else outline.code
        said = world.said.get(outline.code, name) if is_known else word("briefing_undetermined", language)
        yield _freeform(number, name, said, colour.get(outline.code, grey), rings, place)
        number += 1


def _thinned(ring: Iterable[Point], width: int) -> Path:
    found: Path = []
    for x, y in ring:
        point = int(x * width), int(y * width)
        if not found or abs(point[0] - found[-1][0]) + abs(point[1] - found[-1][1]) > CLOSE:
            found.append(point)
    return found


def _freeform(number: int, name: str, said: str, colour: str, rings: list[Path], place: Room) -> str:
    left, right = min(x for r in rings for x, _ in r), max(x for r in rings for x, _ in r)
    top, bottom = min(y for r in rings for _, y in r), max(y for r in rings for _, y in r)
    wide, high = max(right - left, 1), max(bottom - top, 1)
    path = "".join(_path(ring, left, top) for ring in rings)
    geometry = (
        '<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/>'
        f'<a:pathLst><a:path w="{wide}" h="{high}">{path}</a:path></a:pathLst></a:custGeom>'
    )
    return _shape(number, name, said, colour, geometry, (place.left + left, place.top + top, wide, high))


def _path(ring: Path, left: int, top: int) -> str:
    first, *others = (f'<a:pt x="{x - left}" y="{y - top}"/>' for x, y in ring)
    return f"<a:moveTo>{first}</a:moveTo>" + "".join(f"<a:lnTo>{o}</a:lnTo>" for o in others) + "<a:close/>"


def _small(place: Room, world: WorldMap, language: str, number: int) -> list[str]:
    """Return the dots: those with activities, and every small State."""
    colour, none = fills(world), colours("light")["none"][1:]
    found: list[str] = []
    for code, (x, y) in points().items():
        fill = colour.get(code, none)
        if fill == none and not dots()[code].state:
            continue
        across = DOT if fill != none else DOT * 6 // 10
        box = place.left + int(x * place.width) - across // 2, place.top + int(y * place.width) - across // 2
        name, place_on_slide = label("country", code, language), (*box, across, across)
        said = world.said.get(code, name)
        found.append(_shape(number + len(found), name, said, fill, ELLIPSE, place_on_slide))
    return found


def _shape(number: int, name: str, said: str, colour: str, geometry: str, box: tuple[int, int, int, int]) -> str:
    x, y, wide, high = box
    edge = "FFFFFF" if "custGeom" in geometry else colours("light")["line-strong"][1:]
    return (
        f"<p:sp><p:nvSpPr><p:cNvPr id={quoteattr(str(number))} name={quoteattr(name)} descr={quoteattr(said)}/>"
        f'<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{wide}" cy="{high}"/>'
        f'</a:xfrm>{geometry}<a:solidFill><a:srgbClr val="{colour.upper()}"/></a:solidFill>'
        f'<a:ln w="3175"><a:solidFill><a:srgbClr val="{edge.upper()}"/></a:solidFill><a:round/></a:ln></p:spPr></p:sp>'
    )


def _add_legend(slide: Any, room: Room, world: WorldMap) -> None:
    """Put a swatch and its words for each class, beside each other."""
    number = max(map(int, slide._element.xpath(".//p:cNvPr/@id")), default=1) + 1  # noqa: SLF001
    rooms = room.columns(len(world.shades))
    for i, (place, shade) in enumerate(zip(rooms, world.shades, strict=True)):
        box = place.left, place.top + (place.height - SWATCH) // 2, SWATCH, SWATCH
        shape = _shape(number + i * 2, f"Legend {i + 1}", shade.name, shade.colour[1:], SQUARE, box)
        slide.shapes._spTree.append(etree.fromstring(shape.replace("<p:sp>", f"<p:sp {NAMES}>", 1)))  # noqa: SLF001
        left = place.left + SWATCH + GAP // 3
        words = Room(left, place.top, place.left + place.width - left, place.height)
        text_box(slide, words, [shade.name], (12, 8), middle=True)
