"""Turns a passage into its level: an event, or a project that lasts."""

from __future__ import annotations

import re

from etl.records import Document, Finding, Passage
from etl.terms import lowered

# "The three-year project works with ...": a span of years or months that belongs to a project, not to a course.
LASTS = re.compile(
    r"\b(?:\w+|\d+)[- ](?:year|month)s?(?:[- ]long)? (?:\w+ ){0,2}(?:project|programme|program|initiative)\b"
    r"|\b(?:projet|programme) (?:triennal|quinquennal|biennal|de \w+ (?:ans|mois))\b"
    r"|\b(?:proyecto|programa|projeto) (?:trienal|bienal|quinquenal|de \w+ (?:años|anos|meses))\b"
    r"|(?:дв|тр|четыр|пяти)\w*летн\w+ (?:проект|программ)\w*",
    re.IGNORECASE,
)
# Without one of each no such span is told; far quicker to see than the pattern.
SPANS = ("year", "month", "ennal", "enal", " ans", " mois", " años", " anos", " meses", "летн")
PROJECTS = ("proje", "progra", "proye", "initiative", "проект", "программ")
# What happens on a day even if it is about such a project.
HAPPENS = ("event", "launch", "publication", "agreement")


def find(passage: Passage, document: Document) -> list[Finding]:
    """Return one finding of the field `level`: `event`, unless the passage's own words are about a lasting project.

    Where the passage names an event (a launch, a workshop), it is that event, whatever it says of the project.
    """
    lasting = LASTS.search(passage.string) if _may_last(lowered(passage.string)) else None
    if lasting is None or passage.of(*HAPPENS):
        quote = passage.item.text.string[passage.cue_start : passage.cue_end]
        return [Finding("level", "event", quote, passage.line_start, passage.line_end, "level.usual", 0.9)]
    lines = passage.item.text.lines_of(passage.start + lasting.start(), passage.start + lasting.end())
    return [Finding("level", "project", lasting.group(), *lines, "level.lasts", 0.7)]


def _may_last(low: str) -> bool:
    return any(span in low for span in SPANS) and any(project in low for project in PROJECTS)
