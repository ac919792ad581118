"""The terms of an item -> the same without words for activities that are part of an organisation's name."""

from __future__ import annotations

from etl.terms import Hits, within

NAMES = "organisation"
ACTIVITIES = ("event", "kind")


def outside_names(hits: Hits) -> Hits:
    """Return `hits`, in order, without the "fund" of the Population Fund and the "conference" of the bishops' one."""
    words = hits.of(*ACTIVITIES)
    inside = {
        id(hit)
        for name in hits.of(NAMES)
        for hit in within(words, name.start, name.end)
        if hit.end <= name.end and name.end - name.start > hit.end - hit.start
    }
    return Hits(h for h in hits if id(h) not in inside) if inside else hits
