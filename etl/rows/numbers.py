"""A cell that counts people, as a number or as people write it ("25+", "ca. 1 200") -> a number and how exact it is."""

from __future__ import annotations

import re
from typing import Any

from etl import vocabulary
from etl.numbers import numbers
from etl.rows.dates import FIGURES

MOST = 1_000_000  # people in one activity; more is an amount of money, or an error
MARKS = (
    (re.compile(r"\d\s*\+|[>≥]"), "at_least"),
    (re.compile(r"[<≤]"), "at_most"),
    (re.compile(r"[~≈]|\b(?:ca|c|approx|aprox|env|прибл|ок)\."), "approximately"),
)
GROUPED = re.compile(r"(?<![\d.,])\d{1,3}(?:[.,'’\u00a0\u202f ]\d{3})+(?![\d.,])")
DECIMALS = re.compile(r"(\d)[.,]0+(?!\d)")
Counted = tuple[int, str]


def count_of(value: Any, language: str = "en") -> Counted | None:
    """Return the number of people that a cell states and `exact`, `at_least`, `approximately` or `at_most`; or None.

    Of several numbers ("30 (12 women)") the first stands. Fractions, negative numbers and amounts are none.
    """
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, (int, float)):
        whole = value == value and abs(value) < MOST and float(value).is_integer() and value >= 0
        return (int(value), "exact") if whole else None
    text = _plain(str(value))
    if text.isdigit():
        return (int(text), "exact") if int(text) < MOST else None
    spoken = re.sub(r"(?<=\d)\s*\+|[~≈<>≥≤]", " ", text)
    found = numbers(spoken, language) or numbers(f"{spoken} people", language)
    if not found or found[0].value >= MOST or text.startswith("-"):
        return None
    first = found[0]
    return first.value, _qualifier(text, first.rough, first.low)


def _plain(text: str) -> str:
    """Return the text with figures as Europe writes them and numbers without marks between the thousands."""
    text = DECIMALS.sub(r"\1", text.translate(FIGURES).strip()) if not GROUPED.search(text) else text.translate(FIGURES)
    return GROUPED.sub(lambda m: re.sub(r"\D", "", m[0]), text).strip()


def _qualifier(text: str, rough: bool, low: bool) -> str:
    for mark, qualifier in MARKS:
        if mark.search(text):
            return qualifier
    said = (h.code for h in vocabulary.terms().find(text) if h.group == "qualifier" and h.code != "several")
    return next(said, "approximately" if rough else "at_least" if low else "exact")
