"""Slides (headings and bullets) -> one item a slide."""

from __future__ import annotations

from etl.lines import HEAD, is_furniture
from etl.records import Document, Item
from etl.split.items import Row, item

NEW_SLIDE = 4  # blank lines that part one slide from the next even where the first has nothing but headings


def split(document: Document) -> list[Item]:
    """Return one item a heading with what stands under it; headings in a row belong together."""
    groups: list[list[Row]] = [[]]
    body, gap = False, 0
    for number, line in enumerate(document.lines, 1):
        if HEAD.match(line) and (body or gap >= NEW_SLIDE):
            groups.append([])
            body = False
        if groups[-1] or not is_furniture(line):
            groups[-1].append((number, line))
        body = body or not (is_furniture(line) or HEAD.match(line))
        gap = 0 if line.strip() else gap + 1
    full = [rows for rows in groups if any(not is_furniture(line) for _, line in rows)]
    return [item(document, "slides", n, rows, [r for r in rows if HEAD.match(r[1])]) for n, rows in enumerate(full)]
