"""A text file of any encoding -> a Document of numbered lines, without people's addresses and numbers."""

from __future__ import annotations

import codecs
import hashlib
import re
from pathlib import Path

from charset_normalizer import from_bytes

from etl.masks import masked as masked  # where others look for it
from etl.read.bars import tabled
from etl.read.errors import ReadError
from etl.read.numbered import numbered
from etl.records import Document

MARKED = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
OTHER_FORMATS = {
    b"%PDF": "a PDF file",
    b"PK\x03\x04": "a zip or office file",
    b"\xd0\xcf\x11\xe0": "an old office file",
}
# Of our languages, before Unicode; among all there are, a short text with two accents looks like Baltic DOS.
LIKELY = ["cp1252", "cp1250", "cp1251", "koi8_r", "cp1256", "iso8859_6"]
SAMPLE = 200_000  # bytes from which an encoding is guessed
ZEROS = 0.2  # share of zero bytes on one side that makes UTF-16 of Western text
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\ufffd]")
MOST_CONTROL = 0.01  # share of control characters above which a file is no text
AS_TEXT = "Save it as plain text (UTF-8) and try again."


def read(path: Path, name: str) -> Document:
    """Return the Document of the file at `path`, called `name` in the tables.

    Raises ReadError for an empty or binary file, OSError where the file cannot be opened.
    """
    return document(path.read_bytes(), name)


def document(data: bytes, name: str) -> Document:
    """Return the Document of the bytes of a text file; raises ReadError where it is empty or binary."""
    text, warnings = decoded(data, name)
    unbroken = text.rstrip("\r\n\f\x1a ").replace("\r\n", "\n").replace("\r", "\n")
    lines = tuple(map(masked, unbroken.split("\n")))
    if not any(line.strip() for line in lines):
        raise ReadError(name, "is empty", "Check that the right file was given.")
    return numbered(name, hashlib.sha256(data).hexdigest(), tabled(lines), warnings=warnings)


def decoded(data: bytes, name: str) -> tuple[str, tuple[str, ...]]:
    """Return the text of `data` and warnings; raises ReadError where it is no text."""
    for magic, what in OTHER_FORMATS.items():
        if data.startswith(magic):
            raise ReadError(name, f"is {what}, not plain text", AS_TEXT)
    encoding = next((encoding for mark, encoding in MARKED if data.startswith(mark)), _by_zeros(data))
    guessed = False
    try:
        text = data.decode(encoding or "utf-8")
    except UnicodeDecodeError:
        text, guessed = _guessed(data), True
    if len(CONTROL.findall(text[:SAMPLE])) > MOST_CONTROL * min(len(text), SAMPLE):
        raise ReadError(name, "is not a text file (it holds binary data)", AS_TEXT)
    text = text.replace("\x00", " ")
    return text, ("its encoding was guessed: look at letters with accents",) if guessed else ()


def _by_zeros(data: bytes) -> str | None:
    """Return the kind of UTF-16 that zero bytes on one side betray, None where there are few."""
    head = data[:SAMPLE]
    half = len(head) / 2 or 1
    if head[1::2].count(0) > ZEROS * half and head[0::2].count(0) < ZEROS * half / 10:
        return "utf-16-le"
    if head[0::2].count(0) > ZEROS * half and head[1::2].count(0) < ZEROS * half / 10:
        return "utf-16-be"
    return None


def _guessed(data: bytes) -> str:
    best = from_bytes(data[:SAMPLE], cp_isolation=LIKELY).best()
    encoding = best.encoding if best else "cp1252"
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return data.decode("cp1252", errors="replace")
