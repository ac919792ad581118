"""The fields of an activity -> a short title: what, about what, where and when, in no words of the document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from etl import vocabulary

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
MOST_COUNTRIES = 3  # more are counted, not named
SEPARATOR = " · "


def made(row: Mapping[str, Any]) -> str:
    """Return a title in English such as `Training · Smuggling of migrants · Egypt · Oct 2017`; never empty."""
    kind = "Sum of activities" if row["aggregate"] else vocabulary.label("kinds", row["kind"])
    topics = " and ".join(vocabulary.label("topics", topic) for topic in row["topics"])
    parts = [kind, topics[:1].upper() + topics[1:].lower(), _where(row), _when(row["date"])]
    return SEPARATOR.join(part for part in parts if part)


def _where(row: Mapping[str, Any]) -> str:
    countries = list(row["country"])
    if len(countries) > MOST_COUNTRIES:
        return f"{len(countries)} countries"
    if countries:
        return ", ".join(vocabulary.country_name(code) for code in countries)
    return ", ".join(row["region_text"][:MOST_COUNTRIES])


def _when(date: str | None) -> str:
    """Return `2017`, or `Oct 2017` where the month is known; "" while the year is not (`--10-03`)."""
    if not date or not date[:4].isdigit():
        return ""
    year, *rest = date.split("-")
    return f"{MONTHS[int(rest[0]) - 1]} {year}" if rest else year
