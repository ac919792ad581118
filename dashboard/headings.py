"""An activity -> the title that a reader sees: a document's own heading as it is, one made from the fields in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from babel.lists import format_list

from dashboard.labels import label
from dashboard.words import date, word
from etl.title import MOST_COUNTRIES, SEPARATOR, made

MONTH = len("2016-11")  # a title says no day


def heading(row: Mapping[str, Any], language: str) -> str:
    """Return the title of an activity (a row of `activities`); the ETL makes titles in English."""
    own = str(row["title"])
    return own if language == "en" or own != made(row) else in_words(row, language)


def in_words(row: Mapping[str, Any], language: str) -> str:
    """Return what etl.title.made says, in a language of the page."""
    kind = word("sum_of_activities", language) if row["aggregate"] else label("kind", row["kind"], language)
    topics = format_list([label("topic", topic, language) for topic in row["topics"]], locale=language)
    day = str(row["date"] or "")
    when = date(day[:MONTH], language) if day[:4].isdigit() else ""
    parts = (kind, topics[:1].upper() + topics[1:].lower(), where(row, language), when)
    return SEPARATOR.join(part for part in parts if part)


def where(row: Mapping[str, Any], language: str) -> str:
    """Return the countries, their number where they are many, or the regions as the text names them."""
    countries = list(row["country"])
    if len(countries) > MOST_COUNTRIES:
        return word("n_countries", language, n=len(countries))
    return ", ".join([label("country", code, language) for code in countries] or row["region_text"][:MOST_COUNTRIES])
