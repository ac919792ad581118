"""Numbers of people -> words that hold: "at least", "of those that state a number"."""

from __future__ import annotations

from dashboard.queries.answers import People
from dashboard.words import number, word


def in_figures(people: People, language: str) -> str:
    """Return "at least 1,200", or the words for none stated."""
    if not people.stated:
        return word("none_stated", language)
    shown = number(people.value, language)
    return f"{word(f'qualifier_{people.qualifier}', language)} {shown}" if people.qualifier else shown


def in_words(name: str, people: People, language: str) -> str:
    """Return a sentence on people trained or participants; `name` is trained or participants."""
    if not people.of:
        return ""
    if not people.stated:
        return word(f"message_{name}_none", language, of=people.of)
    shown = in_figures(people, language)
    said = word(f"message_{name}", language, people=shown, stated=people.stated, of=people.of)
    return said[0].upper() + said[1:]
