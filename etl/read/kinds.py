"""The bytes of a file -> what kind of file it is, whatever its name says."""

from __future__ import annotations

import re
import zipfile
from typing import Literal

from etl.read.errors import ReadError, UnknownKind
from etl.read.file import File

Kind = Literal["text", "pdf", "docx", "pptx", "sheet", "html", "mail", "iati", "zip"]
HEAD = 65_536  # bytes from which a kind is told
OFFICE: tuple[tuple[str, Kind], ...] = (("word/document.xml", "docx"), ("ppt/presentation.xml", "pptx"))
SHEETS = ("xl/workbook.xml", "xl/workbook.bin")
OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
LOCKED, OLD_SHEET = "EncryptedPackage".encode("utf-16-le"), ("Workbook".encode("utf-16-le"), "Book".encode("utf-16-le"))
OTHERS = (
    (b"\x89PNG", "an image"), (b"\xff\xd8\xff", "an image"), (b"GIF8", "an image"), (b"II*\x00", "an image"),
    (b"MM\x00*", "an image"), (b"RIFF", "a sound or film"), (b"ID3", "a sound"), (b"OggS", "a sound or film"),
    (b"\x1a\x45\xdf\xa3", "a film"), (b"\x7fELF", "a program"), (b"MZ\x90", "a program"), (b"Rar!", "a RAR archive"),
    (b"7z\xbc\xaf", "a 7z archive"), (b"\x1f\x8b", "a gzip archive"), (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"), (b"SQLite format 3", "a database"), (b"PAR1", "a Parquet file"),
    (b"{\\rtf", "an RTF file"),
)  # fmt: skip
FILM = re.compile(rb"^.{4}ftyp", re.S)
IATI = re.compile(r"<(?:\w+:)?iati-activit(?:y|ies)\b")
HTML = re.compile(r"<(?:!doctype\s+html|html|head|body|article|main|div|table|p|h1)\b", re.I)
MARKUP = re.compile(r"^[\s\ufeff]*<(?:[?!]|[A-Za-z])")
MAIL_FIELD = re.compile(
    r"^(?:from|to|subject|date|received|return-path|mime-version|message-id|content-type|delivered-to|x-[\w-]+):", re.I
)
FEWEST_FIELDS = 3  # of a mail among its first lines; a page may begin with "Date:" and "Subject:" too
MAIL_NEEDS = re.compile(r"^(?:mime-version|message-id|received|return-path):", re.I | re.M)


def kind_of(file: File) -> Kind:
    """Return the kind of `file`; raises UnknownKind for what this program does not read, ReadError for locked files."""
    head = file.head(HEAD)
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zipped(file)
    if head.startswith(OLD):
        return _old(file)
    if what := next((what for magic, what in OTHERS if head.startswith(magic)), "a film" if FILM.match(head) else ""):
        raise UnknownKind(file.name, what)
    return _written(file, _letters(head))


def _zipped(file: File) -> Kind:
    """Tell office files from other zips by what is in them."""
    try:
        with file.open() as stream, zipfile.ZipFile(stream) as archive:
            names = set(archive.namelist())
            kind = archive.read("mimetype")[:100].decode("ascii", "replace") if "mimetype" in names else ""
    except (zipfile.BadZipFile, RuntimeError, OSError, ValueError, NotImplementedError, EOFError) as error:
        what = "is a zip or office file that cannot be opened: it is damaged or not whole"
        raise ReadError(file.name, what, "Get it anew.") from error
    if found := next((kind for part, kind in OFFICE if part in names), None):
        return found
    if names.intersection(SHEETS) or "opendocument.spreadsheet" in kind:
        return "sheet"
    if kind.startswith("application/"):
        raise UnknownKind(file.name, f"a file of the kind {kind}")
    return "zip"


def _old(file: File) -> Kind:
    data = file.read()
    if LOCKED in data:
        raise ReadError(file.name, "is protected by a password", "Save it without one.")
    if any(mark in data for mark in OLD_SHEET):
        return "sheet"
    raise UnknownKind(file.name, "an old office file (.doc, .ppt or .msg)")


def _letters(head: bytes) -> str:
    """Return the beginning as letters; enough of them are right for the kind to be told."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head.decode("utf-16", "replace")
    if head[1:2] == b"\x00" or head[:1] == b"\x00":
        return head.replace(b"\x00", b"").decode("latin-1")
    return head.decode("utf-8", "replace")


def _written(file: File, letters: str) -> Kind:
    if MARKUP.match(letters):
        if IATI.search(letters):
            return "iati"
        if HTML.search(letters):
            return "html"
        if letters.lstrip("\ufeff \t\r\n").startswith("<?xml"):
            raise UnknownKind(file.name, "an XML file that is neither IATI nor a page")
    lines = letters.splitlines()[:40]
    fields = sum(1 for line in lines if MAIL_FIELD.match(line))
    if fields >= FEWEST_FIELDS and MAIL_FIELD.match(letters) and MAIL_NEEDS.search(letters[:4000]):
        return "mail"
    return "text"
