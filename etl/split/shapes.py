"""A document -> its items, by the splitter that fits its shape."""

from __future__ import annotations

from etl.records import Document, Item
from etl.split import feed, page, report, rows, slides

SPLITTERS = {
    "feed": feed.split,
    "report": report.split,
    "slides": slides.split,
    "page": page.split,
    "rows": rows.split,
}


def split(document: Document) -> list[Item]:
    """Return the items of `document` in their order; KeyError for a shape that has no splitter here."""
    return SPLITTERS[document.kind_of_document](document)
