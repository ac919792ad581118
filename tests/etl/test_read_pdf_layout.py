"""Pages set in columns or with tables -> their text in reading order, rows of a register as rows."""

from __future__ import annotations

from io import BytesIO
from random import Random

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph, SimpleDocTemplate, Table, TableStyle

from etl.read.documents import documents
from etl.read.file import File
from etl.records import Document

MARGIN, GUTTER = 60, 16
BODY = ParagraphStyle("body", fontName="Helvetica", fontSize=9, leading=11.5, spaceAfter=5)
WORDS = ("boat", "court", "guard", "harbour", "judge", "ledger", "mayor", "notebook", "officer", "paper", "quay")
PARAGRAPHS = [
    " ".join([f"Course {n}", *Random(n).choices(WORDS, k=40), "ended."]) for n in range(10, 70)
]  # all begin otherwise, so that none is taken for a header that comes back


def in_columns(count: int) -> bytes:
    width = (A4[0] - 2 * MARGIN - (count - 1) * GUTTER) / count
    frames = [Frame(MARGIN + n * (width + GUTTER), MARGIN, width, A4[1] - 2 * MARGIN, 0, 0, 0, 0) for n in range(count)]
    stream = BytesIO()
    book = BaseDocTemplate(stream, pagesize=A4)
    book.addPageTemplates(PageTemplate(frames=frames))
    book.build([Paragraph(words, BODY) for words in PARAGRAPHS])
    return stream.getvalue()


def _read(data: bytes) -> Document:
    (found,) = documents(File("a.pdf", data=data))
    assert isinstance(found, Document)
    return found


@pytest.mark.parametrize("count", [1, 2, 3])
def test_columns_are_read_one_after_the_other(count: int) -> None:
    assert list(_read(in_columns(count)).lines) == PARAGRAPHS


HEADS = ("Date", "Activity", "Country", "Number of participants", "Trainer")
ROWS = (
    ("12-14 May 2019", "Workshop on sealed cargo and on the papers that go with it", "Kenya", "25", "Ann Other"),
    ("3 June 2019", "Course on false papers", "Uganda; Chad", "30+", "Jo Other"),
    ("July 2019", "Seminar on ports for officers of the harbour and for their mayors", "Chad", "", ""),
)


def with_table(rows: int, *style: tuple[object, ...]) -> bytes:
    """Return pages with a table of as many rows, between two paragraphs."""
    cells = [[Paragraph(words, BODY) for words in row] for row in [HEADS, *(ROWS[n % len(ROWS)] for n in range(rows))]]
    table = Table(cells, colWidths=(70, 150, 80, 80, 70), repeatRows=0)
    table.setStyle(TableStyle([("VALIGN", (0, 0), (-1, -1), "TOP"), *style]))
    stream = BytesIO()
    above = ParagraphStyle("above", parent=BODY, spaceAfter=-4)  # close above, as word processors set it
    SimpleDocTemplate(stream).build([Paragraph(PARAGRAPHS[0], above), table, Paragraph(PARAGRAPHS[1], BODY)])
    return stream.getvalue()


def _rows_of(document: Document) -> list[tuple[object, ...]]:
    stated = [{f.field: f.value for f in record.findings} for record in document.records]
    return [(s["date"], s["country"], s.get("participants")) for s in stated]


@pytest.mark.parametrize(
    "style", [[], [("TOPPADDING", (0, 0), (-1, -1), 0), ("BOTTOMPADDING", (0, 0), (-1, -1), 0)]], ids=["loose", "tight"]
)
def test_rows_of_a_register_are_rows(style: list[tuple[object, ...]]) -> None:
    document = _read(with_table(3, *style))
    assert _rows_of(document) == [
        ("2019-05-12", ["KEN"], 25), ("2019-06-03", ["TCD", "UGA"], 30), ("2019-07", ["TCD"], None),
    ]  # fmt: skip
    assert [record.title for record in document.records] == [row[1] for row in ROWS]
    assert document.lines[0] == PARAGRAPHS[0]
    assert document.lines[-1] == PARAGRAPHS[1]
    assert "Other" not in " ".join(document.lines)
    assert document.records[0].locator == "p. 1, row 2"


def test_a_table_goes_on_over_the_page() -> None:
    document = _read(with_table(60))
    assert len(document.records) == 60
    assert len({record.locator for record in document.records}) > 1


def test_a_table_of_other_things_stays_text() -> None:
    stream = BytesIO()
    rows = [["Item", "Price", "Shop"], ["Boat", "20", "Harbour"], ["Seal", "2", "Quay"]]
    SimpleDocTemplate(stream).build([Table(rows)])
    document = _read(stream.getvalue())
    assert not document.records
    assert "Harbour" in " ".join(document.lines)
