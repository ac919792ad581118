"""An IATI activity file of any version -> a Document of records, in memory that does not grow with what is not kept."""

from __future__ import annotations

import re
from html.entities import html5
from io import BytesIO
from typing import Any, BinaryIO

from lxml import etree

from etl.read import iati_values as values
from etl.read.errors import ReadError
from etl.read.file import File
from etl.read.iati_activity import Activity, Line
from etl.read.text import decoded
from etl.read.xml import DOCTYPE, SAFE
from etl.records import Document, Record

HEAD = 65_536  # bytes in which a document type must stand
ACTIVITY = "{*}iati-activity"
UNDECLARED = frozenset((201, 202, 204, 205))  # libxml2's numbers for prefixes that are not declared: nothing is lost
REFERENCE = re.compile(r"&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[0-9A-Fa-f]{1,6});)(?:(\w{2,31});)?")
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")  # signs that no XML may hold


def read(file: File) -> Document:
    """Return the Document of an IATI file; its whole activities where it breaks off. Raises ReadError.

    A document type, entities and the network are refused. A file that breaks off is read once more as text, in the
    encoding that it has and with its stray signs mended.
    """
    if DOCTYPE.search(file.head(HEAD).replace(b"\x00", b"")):
        raise ReadError(file.name, "has a document type of its own, which no IATI file needs", "Take it out.")
    with file.open() as stream:
        reading = _Reading().whole(_from_first_sign(stream))
    if reading.error and file.head(HEAD).lstrip(b"\x00\xff\xfe\xef\xbb\xbf \t\r\n"):
        again = _mended_reading(file)
        reading = again if again.activities > reading.activities else reading
    if reading.error and not reading.records:
        raise ReadError(file.name, f"is no whole IATI file ({reading.error})", "Get it anew.")
    return _document(file, reading)


def _mended_reading(file: File) -> _Reading:
    """Read a file once more with its stray signs mended; nothing where it is too large or no text."""
    reading = _Reading()
    try:
        letters = decoded(file.read(), file.name)[0]
    except ReadError:
        return reading
    reading.whole(BytesIO(_mended(letters).encode()))
    reading.remark = reading.remark or "its XML is not well-formed: stray signs were mended"
    return reading


class _Reading:
    """The activities of a file, one after the other; each is forgotten as an element once it is written down."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.records: list[Record] = []
        self.activities = 0
        self.error = self.remark = ""

    def whole(self, stream: BinaryIO) -> _Reading:
        """Read the stream to its end, or to its first fault."""
        try:
            for _, element in etree.iterparse(stream, events=("end",), tag=ACTIVITY, remove_comments=True, **SAFE):
                self._take(element)
                element.clear()
                while element.getprevious() is not None:
                    del element.getparent()[0]
        except etree.XMLSyntaxError as error:
            if error.code in UNDECLARED:
                self.remark = f"uses a prefix that it does not declare: {error.msg}"
            else:
                self.error = " ".join(str(error.msg or error).split())
        return self

    def _take(self, element: Any) -> None:
        self.activities += 1
        language = element.getroottree().getroot().get(values.LANGUAGE) or ""
        activity = Activity(element, self.activities, len(self.lines) + 1, language)
        record = activity.record()
        self.lines += activity.lines
        if record:
            self.records.append(record)


def _document(file: File, reading: _Reading) -> Document:
    warnings = [reading.remark] if reading.remark else []
    if reading.error:
        warnings.append(f"breaks off after {reading.activities} whole activities: {reading.error}")
    if not reading.activities:
        warnings.append("holds no activities")
    elif missing := reading.activities - len(reading.records):
        warnings.append(f"{missing} activities have neither title nor description; not read")
    lines = reading.lines or [("", "")]
    publisher = next((f.value for r in reading.records for f in r.findings if f.field == "organisation"), None)
    return Document(
        file.name,
        file.checksum(),
        tuple(words for words, _ in lines),
        "rows",
        publisher=publisher,
        places=tuple(place for _, place in lines),
        warnings=tuple(warnings),
        records=tuple(reading.records),
    )


class _Skipped:
    """A stream without the blanks and marks before its first sign, of which a parser would not hear."""

    def __init__(self, stream: BinaryIO, first: bytes) -> None:
        self._stream, self._first = stream, first

    def read(self, length: int = -1) -> bytes:
        """Return the next bytes."""
        first, self._first = self._first, b""
        return first or self._stream.read(length)


def _from_first_sign(stream: BinaryIO) -> Any:
    first = stream.read(HEAD)
    return _Skipped(stream, first.lstrip(b" \t\r\n"))


def _mended(letters: str) -> str:
    """Return the letters of a file with what most often breaks it made good: a bare "&", "&nbsp;", control signs."""
    letters = FORBIDDEN.sub(" ", letters.lstrip("\ufeff \t\r\n"))
    letters = letters.partition("?>")[2] if letters.startswith("<?xml") else letters
    return REFERENCE.sub(_reference, letters)


def _reference(found: re.Match[str]) -> str:
    sign = html5.get(f"{found[1]};") if found[1] else None
    return sign or found[0].replace("&", "&amp;")
