"""Whole small texts of our own -> the activities that are read in them: how many, kind, days, people, sums."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import pytest

from etl.mentions import mentions
from etl.read.documents import documents
from etl.read.file import File
from etl.split import shapes

CASES = Path(__file__).parents[1] / "cases" / "readings.csv"
NEW_LINE, BLANK_LINE = "/", "//"


def cases() -> list[dict[str, str]]:
    with CASES.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def as_words(row: dict[str, Any]) -> str:
    """Return a row as the table of cases writes it: kind, first and last day, people, and whether it is a sum."""
    told = [str(row[name]) if row[name] is not None else "-" for name in ("date", "end_date", "participants")]
    basis = [row["date_basis"]] if row["date_basis"] in ("published", "inferred") else []
    return " ".join([row["kind"], *told, *basis, *["sum"] * row["aggregate"]])


@pytest.mark.parametrize("case", cases(), ids=lambda case: case["why"])
def test_the_activities_of_a_text(case: dict[str, str]) -> None:
    text = case["text"].replace(f" {BLANK_LINE} ", "\n\n").replace(f" {NEW_LINE} ", "\n")
    document = next(iter(documents(File("a.txt", data=text.encode()))))
    read = [as_words(m.row) for m in mentions(document, shapes.split(document))]
    assert read == [row.strip() for row in case["activities"].split("|") if row.strip()]
