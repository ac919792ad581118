"""A field and a code -> the label that a reader sees, from the vocabularies."""

from __future__ import annotations

from functools import lru_cache

from dashboard.briefing.clean import clean
from dashboard.words import word
from dashboard.words.column_meanings import MEANINGS
from dashboard.words.columns import COLUMNS as TRANSLATED
from etl import vocabulary
from etl.schema import ACTIVITIES

LABELS = {column.name: column.label for column in ACTIVITIES}
DESCRIPTIONS = {column.name: column.description for column in ACTIVITIES}
VOCABULARY = {column.name: column.vocabulary for column in ACTIVITIES}
# The names that filters have in the address -> the columns of the table.
COLUMNS = {
    "area": "areas",
    "topic": "topics",
    "donor": "donors",
    "partner": "partners",
    "basis": "date_basis",
    "host": "host_country",
}


@lru_cache(maxsize=50_000)  # codes come again and again; titles are as many as activities
def label(field: str, value: str, language: str = "en") -> str:
    """Return the label of `value` of a field or filter; "" is "not stated", an unknown value stands as it is."""
    if not value:  # of a year also what started in a span of years: more than what has no date at all
        return word("year_not_known" if field == "year" else "not_stated", language)
    name = VOCABULARY.get(COLUMNS.get(field, field), "")
    if name == "organisations" and value in vocabulary.countries():
        name = "countries"  # a donor is a country or an organisation
    return clean(vocabulary.label(name, value, language) if name else value)


def column_label(name: str, language: str = "en") -> str:
    """Return the label of a column of the activities; an unknown name stands as it is."""
    return TRANSLATED.get(language, {}).get(name) or LABELS.get(name, name)


def column_description(name: str, language: str = "en") -> str:
    """Return what a column of the activities means; "" for an unknown name."""
    return MEANINGS.get(language, {}).get(name) or DESCRIPTIONS.get(name, "")
