"""Filters -> the sentence that says them, with every value by its name, as a reader would write it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from babel.lists import format_list

from dashboard.filters import BUCKETS, Filters
from dashboard.labels import label
from dashboard.words import date, word
from etl import vocabulary

CLAUSES = ("area", "topic", "programme", "donor", "audience", "mode")  # after the kinds, in this order
NAMES = ("programme", "donor")  # are names: their capitals stay
LISTS_AS_IN = {"en": "en_GB"}  # English here has no comma before "and"
# English names of places that take an article: the United States, the Russian Federation, the Caribbean.
ARTICLE = re.compile(
    r"^(United|Democratic|Philippines|Netherlands|Bahamas|Gambia|Maldives|Comoros|Niger$|Sudan$|Congo$|Caribbean|Holy)"
    r"|(Republic|Federation|Islands|Emirates|Kingdom)$"
)
# French names of regions that follow "en".
FEMININE = re.compile(r"^(Afrique|Amérique|Asie|Australie|Europe|Mélanésie|Micronésie|Polynésie|Antarctique)")


def sentence(filters: Filters, language: str) -> str:
    """Return "Activities in Eastern Africa since 2010: trainings and workshops", or the words for everything."""
    if filters == Filters(role=filters.role):
        return word("everything", language)
    subject = word("phrase_everything", language)
    parts = [part(filters, language) for part in (bucket, places, time, what)]
    return "".join([subject, *parts])


def bucket(filters: Filters, language: str) -> str:
    """Say which bucket is open."""
    return word(f"phrase_bucket_{filters.bucket}", language) if filters.bucket in BUCKETS else ""


def places(filters: Filters, language: str) -> str:
    """Say the countries and the regions, and what they mean: who was assisted, who hosted, who paid."""
    said = ""
    for field in ("country", "region"):
        if values := filters.values(field):
            names = [label(field, value, language) for value in values]
            said += place(field, names, filters.role, language)
    return said


def place(field: str, names: Sequence[str], role: str, language: str) -> str:
    """Say the places of one filter; in French only regions have a preposition that fits them all."""
    if language == "en":
        names = [f"the {name}" if ARTICLE.search(name) else name for name in names]
    if language == "fr" and field == "region" and not all(map(FEMININE.search, names)):
        field = "country"
    return word(f"phrase_{field}_{role}", language, names=joined(names, language))


def time(filters: Filters, language: str) -> str:
    """Say the dates, as precisely as they are asked for."""
    first, last = (date(day, language) for day in (filters.first, filters.last))
    if first and first == last:
        key = "on" if len(filters.first) == len("2016-11-28") else "in"
    elif first and last:
        key = "from_to"
    else:
        key = "since" if first else "until"
    return word(f"phrase_{key}", language, first=first, last=last) if first or last else ""


def what(filters: Filters, language: str) -> str:
    """Say everything else: kinds first, then areas, topics, donors and the like, then words and what dates are from."""
    kinds = [vocabulary.label_of_several("kinds", value, language) for value in filters.kind]
    said = word("phrase_kind", language, names=joined(kinds, language)) if kinds else ""
    for field in CLAUSES:
        if values := filters.values(field):
            names = [label(field, value, language) for value in values]
            names = names if field in NAMES else [name[0].lower() + name[1:] for name in names]
            said += word(f"phrase_{field}", language, names=joined(names, language))
    said += word("phrase_q", language, words=filters.q) if filters.q else ""
    return said + (word("phrase_basis", language) if filters.basis == "event" else "")


def joined(names: Sequence[str], language: str) -> str:
    """Write "a, b and c"."""
    return format_list(list(names), locale=LISTS_AS_IN.get(language, language))
