"""A single page about one event -> one item, or one a section where it tells of several."""

from __future__ import annotations

from etl.headings import headings
from etl.lines import HEAD, bare, is_furniture, is_title
from etl.records import Document, Item
from etl.split.items import Row, item

HEAD_LINES = 12  # filled lines at the head of a page among which its date may stand
SHORTEST_TITLE = 3  # words; what is shorter above the text belongs to the menu


def split(document: Document) -> list[Item]:
    """Return the page as one item, from its title to its last line; [] where it is empty."""
    rows = [(n, line) for n, line in enumerate(document.lines, 1) if not is_furniture(line)]
    if not rows:
        return []
    rows = rows[_first_of_text(rows) :]
    dated = headings(document.lines)
    near = {n for n, _ in rows[:HEAD_LINES]}
    heading = next(((n, h) for n, h in dated.items() if n in near and h.alone), None)
    titles = [row for row in rows[:3] if is_title(row[1]) and row[0] not in dated][:1]
    return [item(document, "page", 0, rows, titles, heading)]


def _first_of_text(rows: list[Row]) -> int:
    """Return where the text begins: at a markdown title, else at the last title before the first running text."""
    for index, (_, line) in enumerate(rows[:HEAD_LINES]):
        if HEAD.match(line):
            return index
    running = next((i for i, (_, line) in enumerate(rows) if len(bare(line)) > 160 or line.rstrip().endswith(".")), 0)
    long_titles = [
        i for i in range(running) if len(bare(rows[i][1]).split()) >= SHORTEST_TITLE and is_title(rows[i][1])
    ]
    return long_titles[0] if long_titles else 0
