"""One activity -> where each of its values comes from, which candidates lost, and what was merged into it."""

from __future__ import annotations

import argparse
from typing import Any

import pandas as pd
from rich.table import Table

from etl import schema, store, terminal


def run(asked: argparse.Namespace) -> int:
    """Print all that is known of `asked.activity`; 1 where the tables do not have it."""
    frames = store.load(asked.data)
    console = terminal.out()
    found = frames["activities"][frames["activities"]["activity_id"] == asked.activity]
    if found.empty:
        terminal.errors().print(
            f"etl: {asked.activity}: no such activity in {asked.data}. Its names stand in the table of activities."
        )
        return 1
    console.print(_values(found.iloc[0]))
    mentions = frames["mentions"][frames["mentions"]["activity_id"] == asked.activity]
    console.print(_mentions(mentions, frames["merges"]))
    for name in mentions["mention_id"]:
        console.print(_evidence(name, frames["evidence"][frames["evidence"]["mention_id"] == name]))
    return 0


def _values(activity: pd.Series[Any]) -> Table:
    table = Table("Field", "Value", title=f"Activity {activity['activity_id']}", title_justify="left")
    for column in schema.ACTIVITIES:
        table.add_row(column.label, _text(activity[column.name]))
    return table


def _mentions(mentions: pd.DataFrame, merges: pd.DataFrame) -> Table:
    table = Table("Mention", "Document", "Lines", "Place", "Merged because", title="Told in", title_justify="left")
    for row in mentions.to_dict("records"):
        name = row["mention_id"]
        why = merges[(merges["mention_a"] == name) | (merges["mention_b"] == name)]["why"]
        table.add_row(name, row["document"], _lines(row), row["locator"], "; ".join(why.unique()))
    return table


def _evidence(name: str, evidence: pd.DataFrame) -> Table:
    columns = ("Field", "Value", "Stands", "Quote", "Lines", "Rule", "Confidence")
    table = Table(*columns, title=f"Evidence of mention {name}", title_justify="left")
    for row in evidence.sort_values(["field", "chosen"], ascending=[True, False], kind="stable").to_dict("records"):
        stands = "yes" if row["chosen"] else "lost"
        quote, confidence = _text(row["quote"]), f"{row['confidence']:.2f}"
        table.add_row(row["field"], _text(row["value"]), stands, quote, _lines(row), row["rule"], confidence)
    return table


def _lines(row: dict[Any, Any]) -> str:
    return f"{row['line_start']}-{row['line_end']}"


def _text(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(value)
    return "" if pd.isna(value) else str(value)
