"""A number of people -> its words: at least 1,234, about 300, or that no text states any."""

from __future__ import annotations

from dashboard.queries.answers import People
from dashboard.words import number, word


def people_in_words(people: People, language: str) -> str:
    """Write the number as sure as it is."""
    if not people.stated:
        return word("none_stated", language)
    written = number(people.value, language)
    return f"{word(f'qualifier_{people.qualifier}', language)} {written}" if people.qualifier else written
