"""The name of a format -> what makes its bytes of records."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from dashboard.briefing.clean import clean
from dashboard.exports.exchange.iati import iati
from dashboard.exports.exchange.plain import data_package, geojson, hxl, json_lines, parquet

FORMATS: dict[str, Callable[[Sequence[Any]], bytes]] = {
    "iati": iati,
    "hxl": hxl,
    "geojson": geojson,
    "parquet": parquet,
    "jsonl": json_lines,
}
NAMES = (*FORMATS, "datapackage")


def made(name: str, records: Sequence[Any], note: str = "") -> bytes:
    """Return the file of a format; `note` says which records they are, where a format has a place for it."""
    records = clean(list(records))
    if name == "datapackage":
        return data_package(records, note, "")
    return FORMATS[name](records)
