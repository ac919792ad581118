"""A table with headings of a register inside a Word file, page, set of slides or mail -> rows like those of a sheet."""

from __future__ import annotations

from email.message import EmailMessage
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from docx import Document as WordFile
from pptx import Presentation
from pptx.util import Inches

from etl import pipeline
from etl.records import Mention
from etl.sources import Source

BEFORE = "UNODC held a seminar on forged papers for 31 judges in Lima, Peru, on 3 March 2019."
HEADS = ("Date", "Activity", "Country", "Participants", "Trainer")
ROWS = (
    ("12-14/05/2019", "Workshop on sealed cargo", "Kenya", "25", "Ann Other"),
    ("3 June 2019", "Course on false papers for border police", "", "30+", "Jo Other"),
    ("Total", "", "", "55", ""),
    ("July 2019", "Seminar on ports", "Chad", "", ""),
)


def as_docx() -> bytes:
    document = WordFile()
    document.add_paragraph(BEFORE)
    table = document.add_table(0, len(HEADS))
    for row in (HEADS, *ROWS):
        for cell, words in zip(table.add_row().cells, row, strict=True):
            cell.text = words
    table.cell(1, 2).merge(table.cell(2, 2)).text = "Kenya"
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def as_html() -> bytes:
    body = []
    for row in ROWS:
        cells = [f"<td>{words}</td>" for words in row]
        cells[2] = {"Kenya": "<td rowspan=2>Kenya</td>"}.get(row[2], "" if row is ROWS[1] else cells[2])
        body.append(f"<tr>{''.join(cells)}</tr>")
    heads = "".join(f"<th>{head}</th>" for head in HEADS)
    title = f"<tr><td colspan={len(HEADS)}>What the office did</td></tr>"
    return (
        f"<html><body><main><p>{BEFORE}</p><table>{title}<thead><tr>{heads}</tr></thead>"
        f"<tbody>{''.join(body)}</tbody></table></main></body></html>"
    ).encode()


def as_pptx() -> bytes:
    show = Presentation()
    slide = show.slides.add_slide(show.slide_layouts[5])
    slide.shapes.title.text = "What the office did"
    table = slide.shapes.add_table(len(ROWS) + 1, len(HEADS), Inches(1), Inches(2), Inches(8), Inches(3)).table
    for number, row in enumerate((HEADS, *ROWS)):
        for column, words in enumerate(row):
            table.cell(number, column).text = words
    table.cell(1, 2).merge(table.cell(2, 2))
    stream = BytesIO()
    show.save(stream)
    return stream.getvalue()


def as_eml() -> bytes:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"], mail["MIME-Version"] = "a@example.org", "b@example.org", "List", "1.0"
    mail.set_content(as_html().decode(), subtype="html")
    return mail.as_bytes()


MAKERS = {"docx": as_docx, "html": as_html, "pptx": as_pptx, "eml": as_eml}
PLACES = {"docx": "table 1, row 3", "html": "table 1, row 4", "pptx": "slide 1, table 1, row 3"}


def _mentions(kind: str, folder: Path) -> list[Mention]:
    path = folder / f"a.{kind}"
    path.write_bytes(MAKERS[kind]())
    (reading,) = pipeline.read(Source(path, path.name, 1))
    assert not reading.problem
    return list(reading.mentions)


def _said(mention: Mention) -> tuple[Any, ...]:
    row = mention.row
    return row["date"], row["end_date"], tuple(row["country"]), row["participants"], row["number_qualifier"]


@pytest.mark.parametrize("kind", MAKERS)
def test_a_row_of_a_table_is_an_activity(kind: str, tmp_path: Path) -> None:
    found = _mentions(kind, tmp_path)
    rows = [m for m in found if any(f.rule == "stated" for f in m.findings)]
    assert [_said(m) for m in rows] == [
        ("2019-05-12", "2019-05-14", ("KEN",), 25, "exact"),
        ("2019-06-03", "2019-06-03", ("KEN",), 30, "at_least"),
        ("2019-07", "2019-07", ("TCD",), None, None),
    ]
    assert len(found) == len(rows) + (kind != "pptx"), "the text around the table tells of one more"


@pytest.mark.parametrize("kind", PLACES)
def test_its_evidence_stands_at_its_row(kind: str, tmp_path: Path) -> None:
    row = next(m for m in _mentions(kind, tmp_path) if m.row["participants"] == 30)
    assert row.row["locator"].endswith(PLACES[kind])
    assert {f.locator for f in row.findings if f.rule == "stated"} == {row.row["locator"]}


@pytest.mark.parametrize("kind", MAKERS)
def test_no_name_of_a_person_is_kept(kind: str, tmp_path: Path) -> None:
    quotes = [f.quote for m in _mentions(kind, tmp_path) for f in m.findings]
    assert quotes
    assert not [quote for quote in quotes if "Other" in quote]
