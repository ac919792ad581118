"""`python -m dashboard export`: writes the records that pass the filters in a format that others exchange."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from dashboard import queries
from dashboard.exports.exchange.iati import iati
from dashboard.exports.exchange.plain import data_package, geojson, hxl, json_lines, parquet
from dashboard.source import Source
from etl.store import CannotStore

DONE, FAILED = 0, 1
FORMATS: dict[str, Callable[[Sequence[Any]], bytes]] = {
    "jsonl": json_lines,
    "parquet": parquet,
    "geojson": geojson,
    "hxl": hxl,
}
NAMES = ("iati", *FORMATS, "datapackage")


def export(arguments: Sequence[str]) -> int:
    """Write the file; return 0, or 1 with what is wrong on the standard error."""
    asked = _parser().parse_args(arguments)
    try:
        if not asked.data.is_dir():
            raise CannotStore(
                f"{asked.data}: there is no such folder. Make it: python -m etl run ... --out {asked.data}"
            )
        state = Source(asked.data).state(asked.query)
        content = made(asked.format, list(queries.all_records(state.data, state.filters)), asked.query)
        asked.out.write_bytes(content)
    except (CannotStore, OSError) as error:
        print(f"dashboard: {error}", file=sys.stderr)
        return FAILED
    print(f"{asked.out} ({len(content):,} bytes)")
    return DONE


def made(name: str, records: Sequence[Any], query: str = "") -> bytes:
    """Return the file of a format; says on the standard error what the format has no place for."""
    if name == "iati":
        content, left_out = iati(records)
        if left_out:
            print(f"dashboard: {left_out} records without any date have no place in IATI", file=sys.stderr)
        return content
    if name == "datapackage":
        return data_package(records, f"Filters: {query or 'none'}", "")
    return FORMATS[name](records)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m dashboard export", description="Writes records for others' programs."
    )
    parser.add_argument(
        "--data", type=Path, required=True, metavar="DIR", help="an output folder of the ETL, or a register"
    )
    parser.add_argument("--out", type=Path, required=True, metavar="FILE", help="the file to write")
    parser.add_argument("--format", choices=NAMES, required=True)
    parser.add_argument("--query", default="", help='the filters, as in the address: "region=011&from=2016"')
    return parser
