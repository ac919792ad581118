"""Lines with their places -> a Document, with people's addresses and numbers taken out of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from etl.language import language_of
from etl.masks import masked
from etl.read import about
from etl.read.errors import ReadError
from etl.read.text import running_text
from etl.records import Document
from etl.shape import shape_of

Line = tuple[str, str]  # the words, and where a person finds them ("p. 7")


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

    Raises ReadError where no line has words.
    """
    words = tuple(masked(line) for line, _ in lines)
    if not any(line.strip() for line in words):
        raise ReadError(name, "holds no text", "If it was scanned, run text recognition (OCR) on it first.")
    document = about.described(
        Document(
            name,
            checksum,
            words,
            shape or shape_of(words),
            language=language_of(running_text(words)),
            places=tuple(place for _, place in lines),
            warnings=tuple(warnings),
        )
    )
    return replace(document, title=title or document.title, published=published or document.published)
