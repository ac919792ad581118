"""Turns an item into the passages that each tell of one activity."""

from __future__ import annotations

from etl.records import Document, Item, Passage
from etl.sentences import sentences
from etl.terms import Hit

CUES = ("event", "act")


def passages(item: Item, hits: tuple[Hit, ...], document: Document) -> list[Passage]:
    """Return the passages of `item` that tell of one activity each, in their order; [] where it tells of none."""
    cues = [h for h in hits if h.group in CUES]
    if not cues:
        return []
    if item.shape in ("feed", "page", "rows"):
        return [_passage(item, hits, cues[0], 0, len(item.text.string))]
    found = []
    for start, end in sentences(item.text.string):
        inside = [h for h in cues if start <= h.start < end]
        if len(inside) > 1:
            found.append(_passage(item, hits, inside[0], start, end))
    return found


def _passage(item: Item, hits: tuple[Hit, ...], cue: Hit, start: int, end: int) -> Passage:
    whole = (start, end) == (0, len(item.text.string))
    lines = (item.line_start, item.line_end) if whole else item.text.lines_of(start, end)
    inside = tuple(h for h in hits if start <= h.start and h.end <= end)
    return Passage(item, start, end, cue.start, cue.end, *lines, inside, rule="activity.term", confidence=0.5)
