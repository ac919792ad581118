"""data/vocabulary/map_dots.csv -> where small territories stand as dots on a map."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from etl.vocabulary import rows


class Dot(NamedTuple):
    """A point in degrees; `state` says whether it is a State, which has a dot even where there is nothing to show."""

    lon: float
    lat: float
    state: bool


@cache
def dots() -> dict[str, Dot]:
    """Return the dots by alpha-3 code."""
    return {row["code"]: Dot(float(row["lon"]), float(row["lat"]), row["state"] == "true") for row in rows("map_dots")}
