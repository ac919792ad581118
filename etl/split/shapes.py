"""A document -> its items, by the splitter that fits its shape."""

from __future__ import annotations

from dataclasses import replace

from etl.frame import own_lines
from etl.records import Document, Item
from etl.split import feed, page, report, rows, slides

FRAMED = ("feed", "page")  # shapes below whose text other news and words about the site may stand
SPLITTERS = {
    "feed": feed.split,
    "report": report.split,
    "slides": slides.split,
    "page": page.split,
    "rows": rows.split,
}


def split(document: Document) -> list[Item]:
    """Return the items of `document` in their order; KeyError for a shape that has no splitter here.

    The rows of registers inside a text are items like those of a sheet, and no part of the text around them.
    """
    if document.rows:
        text = tuple("" if n in document.rows else line for n, line in enumerate(document.lines, 1))
        items = [*split(replace(document, lines=text, records=(), rows=frozenset())), *rows.split(document)]
        items.sort(key=lambda item: (item.line_start, item.line_end))
        return [replace(item, position=position) for position, item in enumerate(items)]
    if document.kind_of_document in FRAMED:
        document = replace(document, lines=own_lines(document.lines))
    return SPLITTERS[document.kind_of_document](document)
