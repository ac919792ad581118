"""The findings that stand for a row -> the share of such rows that turn out right on labelled data.

The feeds, reports and slides with which the rules were made are read far more surely than anything else: single pages,
with all that stands around their texts, and papers of other organisations. So the table has a curve for each
organisation whose documents were labelled, and one for all others, measured on texts that no rule was made with.
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
OTHERS, REGISTER = "", "rows"  # the curve of all that was not measured by itself; what states its values in columns
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


def confidence(findings: Iterable[Proposed], curve: str) -> float:
    """Return how sure it is that date, country, kind, participants and trained of a row are all right, 0 to 1.

    `curve` is that of its document (see curve_of).
    """
    return calibrated(score(grounds(findings), _shares()), curve)


def curve_of(kind_of_document: str, organisation: str | None) -> str:
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


def calibrated(product: float, curve: str) -> float:
    """Return the share of rows with such a score that are right: read between the points of calibration.csv.

    Rows of a register, and those whose columns state all that must be right (their score is 1), are as sure as any.
    """
    points = _surest() if product >= 1.0 or curve == REGISTER else _points(curve)
    if product <= points[0][0]:
        return points[0][1]
    for (low, below), (high, above) in pairwise(points):
        if product <= high:
            return round(below + (above - below) * (product - low) / (high - low), 3)
    return points[-1][1]


@cache
def _shares() -> dict[tuple[str, str, str], float]:
    rows = vocabulary.rows("calibration")
    return {(r["field"], r["rule"], r["sure"]): float(r["share"]) for r in rows if r["field"] != WHOLE_ROW}


@cache
def _points(curve: str) -> tuple[tuple[float, float], ...]:
    """Return rising points (score, share) measured on documents of an organisation, or of all others; () for none."""
    rows = vocabulary.rows("calibration")
    return tuple((float(r["sure"]), float(r["share"])) for r in rows if (r["field"], r["rule"]) == (WHOLE_ROW, curve))


@cache
def _surest() -> tuple[tuple[float, float], ...]:
    """Return the points of the curve that ends highest."""
    curves = {r["rule"] for r in vocabulary.rows("calibration") if r["field"] == WHOLE_ROW}
    return max((_points(curve) for curve in sorted(curves)), key=lambda points: points[-1][1])
