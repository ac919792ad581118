"""A record -> a title made from its fields: the documents' own headings may name people, so no export carries them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dashboard.labels import label
from dashboard.words import date, word

MOST_COUNTRIES = 3


def made_title(record: Mapping[str, Any], language: str) -> str:
    """Return "Training · Ghana, Togo · Nov 2016", or "Sum of activities · ..." for a claim."""
    kind = word("sum_of_activities", language) if record["aggregate"] else label("kind", record["kind"], language)
    parts = [kind, *(label("topic", topic, language) for topic in record["topics"][:1]), places(record, language)]
    return " · ".join(part for part in parts if part)


def places(record: Mapping[str, Any], language: str) -> str:
    """Return the countries, or the regions as the text names them."""
    names = [label("country", code, language) for code in record["country"]] or list(record["region_text"] or ())
    more = len(names) - MOST_COUNTRIES
    shown = ", ".join(names[:MOST_COUNTRIES])
    return f"{shown} {word('and_more_names', language, n=more)}" if more > 0 else shown


def when(record: Mapping[str, Any], language: str) -> str:
    """Return the date as precisely as it is known, or the years of its bounds."""
    if record["date"]:
        return date(record["date"], language)
    first, last = record["date_earliest"], record["date_latest"]
    if not first or not last:
        return word("not_stated", language)
    return f"{first.year}" if first.year == last.year else f"{first.year}–{last.year}"


def source_of(record: Mapping[str, Any]) -> str:
    """Return document and place of its best telling."""
    sources = list(record["sources"] or ())
    more = f" +{len(sources) - 1}" if len(sources) > 1 else ""
    return f"{sources[0]}{more}" if sources else ""
