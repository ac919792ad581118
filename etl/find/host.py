"""Turns the places of a passage into the country where the activity took place."""

from __future__ import annotations

from etl.records import Document, Finding, Passage
from etl.roles import Place, parts, placed

# How surely each role says where it took place (share of right hosts on cases of our own and the shown labels).
SURENESS = {"held": 0.95, "where": 0.92, "dateline": 0.85, "visit": 0.8}
LIST_GAP = 12  # "in Praia and Mindelo": names this near are one list


def find(passage: Passage, document: Document) -> list[Finding]:
    """Return findings of `host_country` (alpha-3): the one chosen, and those that lost; [] where no text says where."""
    online = any(h.code == "online" for s in parts(passage) if s.rank < 2 for h in s.cues)
    places = [p for p in placed(passage) if p.role in SURENESS and p.kind in ("city", "country")]
    order = list(SURENESS)
    ranked = sorted(places, key=lambda p: (p.rank, order.index(p.role), p.start))
    best = next((p for p in ranked if not online or p.role == "held"), None)
    if best and _in_several(best, places):
        best = None
    return [_finding(p, passage, p is best) for p in ranked]


def _in_several(best: Place, places: list[Place]) -> bool:
    near = [p for p in places if 0 < p.start - best.end <= LIST_GAP or 0 < best.start - p.end <= LIST_GAP]
    return any(not set(p.codes) & set(best.codes) for p in near)


def _finding(place: Place, passage: Passage, chosen: bool) -> Finding:
    text = passage.item.text
    lines = text.lines_of(place.start, place.end)
    quote = text.string[place.start : place.end]
    rule = f"host: {place.role} ({place.rule})"
    return Finding("host_country", place.codes[0], quote, *lines, rule, SURENESS[place.role] if chosen else 0.3, chosen)
