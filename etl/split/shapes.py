"""A document -> its items, by the splitter that fits its shape."""

from __future__ import annotations

from dataclasses import replace

from etl.frame import is_running, own_lines
from etl.records import Document, Item
from etl.shape import shape_of
from etl.split import feed, listed, page, report, rows, slides
from etl.split.rewrapped import rewrapped
from etl.wrapped import unwrapped

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

    The rows of registers inside a text are items like those of a sheet, and no part of the text around them; so are the
    lines of a list below a title that says what they all are. Of a text cut at one width the paragraphs are read.
    """
    if document.rows:
        text = _without(document.rows, document.lines)
        return _in_order([*split(replace(document, lines=text, records=(), rows=frozenset())), *rows.split(document)])
    whole, firsts = unwrapped(document.lines)
    if len(whole) < len(document.lines) and not document.places:
        joined = replace(document, lines=whole)
        return [rewrapped(item, joined, document, firsts) for item in split(joined)]
    if document.kind_of_document not in FRAMED:
        return SPLITTERS[document.kind_of_document](document)
    document = replace(document, lines=own_lines(document.lines))
    items, taken = listed.listed(document)
    if not taken:
        return SPLITTERS[document.kind_of_document](document)
    rest = replace(document, lines=_without(taken, document.lines))
    if not any(map(is_running, rest.lines)):
        return _in_order(items)  # nothing but the title of the page
    return _in_order([*SPLITTERS[shape_of(rest.lines)](rest), *items])


def _without(taken: frozenset[int], lines: tuple[str, ...]) -> tuple[str, ...]:
    return tuple("" if n in taken else line for n, line in enumerate(lines, 1))


def _in_order(items: list[Item]) -> list[Item]:
    ordered = sorted(items, key=lambda item: (item.line_start, item.line_end))
    return [replace(item, position=position) for position, item in enumerate(ordered)]
