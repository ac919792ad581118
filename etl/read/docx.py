"""A Word file (DOCX) -> a Document: one line a paragraph or row of a table, insertions in, deletions out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from etl.read.archive import guarded, part
from etl.read.file import File
from etl.read.numbered import Line, numbered
from etl.read.xml import root_of
from etl.records import Document

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
BODY, STYLES = "word/document.xml", "word/styles.xml"
DELETED = (f"{W}del", f"{W}moveFrom")
TEXT, SPACES = f"{W}t", {f"{W}tab": " ", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
LEVELS = 6
LISTED = -1  # the level of a style that makes list items
Levels = dict[str, int]


def read(file: File) -> Document:
    """Return the Document of a Word file; footnotes and headers are left out. Raises ReadError."""
    with file.open() as stream, guarded(file, stream) as archive:
        names = set(archive.namelist())
        body = root_of(file, part(file, archive, BODY), BODY)
        styles = root_of(file, part(file, archive, STYLES), STYLES) if STYLES in names else None
    for element in list(body.iter(FALLBACK, *DELETED)):
        _remove(element)
    levels = _levels(styles) if styles is not None else {}
    return numbered(file.name, file.checksum(), list(_lines(body, levels)))


def _lines(body: Any, levels: Levels) -> Iterator[Line]:
    """Yield the lines of the body in order; paragraphs of tables and text boxes count like any other."""
    number = 0
    for element in body.iter(f"{W}p", f"{W}tr"):
        if element.tag == f"{W}tr":
            first = number + 1
            number += sum(1 for _ in element.iter(f"{W}p"))
            cells = [_cell(cell) for cell in element.iter(f"{W}tc")]
            if any(cells):
                yield " | ".join(cells), f"par. {first}"
            continue
        if any(True for _ in element.iterancestors(f"{W}tr")):
            continue
        number += 1
        for line in _words(element).split("\n"):
            yield _marked(line.strip(), element, levels), f"par. {number}"


def _cell(cell: Any) -> str:
    return " ".join(" ".join(_words(paragraph) for paragraph in cell.iter(f"{W}p")).split())


def _words(paragraph: Any) -> str:
    """Return the words of a paragraph, without those of text boxes inside it."""
    words = []
    for element in paragraph.iter(TEXT, *SPACES):
        if next(element.iterancestors(f"{W}p")) is paragraph:
            words.append(SPACES.get(element.tag) or element.text or "")
    return "".join(words)


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
