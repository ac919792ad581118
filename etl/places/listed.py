"""A passage -> names of countries that mean one in a list of countries alone: "Comores, Maurice et Togo"."""

from __future__ import annotations

from etl.known_terms import LISTED
from etl.places.links import AND, ARABIC_AND, BETWEEN
from etl.records import Passage
from etl.terms import Hit, Term


def listed_in(passage: Passage) -> list[Hit]:
    """Return as countries the first names and towns that stand beside a country in one list with it."""
    found = passage.of(LISTED)
    if not found:
        return []
    text, countries = passage.item.text.string, passage.of("country")
    beside = [h for h in found if any(_in_one_list(h, c, text) for c in countries)]
    return [Hit(h.start, h.end, Term(h.term.term, "country", h.code, h.term.language)) for h in beside]


def _in_one_list(name: Hit, country: Hit, text: str) -> bool:
    gap = text[name.end : country.start] if name.end <= country.start else text[country.end : name.start]
    if gap == " " and text[max(name.start, country.start)] == ARABIC_AND:
        return True
    return bool(BETWEEN.fullmatch(gap)) and ("," in gap or "،" in gap or AND.search(gap) is not None)
