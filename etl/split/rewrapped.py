"""An item read from paragraphs whose lines were joined (wrapped.py) -> the same with the lines as they stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from etl.records import Document, Item
from etl.split.items import locator


def rewrapped(item: Item, whole: Document, document: Document, firsts: tuple[int, ...]) -> Item:
    """Return an item of `whole` with the numbers of the lines of `document`; `firsts` has the first of each joined."""
    first, last = firsts[item.line_start - 1], _last(item.line_end, firsts, document)
    while last > first and not document.lines[last - 1].strip():
        last -= 1
    places = list(_places(item, document, firsts))
    text = replace(item.text, starts=tuple(start for start, _ in places), lines=tuple(n for _, n in places))
    old, new = locator(whole, item.line_start, item.line_end), locator(document, first, last)
    return replace(
        item,
        line_start=first,
        line_end=last,
        locator=item.locator.replace(old, new),
        text=text,
        heading_line=firsts[item.heading_line - 1] if item.heading_line else None,
    )


def _last(number: int, firsts: tuple[int, ...], document: Document) -> int:
    return firsts[number] - 1 if number < len(firsts) else len(document.lines)


def _places(item: Item, document: Document, firsts: tuple[int, ...]) -> Iterator[tuple[int, int]]:
    """Yield where in the text of an item each line begins, with its number, as far as it is found there."""
    ends = [*item.text.starts[1:], len(item.text.string)]
    for start, end, number in zip(item.text.starts, ends, item.text.lines, strict=True):
        yield start, firsts[number - 1]
        at = start
        for line in range(firsts[number - 1] + 1, _last(number, firsts, document) + 1):
            words = " ".join(document.lines[line - 1].split())
            at = item.text.string.find(words, at + 1, end) if words else -1
            if at < 0:
                break
            yield at, line
