"""Turns a passage into the regions at which its activity was aimed, as the text names them, and their codes."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from etl import vocabulary
from etl.records import Document, Finding, Passage
from etl.roles import Sentence, parts
from etl.terms import Hit

OFFICE_REACH = 35  # "Regional Office for the countries of South Asia"
ROUTE_REACH = 12  # "smuggled from the Horn of Africa"
BODIES = ("organisation", "bloc", "programme")


def find(passage: Passage, document: Document) -> list[Finding]:
    """Return one finding of `region_text` (names as written) and one for each region that lost."""
    chosen = aimed_at(passage)
    text = passage.item.text.string
    names = list({text[h.start : h.end].casefold(): text[h.start : h.end] for h in chosen}.values())
    lost = [h for h in passage.hits if h.group == "region" and h not in chosen]
    findings = [_finding([text[h.start : h.end]], h, passage, "named by the way", 0.3, False) for h in lost]
    if not names:
        return findings
    return [_finding(names, chosen[0], passage, "aimed at", 0.85, True), *findings]


def aimed_at(passage: Passage) -> list[Hit]:
    """Return the regions that the title or the sentence of the cue is about, not those of an office or a route."""
    bodies = [h for h in passage.hits if h.group in BODIES]
    regions = [
        h
        for h in passage.hits
        if h.group == "region" and not any(b.start <= h.start and h.end <= b.end for b in bodies)
    ]
    return [h for s in parts(passage) if s.rank < 2 for h in regions if s.start <= h.start < s.end and _is_aim(h, s)]


def _is_aim(region: Hit, sentence: Sentence) -> bool:
    for cue in sentence.cues:
        gap = region.start - cue.end
        if cue.code == "office" and (0 <= gap <= OFFICE_REACH or 0 <= cue.start - region.end <= 2):
            return "," in sentence.text[cue.end : region.start]
        if cue.code in ("route", "background") and 0 <= gap <= ROUTE_REACH:
            return False
    return True


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
    return Finding("region_text", names, text.string[hit.start : hit.end], *lines, f"region: {rule}", confidence, chosen)
