"""A page of a PDF that hangs its reader, breaks it or fills the memory costs that page alone."""

from __future__ import annotations

import pytest

from etl.read import pdf_pages
from etl.read.documents import documents
from etl.read.errors import ReadError
from etl.read.file import File
from etl.records import Document
from tests.etl.as_formats import as_pdf

LEVELS = 9  # of drawings that each draw the next ten times: a thousand million letters on one page
TIMES = 10
FONT = b"/Font << /F 3 0 R >>"
PAGE = b"/Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Resources << %s /XObject << /X 10 0 R >> >>" % FONT


def _stream(head: bytes, content: bytes) -> bytes:
    return b"<< %s /Length %d >>\nstream\n%s\nendstream" % (head, len(content), content)


def looping(pages: int, hanging: int) -> bytes:
    """Return a PDF of `pages` pages of which page `hanging` (from 0) draws without end."""
    kids = b" ".join(b"%d 0 R" % (100 + 2 * n) for n in range(pages))
    parts = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, pages),
        3: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    }
    for n in range(pages):
        words = b"BT /F 12 Tf 50 700 Td (Course number %d was held in Lima.) Tj ET" % n
        parts[100 + 2 * n] = b"<< %s /Contents %d 0 R >>" % (PAGE, 101 + 2 * n)
        parts[101 + 2 * n] = _stream(b"", words + (b" /X Do" if n == hanging else b""))
    for level in range(LEVELS):
        head = b"/Type /XObject /Subtype /Form /BBox [0 0 600 800] /Resources "
        last = level == LEVELS - 1
        inner = b"<< %s >>" % (FONT if last else b"/XObject << /X %d 0 R >>" % (11 + level))
        parts[10 + level] = _stream(head + inner, b"BT /F 9 Tf (x) Tj ET" if last else b"/X Do " * TIMES)
    whole = b"%PDF-1.4\n" + b"".join(b"%d 0 obj\n%s\nendobj\n" % part for part in sorted(parts.items()))
    return whole + b"trailer << /Root 1 0 R >>\n%%EOF"


def _read(data: bytes) -> Document | ReadError:
    (found,) = documents(File("a.pdf", data=data))
    return found


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_pages, "PAGE_SECONDS", 3.0)


@pytest.mark.usefixtures("impatient")
def test_a_page_that_draws_without_end_costs_only_itself() -> None:
    found = _read(looping(pages=3, hanging=1))
    assert isinstance(found, Document)
    assert found.lines == ("Course number 0 was held in Lima.", "Course number 2 was held in Lima.")
    assert found.warnings == ("1 of 3 pages could not be read: they take all time or memory",)
    assert isinstance(_read(as_pdf("A course was held in Lima.")), Document), "the next file is read as ever"


@pytest.mark.usefixtures("impatient")
def test_a_file_of_nothing_else_is_refused() -> None:
    found = _read(looping(pages=1, hanging=0))
    assert "take all time or memory" in str(found)


@pytest.mark.usefixtures("impatient")
def test_a_file_that_takes_too_long_as_a_whole_is_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_pages, "FILE_SECONDS", 0.0)
    found = _read(as_pdf("A course was held in Lima."))
    assert "only the first 0 of" in str(found)


def test_a_process_that_was_ended_is_started_again() -> None:
    assert isinstance(_read(as_pdf("A course was held in Lima.")), Document)
    pdf_pages._worker()._process.kill()
    first, second = (_read(as_pdf("A course was held in Lima.")) for _ in range(2))
    assert isinstance(first, ReadError)
    assert isinstance(second, Document)
