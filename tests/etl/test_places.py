"""Who is helped, where, at which region it aims, who pays and who takes a hand: tests/cases/places.csv."""

import csv
from pathlib import Path

import pytest

from etl import vocabulary
from etl.find import country, donors, host, partners, region
from etl.records import Document, Finding, Item, Passage
from etl.text import joined

CASES = Path(__file__).parent.parent / "cases" / "places.csv"
FINDERS = (country, host, region, donors, partners)
TITLE = "|| "
FIELDS = {
    "host_country": "host",
    "country": "beneficiaries",
    "region_text": "regions",
    "donors": "donors",
    "partners": "partners",
}
ROWS = list(csv.DictReader(CASES.read_text(encoding="utf-8").splitlines()))


def passage_of(text: str, language: str = "en", heading: str = "") -> Passage:
    title, _, body = text.rpartition(TITLE)
    lines = [(n, line) for n, line in enumerate((title, body), 1) if line]
    whole = joined(lines)
    item = Item("a.txt", 0, "feed", 1, 2, "par. 1", heading, title, whole, language)
    hits = tuple(h for h in vocabulary.terms().find(whole.string) if h.code)
    cue = next((h for h in hits if h.group in ("act", "event")), None)
    start, end = (cue.start, cue.end) if cue else (0, 0)
    return Passage(item, 0, len(whole.string), start, end, 1, 2, hits)


def findings_of(text: str, language: str = "en", heading: str = "", publisher: str | None = None) -> list[Finding]:
    document = Document("a.txt", "", (), language=language, publisher=publisher)
    passage = passage_of(text, language, heading)
    return [f for finder in FINDERS for f in finder.find(passage, document)]


def said(findings: list[Finding], field: str) -> str:
    value = next((f.value for f in findings if f.field == field and f.chosen), "")
    return ";".join(value) if isinstance(value, list) else value or ""


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['language']}: {row['text'][:50]}")
def test_every_name_has_its_role(row):
    findings = findings_of(row["text"], row["language"])
    assert {column: said(findings, field) for field, column in FIELDS.items()} == {c: row[c] for c in FIELDS.values()}
