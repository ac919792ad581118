"""A folder of tables -> its checks as a table on the terminal."""

from __future__ import annotations

import argparse

from rich.table import Table

from etl import checks, store, terminal


def run(asked: argparse.Namespace) -> int:
    """Print every check of `asked.data`; 1 where one that must hold does not, else 0."""
    made = checks.check(store.load(asked.data), store.about(asked.data))
    table = Table("Check", "What must hold", "Result", "Where it does not, and what to do")
    for check in made:
        result = "holds" if check.passed else "FAILS" if check.required else "look"
        table.add_row(check.name, check.what, result, check.message)
    terminal.out().print(table)
    return int(any(check.required and not check.passed for check in made))
