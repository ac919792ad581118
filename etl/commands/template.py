"""`python -m etl template FILE` -> an empty workbook for field offices, and a word on what to do with it."""

from __future__ import annotations

import argparse

from xlsxwriter.exceptions import FileCreateError

from etl import terminal
from etl.rows import template


def run(asked: argparse.Namespace) -> int:
    """Write the template to `asked.file`; 1 where that cannot be done, else 0."""
    try:
        template.write(asked.file)
    except (OSError, FileCreateError) as error:
        terminal.errors().print(f"etl: {asked.file}: cannot be written ({error}). Choose another place.")
        return 1
    terminal.out().print(f"Written to {asked.file}. Filled in, it is read like any other document: python -m etl run")
    return 0
