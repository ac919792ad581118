"""Turns a passage into the regions at which its activity was aimed, as the text names them, and their codes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from etl import vocabulary
from etl.places.roles import placed
from etl.places.scope import aimed_at
from etl.records import Document, Finding, Passage
from etl.terms import Hit

PLAYED = ("recipient", "subject", "where", "held", "dateline")  # roles of a country in an activity


def find(passage: Passage, document: Document) -> list[Finding]:
    """Return one finding of `region_text` (names as written) and one for each region that lost."""
    chosen = aimed_at(passage) or _said_of_no_country(passage)
    text = passage.item.text.string
    written = [text[h.start : h.end].removeprefix("the ") for h in chosen]
    names = list({name.casefold(): name for name in written}.values())
    lost = [h for h in passage.of("region") if h not in chosen]
    findings = [_finding([text[h.start : h.end]], h, passage, "named by the way", 0.3, False) for h in lost]
    if not names:
        return findings
    return [_finding(names, chosen[0], passage, "aimed at", 0.85, True), *findings]


def _said_of_no_country(passage: Passage) -> Sequence[Hit]:
    """Return the regions of a text that names no country as taking part, be it only in the name of an office."""
    regions = passage.of("region")
    if not regions:
        return ()
    played = any(p.role in PLAYED or (p.role == "partner" and p.kind == "country") for p in placed(passage))
    return () if played else regions


def region_codes(findings: Iterable[Finding]) -> list[str]:
    """Return the sorted region codes, both schemes, of the countries and regions that stand among the findings."""
    codes: set[str] = set()
    for finding in findings:
        if finding.chosen and finding.field == "country":
            codes.update(code for country in finding.value for code in vocabulary.regions_of(country))
        if finding.chosen and finding.field == "region_text":
            codes.update(code for name in finding.value for code in codes_of_name(name))
    return sorted(codes - {""})


def codes_of_name(name: str) -> list[str]:
    """Return the region codes, both schemes, of a region as a text names it; [] for an unknown one."""
    return vocabulary.region_codes(_canonical().get(name.casefold(), name))


@cache
def _canonical() -> dict[str, str]:
    return {row["name"].casefold(): row["canonical"] for row in vocabulary.rows("region_names")}


def _finding(names: list[str], hit: Hit, passage: Passage, rule: str, confidence: float, chosen: bool) -> Finding:
    text = passage.item.text
    lines = text.lines_of(hit.start, hit.end)
    quote = text.string[hit.start : hit.end]
    return Finding("region_text", names, quote, *lines, f"region: {rule}", confidence, chosen)
