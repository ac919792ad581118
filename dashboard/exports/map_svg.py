"""A map of a briefing -> an SVG picture with a named shape for each territory."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape

from dashboard.briefing.model import WorldMap
from dashboard.briefing.shapes import HEIGHT, Point, outlines, points
from dashboard.figures.dots import dots
from dashboard.figures.theme import colours

WIDTH = 1000  # units of the picture; a tenth of one is the finest step
RADIUS, SMALL_RADIUS = 3.0, 1.8


def map_svg(world: WorldMap) -> str:
    """Return the picture; its legend and disclaimer stand beside it as text."""
    size = f'viewBox="0 0 {WIDTH} {HEIGHT * WIDTH:.0f}" width="{WIDTH}" height="{HEIGHT * WIDTH:.0f}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{"".join([*_territories(world), *_small(world)])}</svg>'


def fills(world: WorldMap) -> dict[str, str]:
    """Return the colour of each country."""
    return {code: shade.colour for shade in world.shades for code in shade.codes}


def _territories(world: WorldMap) -> Iterator[str]:
    colour, grey = fills(world), colours("light")["undetermined"]
    for outline in outlines():
        path = "".join(map(_path, outline.rings))
        fill = colour.get(outline.code, grey)
        yield f'<path d="{path}" fill="{fill}" stroke="#fff" stroke-width="0.4">{_title(world, outline.code)}</path>'


def _path(ring: Iterable[Point]) -> str:
    return "M" + "L".join(f"{x * WIDTH:.1f} {y * WIDTH:.1f}" for x, y in ring) + "Z"


def _small(world: WorldMap) -> Iterator[str]:
    """Yield the dots: those with activities, and every small State."""
    colour, none, edge = fills(world), colours("light")["none"], colours("light")["line-strong"]
    for code, (x, y) in points().items():
        fill = colour.get(code, none)
        if fill != none or dots()[code].state:
            place = f'cx="{x * WIDTH:.1f}" cy="{y * WIDTH:.1f}" r="{RADIUS if fill != none else SMALL_RADIUS}"'
            yield f'<circle {place} fill="{fill}" stroke="{edge}" stroke-width="0.4">{_title(world, code)}</circle>'


def _title(world: WorldMap, code: str) -> str:
    return f"<title>{escape(world.said[code])}</title>" if code in world.said else ""
