"""A mail (EML) or saved page (MHTML) -> a Document of its text, and its attachments as files of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage, MIMEPart
from email.utils import parsedate_to_datetime
from pathlib import PurePosixPath

from etl.read.errors import ReadError
from etl.read.file import File
from etl.read.html import lines_of
from etl.read.html import read as read_page
from etl.read.numbered import numbered
from etl.read.registers import Line
from etl.records import Document

MOST_PARTS = 500
SAVED_PAGE = "multipart/related"
HANDED_ON = re.compile(r"^(?:(?:re|fwd?|tr|rv|res|enc|aw|wg|отв|пересл)\s*:\s*)+", re.I)  # "Fwd: Re: Minutes"
UNNAMED = "attachment"


def read(file: File) -> tuple[Document | ReadError, list[File]]:
    """Return the Document of a mail's own text, or why there is none, and its attachments (`mail.eml/a.docx`)."""
    message = message_from_bytes(file.read(), policy=policy.default)
    if not isinstance(message, EmailMessage):
        raise ReadError(file.name, "is no mail that can be read", "Save it as text.")
    try:
        own: Document | ReadError = _own(file, message)
    except ReadError as error:
        own = error
    return own, list(_attachments(file, message))


def _own(file: File, message: EmailMessage) -> Document:
    page = _saved_page(message)
    if page is not None:
        return read_page(file, page)
    subject = HANDED_ON.sub("", " ".join(str(message.get("subject") or "").split()))
    lines: list[Line] = [Line(f"# {subject}", "subject")] if subject else []
    for kind, text in _texts(message):
        found = lines_of(text) if kind == "html" else [Line(line, "") for line in text.splitlines()]
        lines += [line._replace(place=f"body, {line.place}" if line.place else "body") for line in found]
    return numbered(file.name, file.checksum(), lines, title=subject or None, published=_sent(message))


def _saved_page(message: EmailMessage) -> bytes | None:
    """Return the page that a browser saved as one file; None for a mail."""
    if message.get_content_type() != SAVED_PAGE and message.get("Snapshot-Content-Location") is None:
        return None
    if message.get("to") is not None:
        return None
    pages = (part for part in message.walk() if part.get_content_type() == "text/html")
    page = next(pages, None)
    return page.get_payload(decode=True) if page is not None else None  # type: ignore[return-value]


def _texts(message: EmailMessage) -> Iterator[tuple[str, str]]:
    body = message.get_body(("plain", "html"))
    if body is not None:
        yield body.get_content_subtype(), _letters(body)


def _letters(part: MIMEPart) -> str:
    try:
        return str(part.get_content())
    except (LookupError, KeyError, ValueError):  # a charset that nobody knows
        data = part.get_payload(decode=True)
        return data.decode("utf-8", "replace") if isinstance(data, bytes) else ""


def _attachments(file: File, message: EmailMessage) -> Iterator[File]:
    for number, part in enumerate(message.walk()):
        if number >= MOST_PARTS:
            return
        named = part.get_filename()
        if part.is_multipart() and part.get_content_type() != "message/rfc822":
            continue
        if not (named or part.get_content_disposition() == "attachment"):
            continue
        data = part.get_payload(decode=True)
        name = PurePosixPath(str(named or f"{UNNAMED}-{number}").replace("\\", "/")).name
        if isinstance(data, bytes) and data:
            yield File(f"{file.name}/{name}", data=data)


def _sent(message: EmailMessage) -> str | None:
    try:
        return parsedate_to_datetime(str(message.get("date") or "")).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
