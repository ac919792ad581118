"""Tables of dates as texts write them, of headings, and of passages with the date of their activity."""

import csv
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl import vocabulary
from etl.dates.day import Day, parsed
from etl.dates.frame import section_of
from etl.dates.month_names import masked
from etl.dates.written import expressions
from etl.dates.years import with_year_of_weekday
from etl.find import date
from etl.heading import heading
from etl.headings import headings
from etl.mentions import mentions
from etl.read.documents import documents
from etl.read.file import File
from etl.records import Document, Item, Passage
from etl.split import shapes
from etl.terms import Hits
from etl.text import joined

CASES = Path(__file__).parents[1] / "cases"


def table(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader((CASES / name).read_text(encoding="utf-8").splitlines()))


@pytest.mark.parametrize("case", table("date_expressions.csv"), ids=lambda case: case["why"])
def test_dates_are_read_as_written(case: dict[str, str]) -> None:
    found = [f"{e.first.iso()}/{e.last.iso()}" for e in expressions(case["text"])]
    assert found == [case["dates"]] * bool(case["dates"])


@pytest.mark.parametrize("case", table("headings.csv"), ids=lambda case: case["why"])
def test_date_headings_are_known(case: dict[str, str]) -> None:
    found = heading(case["line"])
    assert (found.expression.first.iso() if found else "", found.title if found else "") == (
        case["date"],
        case["title"],
    )


def passage_of(text: str, written: str = "") -> Passage:
    words = joined(list(enumerate(text.split("\n"), start=2)), paragraphs=range(3, 9))
    item = Item("a.txt", 0, "feed", 1, 2, "lines 1-2", written, "", words, heading_line=1 if written else None)
    hits = Hits(h for h in vocabulary.terms().find(words.string) if h.code)
    cue = next((h for h in hits if h.group in ("event", "act")), None)
    where = (cue.start, cue.end) if cue else (0, 0)
    return Passage(item, 0, len(words.string), *where, 1, 2, hits)


def mentions_of(lines: list[str]) -> list[dict[str, Any]]:
    """Return what is read in a text of these lines, with an empty one between them."""
    text = "\n\n".join(lines)
    document = next(iter(documents(File("a.txt", data=text.encode()))))
    return [m.row for m in mentions(document, shapes.split(document))]


@pytest.mark.parametrize("case", table("dates.csv"), ids=lambda case: case["why"])
def test_the_date_of_the_activity_is_chosen(case: dict[str, str]) -> None:
    passage = passage_of(case["text"], case["heading"])
    lines = (case["heading"], case["text"])
    findings = date.find(passage, Document("a.txt", "0", lines, "feed"))
    stands = {f.field: f.value for f in findings if f.chosen}
    got = (stands.get("date", ""), stands.get("end_date", ""), stands["date_basis"])
    assert got == (case["date"], case["end_date"], case["basis"] or "none")


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("2019\nTogo joined the campaign at a ceremony.", "2019"),
        ("Perú (2015)\nSe celebró un taller para jueces.", "2015"),
        ("Мали (2016):\nСеминар для судей прошёл в столице.", "2016"),
        ("A workshop was held for judges.\n2015", ""),
    ],
)
def test_a_year_alone_above_the_text_is_its_date(text: str, year: str) -> None:
    found = date.find(passage_of(text), Document("a.txt", "0", (), "feed"))
    assert next((f.value for f in found if f.chosen and f.field == "date"), "") == year


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        ("A five-day workshop was held from 3 to 5 May 2014.", True),
        ("A three (3)-day workshop was held from 3 to 5 May 2014.", False),
        ("A five-day course was held from 8 to 14 May 2014.", False),
        ("Un taller de tres días se realizó del 3 al 4 de mayo de 2014.", True),
        ("A workshop was held from 3 to 5 May 2014 for 20 judges.", False),
    ],
)
def test_days_that_do_not_fit_their_dates_are_flagged(text: str, flagged: bool) -> None:
    flags = [f.value for f in date.find(passage_of(text), Document("a.txt", "0", (text,))) if f.field == "flags"]
    assert flags == [["contradicts_itself"]] * flagged


@pytest.mark.parametrize("case", table("dates_of_documents.csv"), ids=lambda case: case["why"])
def test_a_document_says_when(case: dict[str, str]) -> None:
    rows = mentions_of(case["document"].split("//"))
    assert [(r["date"] or "", r["end_date"] or "", r["date_basis"]) for r in rows] == [
        (case["date"], case["end_date"], case["basis"])
    ]


@pytest.mark.parametrize(
    ("written", "near", "days"),
    [
        ("Wed 15/6", "2016-06-03", "2016-06-15/2016-06-15"),
        ("Tue 7–Wed 8/6", "2016-06-03", "2016-06-07/2016-06-08"),
        ("Thu 31/12 - Sat 2/1", "2016-01", "2015-12-31/2016-01-02"),
        ("15 June", "2016-06-03", ""),
    ],
)
def test_a_weekday_says_the_year(written: str, near: str, days: str) -> None:
    found = with_year_of_weekday(expressions(written)[0], written, parsed(near))
    assert ("/".join(day.iso() for day in found) if found else "") == days


@pytest.mark.parametrize(
    ("title", "month"),
    [("Octubre", "2017-10"), ("LIMA | Octubre", "2017-10"), ("October · Lima", "2017-10"), ("Мая", "2017-05"),
     ("Course in October", ""), ("5 October", ""), ("Lima", ""), ("March on Rome", "")],
)  # fmt: skip
def test_a_month_beside_a_place_heads_a_section(title: str, month: str) -> None:
    found = section_of(title, Day(2017))
    assert (found.iso() if found else "") == month


def test_another_activity_of_the_news_has_the_year_that_its_own_sentence_says() -> None:
    text = "The Office opened a hall in Lima. The Office donated lamps to judges in Quito in the course of 2013."
    whole = passage_of(text, "13 May 2014")
    second = replace(whole, start=text.index("The Office donated"), cue_start=text.index("donated"))
    found = date.find(second, Document("a.txt", "0", ("x",), "feed"))
    assert [f.value for f in found if f.field == "date" and f.chosen] == ["2013"]


def test_losing_dates_are_kept() -> None:
    found = date.find(passage_of("A workshop was held from 5 to 7 May.", "13 May 2014"), Document("a.txt", "0", ("x",)))
    assert [f.value for f in found if f.field == "date" and not f.chosen] == ["2014-05-13"]


def test_a_page_of_one_line_headings_needs_no_year() -> None:
    lines = ("5 May 2014 Fair opened", "", "3 – 4 May Fair planned", "", "1 May 2014 Fair announced")
    assert sorted(headings(lines)) == [1, 3, 5]
    assert sorted(headings(("5 May 2014", "Fair", "4 May", "3 May, The town", "2 May 2014"))) == [1, 3, 5]


def test_towns_that_repeat_beside_days_are_no_sections_of_the_news() -> None:
    first = ("Wardens of Chile complete their course on wells", "15-16 October 2020 Lima", "They were glad.")
    lines = (*first, "A study of the rivers is presented to towns", "12 October 2020 Lima", "It names nine rivers.")
    assert [h.place for h in headings(lines).values()] == ["Lima", "Lima"]


@given(st.text(max_size=80))
def test_masking_keeps_every_offset(text: str) -> None:
    assert len(masked(text)) == len(text)


@given(st.text(alphabet="0123456789 /.-toMayJune,and2019", max_size=60))
def test_every_date_is_a_real_one(text: str) -> None:
    for e in expressions(text):
        assert e.first.real() and e.last.real() and 0 <= e.start < e.end <= len(text)


@given(st.dates().filter(lambda d: d.year >= 1000))
def test_a_day_is_read_back_as_written(day: object) -> None:
    assert parsed(str(day)).iso() == str(day)


def test_bounds_of_coarse_dates() -> None:
    assert str(Day(2016, 2).latest()) == "2016-02-29"
    assert str(Day(2016).earliest()) == "2016-01-01"
