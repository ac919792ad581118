"""An item of any length -> pieces that are short enough to be read as one, cut where sentences end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from etl.records import Item

# Items are a few hundred characters, long paragraphs a few thousand. What is longer is a document whose shape nobody
# knew; reading it whole takes time that grows with the square of its length.
MOST_CHARACTERS = 20_000
ENDS = ("\n", ". ", "! ", "? ", " ")  # where to cut, best first


def pieces(item: Item) -> Iterator[Item]:
    """Yield the item itself, or, of a very long one, its parts in order, each with the lines that it stands on."""
    text = item.text
    if len(text.string) <= MOST_CHARACTERS:
        yield item
        return
    start = 0
    while start < len(text.string):
        end = _cut(text.string, start)
        first, last = text.lines_of(start, end)
        title = item.title if start == 0 else ""
        yield replace(item, text=text.slice(start, end), line_start=first, line_end=last, title=title)
        start = end


def _cut(string: str, start: int) -> int:
    """Return where the piece that begins at `start` ends: behind the last sentence that fits, or word, or letter."""
    limit = start + MOST_CHARACTERS
    if limit >= len(string):
        return len(string)
    places = (string.rfind(end, start + 1, limit) + len(end) for end in ENDS)
    return next((place for place in places if place > start + len(". ")), limit)
