"""A single page about one event -> one item, or one a section where it tells of several."""

from __future__ import annotations

from etl.headings import Heading, headings
from etl.lines import HEAD, bare, is_furniture, is_title
from etl.records import Document, Item
from etl.split.blocks import sections
from etl.split.items import Row, item

HEAD_LINES = 12  # filled lines at the head of a page among which its date may stand
SHORTEST_TITLE = 3  # words; what is shorter above the text belongs to the menu
CLEAR_TITLE = 5  # words; a line of so many is rather the title than a line of a menu


def split(document: Document) -> list[Item]:
    """Return the page as one item, from its title to its last line; [] where it is empty.

    Where it is made of entries, each a title with its text right under it, each is an item.
    """
    rows = [(n, line) for n, line in enumerate(document.lines, 1) if not is_furniture(line)]
    if not rows:
        return []
    dated = headings(document.lines)
    starts = sections(document.lines, dated)
    if not starts:
        return [_item(document, 0, rows[_first_of_text(rows, dated) :], dated)]
    ends = [*starts[1:], len(document.lines) + 1]
    parts = [[row for row in rows if start <= row[0] < end] for start, end in zip(starts, ends, strict=True)]
    return [_item(document, position, part, dated) for position, part in enumerate(parts)]


def _item(document: Document, position: int, rows: list[Row], dated: dict[int, Heading]) -> Item:
    near = {n for n, _ in rows[:HEAD_LINES]}
    heading = next(((n, h) for n, h in dated.items() if n in near and h.alone), None)
    titles = [row for row in rows[:3] if is_title(row[1]) and row[0] not in dated][:1]
    return item(document, "page", position, rows, titles, heading)


def _first_of_text(rows: list[Row], dated: dict[int, Heading]) -> int:
    """Return where the text begins: at a markdown title, else at the first clear title above the running text."""
    for index, (_, line) in enumerate(rows[:HEAD_LINES]):
        if HEAD.match(line):
            return index
    running = next((i for i, (_, line) in enumerate(rows) if len(bare(line)) > 160 or line.rstrip().endswith(".")), 0)
    titles = [i for i in range(running) if is_title(rows[i][1]) and rows[i][0] not in dated]
    words = {i: len(bare(rows[i][1]).split()) for i in titles}
    long_titles = [i for i in titles if words[i] >= SHORTEST_TITLE]
    clear = [i for i in long_titles if words[i] >= CLEAR_TITLE] or long_titles
    first = clear[0] if clear else 0
    if long_titles[:1] == [first - 1] and rows[first][0] == rows[first - 1][0] + 1:
        first -= 1  # a short title right above its text, no menu
    return next((i for i in range(first) if rows[i][0] in dated and dated[rows[i][0]].alone), first)
