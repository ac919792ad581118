"""Regions -> the part of the world that a map shows: all their countries with some room around, or the whole world."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache

from etl.vocabulary import countries, regions_of

CENTRE = 11  # degrees east: the map is cut through the Bering Strait, so that the Pacific islands stay together
SOUTH, NORTH = -56, 80  # degrees: without Antarctica
ROOM_LON, ROOM_LAT = 14, 11  # degrees around the middles of the countries, so that large ones are whole
SHAPE = 2.2  # width of a card by its height
WIDEST = 200  # degrees; what is wider is the whole world

Axes = dict[str, object]


def window(regions: Collection[str]) -> Axes:
    """Return projection and axes of the map; no regions, or regions all around the world, show the world."""
    box = box_of(tuple(sorted(regions)))
    if box is None or box[1] - box[0] > WIDEST:
        return {
            "projection": {"type": "natural earth", "rotation": {"lon": CENTRE}},
            "lataxis": {"range": [SOUTH, NORTH]},
            "uirevision": "world",
        }
    west, east, south, north = widened(*box)
    return {
        "projection": {"type": "natural earth", "rotation": {"lon": (west + east) / 2}},
        "lonaxis": {"range": [west, east]},
        "lataxis": {"range": [south, north]},
        "uirevision": ",".join(sorted(regions)),  # a zoom by hand ends where another region begins
    }


def widened(west: float, east: float, south: float, north: float) -> tuple[float, float, float, float]:
    """Give a box the shape of a card, so that its neighbours fill the room beside it."""
    more = max((north - south) * SHAPE - (east - west), 0) / 2
    return west - more, east + more, south, north


@cache
def box_of(regions: tuple[str, ...]) -> tuple[float, float, float, float] | None:
    """Return west, east, south and north of regions; east may be above 180 where they lie across that line."""
    points = [
        (unrolled(float(row["lon"])), float(row["lat"]))
        for code, row in countries().items()
        if set(regions_of(code)) & set(regions) and row["state"] == "true" and row["lon"]
    ]
    if not points:
        return None
    lons, lats = zip(*points, strict=True)
    south, north = max(min(lats) - ROOM_LAT, SOUTH), min(max(lats) + ROOM_LAT, NORTH)
    return min(lons) - ROOM_LON, max(lons) + ROOM_LON, south, north


def unrolled(lon: float) -> float:
    """Return a longitude counted eastwards from where the map is cut."""
    return lon + 360 if lon < CENTRE - 180 else lon
