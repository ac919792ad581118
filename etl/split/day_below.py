"""A list of news whose days stand below them (title, text, day) -> its items."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from etl.heading import Heading
from etl.lines import is_furniture, is_link, is_title
from etl.records import Document, Item
from etl.split.items import Row, item

FEWEST = 3  # news that make a list


def items(document: Document, dated: dict[int, Heading]) -> list[Item]:
    """Return the items of a list in which every day closes a title and its text; [] of any other."""
    days = [n for n, heading in dated.items() if heading.alone and heading.expression.first.day]
    rows = [(n, line) for n, line in enumerate(document.lines, 1) if not is_furniture(line)]
    if len(days) < FEWEST or any(n > days[-1] and not is_link(line) for n, line in rows):
        return []
    parts = [[row for row in rows if above < row[0] <= day] for above, day in pairwise([0, *days])]
    if not all(map(_is_whole, parts)):
        return []
    return list(_items(document, parts, dated))


def closing(lines: tuple[str, ...], dated: dict[int, Heading]) -> frozenset[int]:
    """Return the days of a feed that stand below the text of their news, some of which has none; none in any other.

    Above each stands running text, and right below it, before the next title, a button or its like: "Share:".
    """
    days = [n for n, heading in dated.items() if heading.alone and heading.expression.first.day]
    return frozenset(days) if len(days) > 1 and all(_closes(lines, n) for n in days) else frozenset()


def _closes(lines: tuple[str, ...], day: int) -> bool:
    above, below = lines[day - 2] if day > 1 else "", lines[day] if day < len(lines) else ""
    told = not is_furniture(above) and not is_title(above)
    return told and bool(below.strip()) and (is_furniture(below) or is_link(below))


def _is_whole(part: list[Row]) -> bool:
    """Say whether a title and running text stand above a day."""
    return len(part) > 2 and is_title(part[0][1]) and not all(is_title(line) for _, line in part[:-1])


def _items(document: Document, parts: list[list[Row]], dated: dict[int, Heading]) -> Iterator[Item]:
    for position, part in enumerate(parts):
        day = part[-1][0]
        yield item(document, "feed", position, part, part[:1], (day, dated[day]))
