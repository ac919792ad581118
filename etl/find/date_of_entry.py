"""An item with a date heading -> whether it stands as in a calendar: its day is that of the event, not of the news."""

from __future__ import annotations

from etl.dates.frame import YEAR, frame_of
from etl.dates.written import Expression
from etl.headings import is_town
from etl.lines import ENDS_SENTENCE, bare, is_link, is_title
from etl.records import Document, Item

MOST_LINES = 6  # of a card in a calendar: title, place, who came


def is_of_calendar(item: Item) -> bool:
    """Say whether an item is an entry or a card of a calendar."""
    return is_entry(item) or is_card(item)


def is_entry(item: Item) -> bool:
    """Say whether an item is a day with what was done then beside it, and no news below.

    "25 March 2009 Expert meeting on ports" is an entry; a headline beside the day with its story below is news, put up
    on that day.
    """
    if item.heading_line != item.line_start or item.text.lines[0] != item.heading_line:
        return False
    if item.title == item.text.string:  # all of it, on several lines
        return True
    below = [row for _, row in _rows(item)[1:] if not is_link(row)]
    return not any(map(ENDS_SENTENCE.search, below)) or below[0][:1].islower()


def is_card(item: Item) -> bool:
    """Say whether an item is the card of a calendar: below its title a line is nothing but a town, and none tells."""
    rows = [row for _, row in _rows(item)]
    if not 1 < len(rows) <= MOST_LINES or any(map(ENDS_SENTENCE.search, rows)):
        return False
    return any(is_town(bare(row)) for row in rows[1:])


def is_diary(item: Item, heading: Expression, document: Document) -> bool:
    """Say whether a day stands alone above what was done, in the bulletin of its month, as in a diary."""
    frame = frame_of(document)
    of_the_month = frame is not None and frame.month == heading.first.month and bool(heading.first.day)
    if not of_the_month or YEAR.search(item.heading) or item.heading_line in item.text.lines:
        return False
    above = [row for line, row in _rows(item) if line < (item.heading_line or 0)]
    below = [row for line, row in _rows(item) if line > (item.heading_line or 0)]
    return not any(is_title(row) and not YEAR.search(row) for row in (*above[-1:], *below[:1]))


def _rows(item: Item) -> list[tuple[int, str]]:
    """Return the lines of an item that hold words, each with its number."""
    text = item.text
    ends = (*text.starts[1:], len(text.string))
    rows = [(n, text.string[a:b].strip()) for n, a, b in zip(text.lines, text.starts, ends, strict=True)]
    return [(number, row) for number, row in rows if row]
