"""npm plotly.js/dist/plotly-geo-assets.js -> assets/topojson/world_110m.json, data/vocabulary/map_dots.csv.

UN boundaries, small enough for a page, and the list of territories too small for a finger, which are drawn as dots.

    npm pack plotly.js@4.1.1 && tar xzf plotly.js-4.1.1.tgz package/dist/plotly-geo-assets.js
    python data/build/map_shapes.py package/dist/plotly-geo-assets.js

The detailed (1:50m) world is taken, because the coarse one lacks 22 UN members, and then
 1. features that share a code become one (else only the first part of Palestine, Spain, Portugal ... is coloured);
 2. the land below them is only what no country's code colours: to draw all coasts twice takes half as long again;
 3. layers that no page draws are emptied, not removed (plotly fails on a missing layer);
 4. each arc is simplified by itself, so that neighbours still share their border and the date line stays stitched.
Plotly asks for a file named world_110m.json at its lowest resolution: hence the name.
"""

from __future__ import annotations

import csv
import json
import re
import sys
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import Any

Point = tuple[float, float]
Arc = list[Point]

ROOT = Path(__file__).parents[2]
NOT_DRAWN = ("coastlines", "ocean", "lakes", "rivers", "subunits")
TOLERANCE = 0.08  # degrees: under a pixel on a world map 1600 pixels wide
SMALLEST_ISLAND = 6  # points that a closed line keeps, so that islands do not become triangles
SMALL = 1.1  # square degrees: about two pixels by two on a map 700 pixels wide; a finger needs a dot there
GRID = 100_000  # steps in each direction that coordinates are rounded to


def read_world(assets: Path, name: str = "world_50m") -> dict[str, Any]:
    """Return the topology `name` out of the JavaScript file, where it stands as an object literal."""
    module = assets.read_text(encoding="utf-8").split(f'"dist/topojson/{name}.json"(exports, module)')[1]
    literal = module.split("module.exports = ", 1)[1]
    quoted = re.sub(r"(?<=[{,] )(\w+):", r'"\1":', literal[: literal.index("\n")].rstrip(";"))
    return dict(json.loads(quoted, parse_float=_number))


def _number(literal: str) -> float | int:
    """Read a number that JavaScript may have shortened (`1e3` for 1000)."""
    value = float(literal)
    return int(value) if value.is_integer() else value


def absolute(topology: dict[str, Any]) -> list[Arc]:
    """Return the arcs in degrees: the file holds whole-number steps from point to point."""
    (scale_x, scale_y), (move_x, move_y) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for steps in topology["arcs"]:
        x = y = 0
        arc = []
        for step_x, step_y in steps:
            x, y = x + step_x, y + step_y
            arc.append((x * scale_x + move_x, y * scale_y + move_y))
        arcs.append(arc)
    return arcs


def one_feature_a_code(geometries: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Unite the polygons of features that share an id."""
    features: dict[str, dict[str, Any]] = {}
    for geometry in geometries:
        empty = {"type": "MultiPolygon", "id": geometry["id"], "properties": geometry["properties"], "arcs": []}
        feature = features.setdefault(geometry["id"], empty)
        feature["arcs"] += [geometry["arcs"]] if geometry["type"] == "Polygon" else geometry["arcs"]
    return list(features.values())


def keep_used(objects: dict[str, Any], arcs: list[Arc]) -> list[Arc]:
    """Give the arcs in use new numbers, in place in the geometries, and return them in that order."""
    number: dict[int, int] = {}

    def renumber(part: Any) -> Any:
        if isinstance(part, list):
            return [renumber(member) for member in part]
        forward = part if part >= 0 else ~part
        new = number.setdefault(forward, len(number))
        return new if part >= 0 else ~new

    for collection in objects.values():
        for geometry in collection["geometries"]:
            geometry["arcs"] = renumber(geometry["arcs"])
    return [arcs[old] for old in number]


def simplify(arc: Arc, tolerance: float = TOLERANCE) -> Arc:
    """Drop points nearer than `tolerance` degrees to the line that remains; a small island keeps its shape."""
    closed = arc[0] == arc[-1]
    simple = _douglas_peucker(arc, tolerance)
    while closed and len(simple) < min(SMALLEST_ISLAND, len(arc)) and tolerance > 0.001:
        tolerance /= 2
        simple = _douglas_peucker(arc, tolerance)
    return simple if len(simple) >= 4 or not closed else arc


def _douglas_peucker(arc: Arc, tolerance: float) -> Arc:
    keep = {0, len(arc) - 1}
    spans = [(0, len(arc) - 1)]
    while spans:
        first, last = spans.pop()
        far = max(range(first + 1, last), key=lambda i: _distance(arc[i], arc[first], arc[last]), default=None)
        if far is not None and _distance(arc[far], arc[first], arc[last]) > tolerance:
            keep.add(far)
            spans += [(first, far), (far, last)]
    return [arc[i] for i in sorted(keep)]


def _distance(point: Point, start: Point, end: Point) -> float:
    """Distance of a point from a line between two others, in degrees."""
    x, y = point[0] - start[0], point[1] - start[1]
    along_x, along_y = end[0] - start[0], end[1] - start[1]
    length = along_x**2 + along_y**2
    share = max(0.0, min(1.0, (x * along_x + y * along_y) / length)) if length else 0.0
    return float(((x - share * along_x) ** 2 + (y - share * along_y) ** 2) ** 0.5)


def steps(arc: Arc) -> list[list[int]]:
    """Degrees -> steps on a grid that covers the world, points that fall together taken once."""
    grid = [(round((x + 180) / 360 * GRID), round((y + 90) / 180 * GRID)) for x, y in arc]
    inner = [point for before, point in zip(grid, grid[1:-1], strict=False) if point != before]
    points = [grid[0], *inner, grid[-1]]
    moves = [[x - a, y - b] for (a, b), (x, y) in zip(points, points[1:], strict=False)]
    return [list(points[0]), *moves]


def layer(geometries: list[dict[str, Any]]) -> dict[str, Any]:
    """Put features into a layer of their own."""
    return {"type": "GeometryCollection", "geometries": [dict(geometry) for geometry in geometries]}


def build(world: dict[str, Any], codes: Collection[str], tolerance: float = TOLERANCE) -> dict[str, Any]:
    """Turn plotly's world into ours; `codes` are those of the countries that maps colour."""
    features = one_feature_a_code(world["objects"]["countries"]["geometries"])
    objects = {"countries": layer(features), "land": layer([one for one in features if one["id"] not in codes])}
    arcs = [simplify(arc, tolerance) for arc in keep_used(objects, absolute(world))]
    objects |= {name: layer([]) for name in NOT_DRAWN}
    transform = {"scale": [360 / GRID, 180 / GRID], "translate": [-180, -90]}
    return {"type": "Topology", "transform": transform, "objects": objects, "arcs": [steps(arc) for arc in arcs]}


def areas(topology: dict[str, Any]) -> dict[str, float]:
    """Return the size of the largest part of each territory, in square degrees."""
    arcs = absolute(topology)

    def size(ring: list[int]) -> float:
        points = [point for i in ring for point in (arcs[i] if i >= 0 else arcs[~i][::-1])]
        return abs(sum(a * d - b * c for (a, b), (c, d) in zip(points, points[1:] + points[:1], strict=True))) / 2

    features = topology["objects"]["countries"]["geometries"]
    return {feature["id"]: max(size(polygon[0]) for polygon in feature["arcs"]) for feature in features}


def dots(topology: dict[str, Any], countries: Iterable[dict[str, str]]) -> list[tuple[str, str, str, str]]:
    """Return code, longitude, latitude and whether it is a State, of all that are too small or not in the shapes."""
    sizes = areas(topology)
    small = (row for row in countries if sizes.get(row["code"], 0) < SMALL)
    return [(row["code"], row["lon"], row["lat"], row["state"]) for row in small]


def main(source: Path) -> None:
    """Write both files."""
    with (ROOT / "data/vocabulary/countries.csv").open(encoding="utf-8", newline="") as file:
        countries = list(csv.DictReader(file))
    topology = build(read_world(source), {row["code"] for row in countries})
    shapes = ROOT / "assets/topojson/world_110m.json"
    shapes.write_text(json.dumps(topology, separators=(",", ":")), encoding="utf-8")
    rows = dots(topology, countries)
    with (ROOT / "data/vocabulary/map_dots.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([("code", "lon", "lat", "state"), *rows])


if __name__ == "__main__":
    main(Path(sys.argv[1]))
