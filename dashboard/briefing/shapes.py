"""assets/topojson -> the outlines of every territory, projected once for the maps of all files."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from dashboard.figures.dots import dots

FILE = Path(__file__).parents[2] / "assets" / "topojson" / "world_110m.json"
ANTARCTICA = "ATA"
CENTRE = 11.0  # degrees east, as on screen: the map is cut through the Bering Strait
SOUTH, NORTH = -56.0, 80.0  # degrees
# Robinson's table: x and y of every fifth parallel, 0 to 90 degrees.
ROBINSON = (
    (1.0, 0.0), (0.9986, 0.062), (0.9954, 0.124), (0.99, 0.186), (0.9822, 0.248), (0.973, 0.31), (0.96, 0.372),
    (0.9427, 0.434), (0.9216, 0.4958), (0.8962, 0.5571), (0.8679, 0.6176), (0.835, 0.6769), (0.7986, 0.7346),
    (0.7597, 0.7903), (0.7186, 0.8435), (0.6732, 0.8936), (0.6213, 0.9394), (0.5722, 0.9761), (0.5322, 1.0),
)  # fmt: skip
Point = tuple[float, float]
Ring = list[Point]


@dataclass(frozen=True, slots=True)
class Outline:
    """One territory: its code on the map (those of disputed areas begin with X) and its rings.

    x runs from 0 (west) to 1 (east); y from 0 (north) downwards, in the same unit.
    """

    code: str
    rings: tuple[tuple[Point, ...], ...]


def project(lon: float, lat: float) -> Point:
    """Return x and y of a point in degrees, with `lon` counted from the centre of the map."""
    fifth = min(abs(lat), 90.0) / 5
    i = min(int(fifth), 17)
    x, y = (a + (b - a) * (fifth - i) for a, b in zip(ROBINSON[i], ROBINSON[i + 1], strict=True))
    return 0.5 + x * lon / 360, (_TOP - math.copysign(y, lat)) * _UNIT


_UNIT = 1.3523 / (2 * math.pi * 0.8487)  # Robinson's y for a map that is 1 wide
_TOP = ROBINSON[16][1]  # y of 80 degrees north
HEIGHT = project(0, SOUTH)[1]  # of a map that is 1 wide


@cache
def outlines() -> tuple[Outline, ...]:
    """Return all territories of the map file but Antarctica, in its order."""
    world = json.loads(FILE.read_text(encoding="utf-8"))
    arcs = [_degrees(arc, world["transform"]) for arc in world["arcs"]]
    found = []
    for shape in world["objects"]["countries"]["geometries"]:
        rings = [ring for polygon in _polygons(shape) for part in polygon for ring in _rings(part, arcs)]
        if shape["id"] != ANTARCTICA and rings:
            found.append(Outline(shape["id"], tuple(tuple(project(*point) for point in ring) for ring in rings)))
    return tuple(found)


@cache
def points() -> dict[str, Point]:
    """Return where the dots of small territories stand."""
    return {code: project(_from_centre(dot.lon), dot.lat) for code, dot in dots().items()}


def _degrees(arc: list[list[int]], transform: dict[str, Any]) -> Ring:
    x = y = 0
    found = []
    for dx, dy in arc:
        x, y = x + dx, y + dy
        lon = x * transform["scale"][0] + transform["translate"][0]
        found.append((lon, y * transform["scale"][1] + transform["translate"][1]))
    return found


def _polygons(shape: dict[str, Any]) -> list[list[list[int]]]:
    arcs: list[Any] = shape.get("arcs", [])
    return arcs if shape["type"] == "MultiPolygon" else [arcs]


def _rings(part: list[int], arcs: list[Ring]) -> list[Ring]:
    """Join the arcs of a ring, and cut it where it crosses the edge of the map."""
    ring: Ring = []
    for number in part:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        ring += arc if not ring else arc[1:]
    return _cut(_unrolled(ring))


def _from_centre(lon: float) -> float:
    return (lon - CENTRE + 180) % 360 - 180


def _unrolled(ring: Ring) -> Ring:
    """Count longitudes from the centre, without jumps over the edge of the map; keep latitudes on it."""
    found = [(_from_centre(ring[0][0]), ring[0][1])]
    for (before, _), (lon, lat) in pairwise(ring):
        step = (lon - before + 180) % 360 - 180
        found.append((found[-1][0] + step, lat))
    return [(lon, min(max(lat, SOUTH), NORTH)) for lon, lat in found]


def _cut(ring: Ring) -> list[Ring]:
    """Return the parts of a ring on the map and those that go over its edges, moved to the other side."""
    found = []
    for turn in (-360.0, 0.0, 360.0):
        moved = [(lon + turn, lat) for lon, lat in ring]
        inside = _clip(_clip(moved, -180.0, 1.0), 180.0, -1.0)
        if len(inside) > 3:
            found.append(inside)
    return found


def _clip(ring: Ring, edge: float, side: float) -> Ring:
    """Keep what lies on one side of a meridian."""
    found = []
    for (x1, y1), (x2, y2) in zip(ring, ring[1:] + ring[:1], strict=True):
        if (x1 - edge) * side >= 0:
            found.append((x1, y1))
        if ((x1 - edge) * side >= 0) != ((x2 - edge) * side >= 0):
            found.append((edge, y1 + (y2 - y1) * (edge - x1) / (x2 - x1)))
    return found
