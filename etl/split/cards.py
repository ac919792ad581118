"""A list whose entries are blocks of short lines, one of them the day (title, place, day, number) -> its items.

So a table looks whose cells were copied one below the other.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from etl.dates.written import expressions
from etl.frame import is_running
from etl.heading import Heading, heading
from etl.lines import is_title
from etl.records import Document, Item
from etl.shape import PARAGRAPH
from etl.split.blocks import blocks
from etl.split.items import Row, item

FEWEST = 3  # such blocks
MOST = 0.6  # share of the blocks from the first card to the last that are cards
NEARLY_ALL = 0.75  # share of the days that stand in cards
MOST_LINES = 8  # of a card
LONGEST_PLACE = 3  # words beside the day
LONGEST_LINE = 80  # characters of a day with its place
LATEST = 4  # line of a card on which its day stands at the latest


def items(document: Document, dated: dict[int, Heading]) -> list[Item]:
    """Return the items of a list with nearly every day in a card, and what stands around it; [] of any other."""
    found = list(blocks(document.lines))
    days = dict(_days([row for block in found for row in block], dated))
    days = {n: day for n, day in days.items() if day.expression.first.day} or days
    carded = [block for block in found if _is_card(block, days)]
    if len(carded) < max(FEWEST, NEARLY_ALL * len(days)):
        return []
    first, last = carded[0][0][0], carded[-1][0][0]
    listed = [block for block in found if first <= block[0][0] <= last]
    if len(carded) < MOST * len(listed):
        return []
    before = [row for block in found for row in block if row[0] < first]
    behind = [row for block in found for row in block if row[0] > listed[-1][-1][0]]
    parts = [part for part in (before, *listed, behind) if part]
    return list(_items(document, parts, days))


def _days(rows: list[Row], dated: dict[int, Heading]) -> Iterator[tuple[int, Heading]]:
    """Yield the lines that are a day or a month with its year, with nothing or a place beside it: "5-7 May, Lima"."""
    for number, line in rows:
        if len(line) > LONGEST_LINE and number not in dated:
            continue
        day = dated.get(number) or heading(line) or _behind_a_place(line)
        if day and (day.expression.first.day or day.expression.first.year) and len(day.title.split()) <= LONGEST_PLACE:
            yield number, replace(day, title="", place=day.place or day.title)


def _behind_a_place(line: str) -> Heading | None:
    """Return the day with which a line ends behind nothing but a place: "Lima, 5-7 May"."""
    day = next(iter(expressions(line)), None)
    place = line[: day.start].strip(" ,:–-") if day else ""
    if day is None or line[day.end :].strip(" .") or not 0 < len(place.split()) <= LONGEST_PLACE:
        return None
    return Heading(line[day.start : day.end], day, "", place)


def _is_card(block: list[Row], days: dict[int, Heading]) -> bool:
    """Say whether a block has one day below a number, or below a title and without running text."""
    lines = [n for n, _ in block]
    inside = [i for i, n in enumerate(lines) if n in days]
    if len(inside) != 1 or not 0 < inside[0] < LATEST or not 1 < len(lines) <= MOST_LINES:
        return False
    titled = is_title(block[0][1]) and not PARAGRAPH.match(block[0][1].lstrip())  # else a numbered list of news
    return _is_number(block[0]) or (titled and not any(is_running(line) for _, line in block))


def _is_number(row: Row) -> bool:
    return row[1].strip(" .)").isdigit()


def _items(document: Document, parts: list[list[Row]], days: dict[int, Heading]) -> Iterator[Item]:
    for position, part in enumerate(parts):
        rows = part[1:] if _is_number(part[0]) and len(part) > 1 else part
        day = next(((n, days[n]) for n, _ in rows if n in days), None)
        titles = [row for row in rows if is_title(row[1]) and row[0] not in days][:1]
        yield item(document, "feed", position, rows, titles, day)
