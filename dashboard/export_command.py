"""`python -m dashboard export`: writes the records that pass the filters in a format that others exchange."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from dashboard import queries
from dashboard.exports.exchange.formats import NAMES, made
from dashboard.exports.exchange.iati import left_out
from dashboard.source import Source
from etl.store import CannotStore

DONE, FAILED = 0, 1


def export(arguments: Sequence[str]) -> int:
    """Write the file; return 0, or 1 with what is wrong on the standard error."""
    asked = _parser().parse_args(arguments)
    try:
        if not asked.data.is_dir():
            raise CannotStore(
                f"{asked.data}: there is no such folder. Make it: python -m etl run ... --out {asked.data}"
            )
        state = Source(asked.data).state(asked.query)
        records = list(queries.all_records(state.data, state.filters))
        content = made(asked.format, records, f"Filters: {asked.query or 'none'}")
        if asked.format == "iati" and (undated := left_out(records)):
            print(f"dashboard: {undated} records without any date have no place in IATI", file=sys.stderr)
        asked.out.write_bytes(content)
    except (CannotStore, OSError) as error:
        print(f"dashboard: {error}", file=sys.stderr)
        return FAILED
    print(f"{asked.out} ({len(content):,} bytes)")
    return DONE


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
