"""The findings that stand for a row -> the share of such rows that turn out right on labelled data.

The feeds, reports and slides with which the rules were made are read far more surely than anything else: single pages,
with all that stands around their texts, and papers of other organisations; there other rules fail. So the table tells
how often rules are right, and how often rows of a score, for each organisation whose documents were labelled, and once
for all others: there the rows, the last word, were counted on texts that no rule was made with.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from itertools import pairwise
from math import prod
from typing import Protocol

from etl import vocabulary
from etl.records import STATED

# What must be right for a row to be right. `aggregate` stands for the passage: is there an activity at all?
FIELDS = ("aggregate", "date", "country", "kind", "participants", "trained")
NOTHING = "nothing found"
WHOLE_ROW = "row"
OTHERS, REGISTER = "", "rows"  # all that was not measured by itself; what states its values in columns
UNKNOWN_SHARE = 0.5  # of a field that the table does not know: as good as a coin


class Proposed(Protocol):
    """What a finding, or its row of `evidence`, says of itself."""

    @property
    def field(self) -> str:
        """Return the column it is for."""

    @property
    def rule(self) -> str:
        """Return the rule that spoke."""

    @property
    def confidence(self) -> float:
        """Return how sure the rule was, 0 to 1."""

    @property
    def chosen(self) -> bool:
        """Return whether it stands."""


def confidence(findings: Iterable[Proposed], whose: str) -> float:
    """Return how sure it is that date, country, kind, participants and trained of a row are all right, 0 to 1.

    `whose` labels tell so (see labels_for).
    """
    return calibrated(score(grounds(findings), _shares(whose)), whose)


def labels_for(kind_of_document: str, organisation: str | None) -> str:
    """Return whose labels tell how surely a document of an organisation is read: its own, or those of others."""
    if kind_of_document == REGISTER:
        return REGISTER
    return organisation if organisation and kind_of_document != "page" and _points(organisation) else OTHERS


def grounds(findings: Iterable[Proposed]) -> dict[str, tuple[str, str]]:
    """Return for each field why its value stands: the rule that spoke, and how sure it was, in tenths ("0.8")."""
    best: dict[str, Proposed] = {}
    for finding in findings:
        if finding.chosen and finding.field in FIELDS:
            rival = best.get(finding.field)
            if rival is None or finding.confidence > rival.confidence:
                best[finding.field] = finding
    return {name: _ground(best[name]) if name in best else (NOTHING, "") for name in FIELDS}


def _ground(finding: Proposed) -> tuple[str, str]:
    return finding.rule, f"{int(finding.confidence * 10 + 1e-9) / 10}"


def score(why: Mapping[str, tuple[str, str]], shares: Mapping[tuple[str, str, str], float]) -> float:
    """Return the product of the shares in which such grounds are right: it orders rows, but is no share of rows.

    `shares` is by field, rule and tenth; (field, "", "") serves for a rule that it does not know.
    """
    return prod(_share(name, why[name], shares) for name in FIELDS)


def _share(name: str, why: tuple[str, str], shares: Mapping[tuple[str, str, str], float]) -> float:
    if why[0] == STATED:  # a column that says so outright is taken at its word
        return 1.0
    return shares.get((name, *why), shares.get((name, "", ""), UNKNOWN_SHARE))


def calibrated(product: float, whose: str) -> float:
    """Return the share of rows with such a score that are right: read between the points of calibration.csv.

    Rows of a register, and those whose columns state all that must be right (their score is 1), are as sure as any.
    """
    points = _points(REGISTER if product >= 1.0 else whose)
    if product <= points[0][0]:
        return points[0][1]
    for (low, below), (high, above) in pairwise(points):
        if product <= high:
            return round(below + (above - below) * (product - low) / (high - low), 3)
    return points[-1][1]


@cache
def _shares(whose: str) -> dict[tuple[str, str, str], float]:
    return {(r["field"], r["rule"], r["sure"]): float(r["share"]) for r in _rows(whose) if r["field"] != WHOLE_ROW}


@cache
def _points(whose: str) -> tuple[tuple[float, float], ...]:
    """Return rising points (score, share) measured on documents of an organisation, or of all others; () for none."""
    return tuple((float(r["sure"]), float(r["share"])) for r in _rows(whose) if r["field"] == WHOLE_ROW)


def _rows(whose: str) -> list[dict[str, str]]:
    measured = _surest() if whose == REGISTER else whose
    return [row for row in vocabulary.rows("calibration") if row["whose"] == measured]


@cache
def _surest() -> str:
    """Return whose curve ends highest."""
    names = {row["whose"] for row in vocabulary.rows("calibration")}
    return max(sorted(names), key=lambda whose: _points(whose)[-1][1])
