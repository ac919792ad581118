"""Records -> JSON Lines, Parquet, GeoJSON, CSV with HXL tags, a data package: for other people's programs."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

import pandas as pd
import pyarrow.parquet as pq

from dashboard.exports.csv_with_schema import table_schema
from dashboard.exports.records_csv import COLUMNS, records_csv, safe, titled
from dashboard.exports.reproducible import reproducible
from etl import schema, vocabulary

# The words of the Humanitarian Exchange Language for our columns; those it has none for are metadata.
TAGS = {
    "activity_id": "#activity+code", "title": "#activity+name", "date": "#date+start", "end_date": "#date+end",
    "kind": "#activity+type+code", "areas": "#sector+list", "topics": "#subsector+list",
    "programme": "#activity+programme+list", "country": "#country+code+list", "region": "#region+code+list",
    "region_text": "#region+name+list", "host_country": "#country+host+code", "mode": "#modality+mode",
    "audience": "#targeted+list", "donors": "#org+funder+list", "partners": "#org+partner+list",
    "participants": "#reached+ind", "trained": "#reached+trained", "women": "#reached+f", "men": "#reached+m",
    "organisation": "#org+lead", "level": "#meta+level",
}  # fmt: skip
Record = Mapping[str, Any]


def json_lines(records: Iterable[Record]) -> bytes:
    """Return one JSON object a line; dates as ISO 8601."""
    return b"".join(json.dumps(_plain(r), ensure_ascii=False).encode() + b"\n" for r in records)


def parquet(records: Iterable[Record]) -> bytes:
    """Return a Parquet file with the types of the schema."""
    frame = pd.DataFrame([titled(r) for r in records], columns=list(COLUMNS), dtype=object)
    file = io.BytesIO()
    pq.write_table(schema.to_arrow(frame, "activities"), file, compression="zstd")
    return file.getvalue()


def geojson(records: Iterable[Record]) -> bytes:
    """Return a feature a record: a point for each country that was assisted (its capital), or no geometry."""
    features = [{"type": "Feature", "geometry": _points(r), "properties": _plain(r)} for r in records]
    return json.dumps({"type": "FeatureCollection", "features": features}, ensure_ascii=False).encode()


def hxl(records: Iterable[Record]) -> bytes:
    """Return CSV with a row of headings and one of HXL tags."""
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerow(column.label for column in schema.ACTIVITIES)
    writer.writerow(TAGS.get(name, f"#meta+{name.replace('_', '')}") for name in COLUMNS)
    writer.writerows([safe(titled(record).get(name)) for name in COLUMNS] for record in records)
    return file.getvalue().encode()


def data_package(records: Iterable[Record], note: str, day: str) -> bytes:
    """Return a zip of a CSV file and datapackage.json, which says what each column is in the schema's words."""
    resource = {
        "name": "activities", "path": "activities.csv", "profile": "tabular-data-resource", "format": "csv",
        "mediatype": "text/csv", "encoding": "utf-8", "schema": table_schema(),
    }  # fmt: skip
    package = {"name": "activities", "profile": "tabular-data-package", "description": note, "resources": [resource]}
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as written:
        written.writestr("activities.csv", records_csv(records, note))
        written.writestr("datapackage.json", json.dumps(package, indent=1, ensure_ascii=False))
    return reproducible(file.getvalue(), day)


def _plain(record: Record) -> dict[str, Any]:
    shown = titled(record)
    return {name: value.isoformat() if isinstance(value := shown[name], date) else value for name in COLUMNS}


def _points(record: Record) -> dict[str, Any] | None:
    rows = [vocabulary.countries()[code] for code in record["country"] or ()]
    points = [[float(row["lon"]), float(row["lat"])] for row in rows if row["lon"] and row["lat"]]
    return {"type": "MultiPoint", "coordinates": points} if points else None
