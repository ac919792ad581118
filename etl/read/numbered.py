"""Lines with their places -> a Document, with people's addresses and numbers taken out of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from etl.language import language_of
from etl.masks import masked
from etl.read import about
from etl.read.errors import ReadError
from etl.read.registers import Line, registers
from etl.records import Document
from etl.shape import shape_of
from etl.wrapped import unwrapped


def numbered(
    name: str,
    checksum: str,
    lines: Sequence[Line],
    shape: str | None = None,
    title: str | None = None,
    published: str | None = None,
    warnings: Sequence[str] = (),
) -> Document:
    """Return the Document of `lines`; `shape`, `title` and `published` where the format itself states them.

    A table with headings that we know becomes records, like a sheet; the document's shape, title and date are those of
    the text around it. Raises ReadError where no line has words.
    """
    words = [masked(line.words) for line in lines]
    if not any(line.strip() for line in words):
        raise ReadError(name, "holds no text", "If it was scanned, run text recognition (OCR) on it first.")
    language = language_of(running_text(tuple(words)))
    found = registers(lines, language)
    text = tuple("" if index in found.lines else line for index, line in enumerate(words))
    document = about.described(
        Document(
            name,
            checksum,
            text,
            shape or shape_of(unwrapped(text)[0]),
            language=language,
            places=tuple(line.place for line in lines) if any(line.place for line in lines) else (),
            warnings=(*warnings, *found.warnings),
            records=tuple(found.records),
            rows=frozenset(index + 1 for index in found.lines),
        )
    )
    whole = tuple(found.lines.get(index, line) for index, line in enumerate(document.lines))
    return replace(document, lines=whole, title=title or document.title, published=published or document.published)


def running_text(lines: tuple[str, ...]) -> str:
    """Return running text of the document, by which its language can be told."""
    long = [line for line in lines if len(line) > 60] or list(lines)
    step = max(1, len(long) // 20)
    return " ".join(line[:150] for line in long[::step])
