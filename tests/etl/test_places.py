"""Who is helped, where, at which region it aims, who pays and who takes a hand: tests/cases/places.csv."""

import csv
from dataclasses import replace
from pathlib import Path

import pytest

from etl import vocabulary
from etl.find import country, donors, host, partners, region
from etl.records import Document, Finding, Item, Passage
from etl.terms import Hits
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
    hits = Hits(h for h in vocabulary.terms().find(whole.string) if h.code)
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


def test_every_case_has_a_reason_and_every_language_has_cases():
    assert all(row["why"] for row in ROWS)
    assert {row["language"] for row in ROWS} == {"en", "fr", "es", "pt", "ru", "ar", "it", "de"}


def test_the_losers_say_why_they_are_no_beneficiaries():
    findings = findings_of("A workshop in Bangkok for officers from Cambodia was funded by Australia.")
    lost = {f.value[0]: f.rule for f in findings if f.field == "country" and not f.chosen}
    assert lost["AUS"].startswith("country: donor")
    assert lost["THA"].startswith("country: held")


@pytest.mark.parametrize(
    ("heading", "count"), [("3 May 1996", 7), ("3 May 2016", 10)], ids=["before it grew", "after it grew"]
)
def test_a_group_has_the_members_of_its_date(heading, count):
    text = "All member States of ASEAN took part in the training."
    assert len(said(findings_of(text, heading=heading), "country").split(";")) == count


def test_the_publisher_is_neither_its_own_partner_nor_donor():
    text = "The course was held with the support of UNODC and in partnership with IOM."
    assert said(findings_of(text, publisher="UNODC"), "partners") == "IOM"
    paid = "A workshop on cold rooms, paid for by UNICEF and Norway, was held in Gao."
    assert said(findings_of(paid, publisher="UNICEF"), "donors") == "NOR"
    assert said(findings_of(paid), "donors") == "NOR;UNICEF"


@pytest.mark.parametrize(
    ("heading", "text", "expected"),
    [
        ("IOM Kenya > News", "A webinar of the office was held for the working group.", ["KEN"]),
        ("IOM Kenya > News", "A webinar for judges of Peru was held.", ["PER"]),
        ("IOM Kenya > News", "A regional webinar was held for the working group.", []),
        ("News about Kenya", "A webinar of the office was held for the working group.", []),
        ("IOM Kenya and Peru", "A webinar of the office was held for the working group.", []),
        ("Alcaldía de Cúcuta – Agenda", "A webinar was held for the working group.", ["COL"]),
        ("Embassy of Canada to Costa Rica", "A webinar was held for the working group.", ["CRI"]),
        ("Ambassade de France au Togo", "A webinar was held for the working group.", ["TGO"]),
        ("НПО «Дом», Худжанд", "A webinar was held for the working group.", ["TJK"]),
        ("أخبار الهيئة الوطنية - تونس", "A webinar was held for the working group.", ["TUN"]),
        ("International Training Centre, Minsk", "A webinar was held for the working group.", []),
        ("United Nations, Office in Vienna", "A webinar was held for the working group.", []),
        ("Ministry of Justice of Peru: judges trained", "A webinar was held for the working group.", []),
    ],
)
def test_the_page_of_an_office_tells_of_its_country(heading, text, expected):
    document = Document("a.txt", "", (heading, "", text))
    assert next(f.value for f in country.find(passage_of(text), document) if f.chosen) == expected


def test_a_small_town_is_known_in_a_page_of_its_country():
    passage = passage_of("A workshop was held in Chancay for the working group.")
    at_home = replace(passage, item=replace(passage.item, home="PER"))
    hosts = [[f.value for f in host.find(p, Document("a.txt", "", ())) if f.chosen] for p in (passage, at_home)]
    assert hosts == [[], ["PER"]]


@pytest.mark.parametrize(("place", "expected"), [("Chisinau, Moldova", ["MDA"]), ("Vienna, Austria", [])])
def test_a_row_that_states_its_place_tells_whose_people_came(place, expected):
    passage = passage_of("Training of teachers")
    code = {"Chisinau, Moldova": "MDA", "Vienna, Austria": "AUT"}[place]
    stated = (Finding("host_country", code, place, 1, 1, "stated", 1.0),)
    row = replace(passage, item=replace(passage.item, stated=stated))
    assert next(f.value for f in country.find(row, Document("a.txt", "", ())) if f.chosen) == expected


def test_a_passage_refers_back_to_the_sentence_before():
    whole = "An assessment was carried out in Maldives. A workshop then helped the Government to finish the draft law."
    passage = passage_of(whole)
    start = whole.index("A workshop")
    inside = Hits(h for h in passage.hits if h.start >= start)
    later = replace(passage, start=start, cue_start=start, cue_end=start, hits=inside)
    chosen = next(f for f in country.find(later, Document("a.txt", "", ())) if f.chosen)
    assert chosen.value == ["MDV"]
    assert chosen.rule.endswith("said before")


def test_a_second_group_is_of_the_country_of_the_first():
    whole = "Officers of Togo were trained in March. A second group of 30 people was trained in May."
    passage = passage_of(whole)
    start = whole.index("A second")
    inside = Hits(h for h in passage.hits if h.start >= start)
    later = replace(passage, start=start, cue_start=start, cue_end=start, hits=inside)
    assert next(f.value for f in country.find(later, Document("a.txt", "", ())) if f.chosen) == ["TGO"]


def test_a_second_event_of_an_item_has_the_country_of_its_title():
    passage = passage_of("Progress in Botswana|| A course was held in May. A manual was launched in June.")
    start = passage.item.text.string.index("A manual")
    inside = Hits(h for h in passage.hits if h.start >= start)
    later = replace(passage, start=start, cue_start=start, cue_end=start, hits=inside)
    assert next(f.value for f in country.find(later, Document("a.txt", "", ())) if f.chosen) == ["BWA"]


def test_region_codes_are_of_both_schemes_and_of_regions_named_alone():
    findings = findings_of("A seminar for judges of Kenya on trafficking in the Western Balkans was held.")
    codes = region.region_codes(findings)
    assert {"014", "east-africa"} <= set(codes)
    assert "039" in codes


def test_every_cue_stands_in_its_example():
    rows = csv.DictReader((vocabulary.DATA / "terms" / "role.csv").read_text(encoding="utf-8").splitlines())
    assert [row["term"] for row in rows if row["term"].casefold() not in row["example"].casefold()] == []


def test_a_sentence_without_names_gives_only_an_empty_set():
    findings = findings_of("The participants discussed how to share evidence.")
    assert [(f.field, f.value) for f in findings] == [("country", [])]
