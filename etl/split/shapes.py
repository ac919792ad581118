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
    """Return the items of `document` in their order; KeyError for a shape that has no splitter here."""
    if document.kind_of_document in FRAMED:
        document = replace(document, lines=own_lines(document.lines))
    return SPLITTERS[document.kind_of_document](document)
