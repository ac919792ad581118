"""The terms of an item -> the same without words for activities that are part of an organisation's name.

Nor is "the Organization" of "the Organization of American States" the body that reports.
"""

from __future__ import annotations

from etl.small_words import phrases
from etl.terms import Hits, within

NAMES = "organisation"
DOER = "organiser"
ARTICLE = 4  # characters of "The " before a name
WORDS = ("event", "kind", DOER)


def outside_names(hits: Hits) -> Hits:
    """Return `hits`, in order, without the "fund" of the Population Fund, the "conference" of the bishops' one ..."""
    words = hits.of(*WORDS)
    inside = {
        id(hit)
        for name in hits.of(NAMES)
        for hit in within(words, name.start - ARTICLE, name.end)
        if name.start < hit.end <= name.end
        and (hit.start < name.start) == (hit.group == DOER)
        and name.end - name.start > hit.end - hit.start
    }
    return Hits(h for h in hits if id(h) not in inside) if inside else hits


def in_its_language(hits: Hits, language: str) -> Hits:
    """Return `hits` without words for events that mean other things in `language`: "oficina" is an office."""
    others = phrases("event in its language alone")
    foreign = {id(h) for h in hits.of("event") if h.term.term in others and language not in h.term.language}
    return Hits(h for h in hits if id(h) not in foreign) if foreign else hits
