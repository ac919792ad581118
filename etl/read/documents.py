"""A file -> the documents in it: itself, or the members of a zip and the attachments of a mail, in order."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from etl.read import delimited, docx, html, iati, mail, pdf, pptx, sheet, text
from etl.read.archive import DEEPEST, members
from etl.read.errors import ReadError
from etl.read.file import File
from etl.read.kinds import Kind, kind_of
from etl.records import Document

READERS: dict[Kind, Callable[[File], Document]] = {
    "pdf": pdf.read,
    "docx": docx.read,
    "pptx": pptx.read,
    "sheet": sheet.read,
    "html": html.read,
    "iati": iati.read,
}
Read = Document | ReadError


def documents(file: File, depth: int = 0) -> Iterator[Read]:
    """Yield the documents of a file; for each that cannot be read, why. OSError where the file cannot be opened.

    Every fault of one document stays with it: what others wrote must not stop the reading of the rest.
    """
    try:
        kind = kind_of(file)
        if kind in ("zip", "mail") and depth >= DEEPEST:
            raise ReadError(file.name, f"lies in more than {DEEPEST} files in each other", "Unpack it by hand.")
        if kind == "zip":
            yield from _inside(members(file), depth)
        elif kind == "mail":
            own, attached = mail.read(file)
            if not (isinstance(own, ReadError) and attached):
                yield own
            yield from _inside(iter(attached), depth)
        else:
            yield _text(file) if kind == "text" else READERS[kind](file)
    except ReadError as error:
        yield error
    except (MemoryError, RecursionError) as error:
        yield ReadError(
            file.name, f"is too large or too deep to be read ({type(error).__name__})", "Cut it into parts."
        )
    except OSError:
        raise
    except Exception as error:  # whatever others wrote stays with its own document
        said = f"holds something that its format does not allow ({type(error).__name__}: {str(error)[:80]})"
        yield ReadError(file.name, said, "Save it again from the program that made it, and tell us of it.")


def _inside(files: Iterator[File | ReadError], depth: int) -> Iterator[Read]:
    taken: set[str] = set()
    for inside in files:
        if isinstance(inside, ReadError):
            yield inside
        else:
            yield from documents(replace(inside, name=_free(inside.name, taken)), depth + 1)


def _free(name: str, taken: set[str]) -> str:
    """Return a name that no other file beside it has: two attachments may be called the same."""
    free, number = name, 1
    while free in taken:
        number += 1
        free = f"{name} ({number})"
    taken.add(free)
    return free


def _text(file: File) -> Document:
    """Return the rows of a table written as text, else the lines of the text."""
    data = file.read()
    letters, warnings = text.decoded(data, file.name)
    return delimited.read(file, letters, warnings) or text.document(data, file.name)
