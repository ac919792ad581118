"""Slides (PPTX) -> a Document: a line a paragraph or row of a table, groups and notes too, "slide 12" as place."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from typing import Any
from zipfile import ZipFile

from etl.read.archive import guarded, part
from etl.read.file import File
from etl.read.numbered import numbered
from etl.read.registers import Line
from etl.read.xml import root_of
from etl.records import Document

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
LINKS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
SHOW = "ppt/presentation.xml"
NOTES = "/notesSlide"
MOST_TABLES = 1_000  # on a slide: what keeps the numbers of the tables of two slides apart
MOST_LETTERS = 2_000  # of a slide
TITLES = ("title", "ctrTitle")
NO_WORDS = ("sldNum", "ftr", "dt", "hdr")


def read(file: File) -> Document:
    """Return the Document of a set of slides in the order in which they are shown. Raises ReadError."""
    with file.open() as stream, guarded(file, stream) as archive:
        links = _links(file, archive, SHOW)
        order = root_of(file, part(file, archive, SHOW), SHOW).iter(f"{P}sldId")
        slides = [links[s.get(f"{R}id")][1] for s in order if s.get(f"{R}id") in links]
        lines = [line for n, name in enumerate(slides, 1) for line in _slide(file, archive, name, n)]
    if _running(lines):  # pages of text that happen to be slides: read like any other text
        return numbered(file.name, file.checksum(), [ln._replace(words=ln.words.removeprefix("- ")) for ln in lines])
    return numbered(file.name, file.checksum(), lines, shape="slides")


def _running(lines: list[Line]) -> bool:
    """Say whether the slides hold more letters than anybody could show."""
    return sum(len(line.words) for line in lines) > MOST_LETTERS * len({line.place for line in lines})


def _links(file: File, archive: ZipFile, name: str) -> dict[str, tuple[str, str]]:
    """Return what a part links to: id -> (kind, name of the other part)."""
    folder, base = posixpath.split(name)
    path = f"{folder}/_rels/{base}.rels"
    if path not in archive.namelist():
        return {}
    found = {}
    for link in root_of(file, part(file, archive, path), path).iter(LINKS):
        target = link.get("Target") or ""
        target = target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"{folder}/{target}")
        if link.get("TargetMode") != "External" and target in archive.namelist():
            found[link.get("Id") or ""] = (link.get("Type") or "", target)
    return found


def _slide(file: File, archive: ZipFile, name: str, number: int) -> Iterator[Line]:
    """Yield the lines of one slide, its title first, then the speaker's notes."""
    root = root_of(file, part(file, archive, name), name)
    place = f"slide {number}"
    titles, body = _words(root, place, number)
    if not titles and body:
        titles, body = [body[0].words], body[1:]
    yield Line(f"# {' '.join(titles) or place}", place)
    yield from body
    for kind, notes in _links(file, archive, name).values():
        if kind.endswith(NOTES):
            _, said = _words(root_of(file, part(file, archive, notes), notes), f"{place}, notes", number)
            yield from said
    yield Line("", place)


def _words(root: Any, place: str, number: int) -> tuple[list[str], list[Line]]:
    """Return the lines of the titles, and all others: bullets, rows of tables, text in groups."""
    for element in list(root.iter(FALLBACK)):
        element.getparent().remove(element)
    titles: list[str] = []
    body: list[Line] = []
    tables = 0
    for element in root.iter(f"{P}sp", f"{A}tbl"):
        if element.tag == f"{A}tbl":
            tables += 1
            body += _rows(element, f"{place}, table {tables}", number * MOST_TABLES + tables)
            continue
        holder = element.find(f"{P}nvSpPr/{P}nvPr/{P}ph")
        kind = holder.get("type", "body") if holder is not None else ""
        if kind in NO_WORDS:
            continue
        lines = [line for p in element.iter(f"{A}p") for line in _paragraph(p).split("\n") if line.strip()]
        if kind in TITLES:
            titles += lines
        else:
            body += [Line(f"- {line}", place) for line in lines]
    return titles, body


def _rows(table: Any, place: str, number: int) -> Iterator[Line]:
    """Yield the rows of a table; a value that is merged over several rows stands in each of them."""
    above: list[str] = []
    for count, row in enumerate(table.iter(f"{A}tr"), 1):
        cells = list(row.iter(f"{A}tc"))
        own = [" ".join(filter(None, map(_paragraph, cell.iter(f"{A}p")))) for cell in cells]
        above = [
            above[n] if cell.get("vMerge") in ("1", "true") and n < len(above) else own[n]
            for n, cell in enumerate(cells)
        ]
        if any(own):
            yield Line(" | ".join(own), f"{place}, row {count}", tuple(above), number)


def _paragraph(paragraph: Any) -> str:
    return "".join("\n" if e.tag == f"{A}br" else e.text or "" for e in paragraph.iter(f"{A}t", f"{A}br")).strip()
