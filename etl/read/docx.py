"""A Word file (DOCX) -> a Document: one line a paragraph or row of a table, insertions in, deletions out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from etl.read.archive import guarded, part
from etl.read.file import File
from etl.read.numbered import numbered
from etl.read.registers import Line
from etl.read.word_tables import W, rows_of, words_of
from etl.read.xml import root_of
from etl.records import Document

FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
BODY, STYLES = "word/document.xml", "word/styles.xml"
DELETED = (f"{W}del", f"{W}moveFrom")
ROW_MARKS = f"{W}trPr"  # in which a row says that it is deleted
LEVELS = 6
LISTED = -1  # the level of a style that makes list items
Levels = dict[str, int]


def read(file: File) -> Document:
    """Return the Document of a Word file; footnotes and headers are left out. Raises ReadError."""
    with file.open() as stream, guarded(file, stream) as archive:
        names = set(archive.namelist())
        body = root_of(file, part(file, archive, BODY), BODY)
        styles = root_of(file, part(file, archive, STYLES), STYLES) if STYLES in names else None
    gone = [marks.getparent() for marks in body.iter(ROW_MARKS) if marks.find(f"{W}del") is not None]
    for element in [*gone, *body.iter(FALLBACK, *DELETED)]:
        _remove(element)
    levels = _levels(styles) if styles is not None else {}
    return numbered(file.name, file.checksum(), list(_lines(body, levels)))


def _lines(body: Any, levels: Levels) -> Iterator[Line]:
    """Yield the lines of the body in order; paragraphs of text boxes count like any other, a row is one line."""
    number = tables = 0
    for element in body.iter(f"{W}p", f"{W}tbl"):
        if element.tag == f"{W}tbl":
            tables += 1
            yield from rows_of(element, tables)
        elif not any(True for _ in element.iterancestors(f"{W}tbl")):
            number += 1
            for line in words_of(element).split("\n"):
                yield Line(_marked(line.strip(), element, levels), f"par. {number}")


def _marked(line: str, paragraph: Any, levels: Levels) -> str:
    """Return a line with the marks of a heading or list item."""
    if not line:
        return line
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    level = levels.get(style.get(f"{W}val"), 0) if style is not None else 0
    if level > 0:
        return f"{'#' * level} {line}"
    listed = level == LISTED or paragraph.find(f"{W}pPr/{W}numPr/{W}numId") is not None
    return f"- {line}" if listed else line


def _levels(styles: Any) -> Levels:
    """Return the heading level of each style that has one, by its outline, whatever it is called; LISTED for lists."""
    levels: Levels = {}
    for style in styles.iter(f"{W}style"):
        outline = style.find(f"{W}pPr/{W}outlineLvl")
        name = style.find(f"{W}name")
        name = (name.get(f"{W}val") or "").lower() if name is not None else ""
        if outline is not None and (outline.get(f"{W}val") or "").isdigit():
            levels[style.get(f"{W}styleId")] = min(int(outline.get(f"{W}val")) + 1, LEVELS)
        elif name == "title":
            levels[style.get(f"{W}styleId")] = 1
        elif style.find(f"{W}pPr/{W}numPr") is not None:
            levels[style.get(f"{W}styleId")] = LISTED
    return levels


def _remove(element: Any) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
