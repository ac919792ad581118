"""The template that field offices fill in is read back as they filled it in."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from etl.__main__ import main
from etl.read.documents import documents
from etl.read.file import File
from etl.records import Document
from etl.rows.headings import columns

FILLED = {
    "Activity": "Course on sealed cargo", "Start date": "2024-05-12", "End date": "2024-05-14", "Kind": "Training",
    "Beneficiary countries": "Peru; Chile", "Host country": "Peru", "Mode": "In person", "Participants": "30+",
    "Women": 12, "Audience": "Judges; Prosecutors", "Areas": "Legislation", "Topics": "Smuggling of migrants",
    "Donors": "Norway", "Programme": "GLO.ACT", "Organisation": "IOM", "Status": "Planned",
}  # fmt: skip


@pytest.fixture
def template(tmp_path: Path) -> Path:
    path = tmp_path / "template.xlsx"
    assert main(["template", str(path)]) == 0
    return path


def test_every_heading_is_known(template: Path) -> None:
    sheet = openpyxl.load_workbook(template)["Activities"]
    headings = [str(cell.value) for cell in sheet[1]]
    found = columns(headings)
    assert "" not in found
    assert "again" not in found
    assert set(FILLED) <= set(headings)


def test_what_is_filled_in_is_read_back(template: Path) -> None:
    book = openpyxl.load_workbook(template)
    sheet = book["Activities"]
    for cell in sheet[1]:
        sheet.cell(2, cell.column, FILLED.get(str(cell.value)))
    book.save(template)
    document = next(iter(documents(File("template.xlsx", template))))
    assert isinstance(document, Document)
    stated = {f.field: f.value for f in document.records[0].findings}
    assert stated == {
        "date": "2024-05-12", "end_date": "2024-05-14", "date_basis": "event", "kind": "training",
        "country": ["CHL", "PER"], "host_country": "PER", "mode": "in_person", "participants": 30, "women": 12,
        "number_qualifier": "at_least", "audience": ["judges", "prosecutors"], "areas": ["legislation"],
        "topics": ["SOM"], "donors": ["NOR"], "programme": ["GLO.ACT"], "organisation": "IOM", "flags": ["planned"],
    }  # fmt: skip
    assert len(document.records) == 1


def test_it_offers_the_words_of_the_vocabularies(template: Path) -> None:
    book = openpyxl.load_workbook(template)
    assert len(book["Activities"].data_validations.dataValidation) >= 3
    assert "Training" in [cell.value for cell in book["Lists"]["A"]]


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["template", str(tmp_path / "none" / "a.xlsx")]) == 1
    assert "cannot be written" in capsys.readouterr().err
