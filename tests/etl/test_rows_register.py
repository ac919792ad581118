"""Registers in every form that offices keep them -> what each row states, with its cell."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from etl import pipeline
from etl.read.documents import documents
from etl.read.errors import ReadError
from etl.read.file import File
from etl.records import Document, Mention, Record
from etl.sources import Source
from tests.etl.sheets import REGISTER, delimited, ods, xlsx

MAKERS: dict[str, Callable[[], bytes]] = {
    "a.xlsx": lambda: xlsx(REGISTER),
    "a.ods": lambda: ods(REGISTER),
    "a.csv": lambda: delimited(REGISTER),
    "semicolons.csv": lambda: delimited(REGISTER, ";"),
    "a.tsv": lambda: delimited(REGISTER, "\t"),
    "of another name.txt": lambda: delimited(REGISTER, "\t", "utf-16"),
    "an xlsx named.xml": lambda: xlsx(REGISTER),
}


def _document(data: bytes, name: str = "a.xlsx") -> Document:
    found = list(documents(File(name, data=data)))
    assert len(found) == 1
    assert isinstance(found[0], Document), found[0]
    return found[0]


def _stated(record: Record) -> dict[str, Any]:
    return {f.field: f.value for f in record.findings}


def _rows(*rows: Sequence[Any]) -> list[dict[str, Any]]:
    return [_stated(record) for record in _document(xlsx(rows)).records]


@pytest.mark.parametrize("name", MAKERS)
def test_a_register_states_its_fields_in_every_form(name: str) -> None:
    document = _document(MAKERS[name](), name)
    assert document.kind_of_document == "rows"
    first, second = document.records
    assert first.title == "Workshop on sealed cargo and trafficking in persons"
    assert _stated(first) == {
        "date": "2019-05-12", "end_date": "2019-05-14", "date_basis": "event", "country": ["KEN", "UGA"],
        "participants": 25, "women": 12, "number_qualifier": "exact", "donors": ["SWE"], "host_country": "KEN",
        "kind": "workshop",
    }  # fmt: skip
    assert _stated(second) == {
        "date": "2019-04-03", "end_date": "2019-04-05", "date_basis": "event", "country": ["MDA"],
        "participants": 30, "number_qualifier": "at_least", "donors": ["European Union"], "mode": "online",
        "kind": "training",
    }  # fmt: skip
    assert all(f.confidence == 1 and f.rule == "stated" for f in first.findings)


def test_evidence_names_sheet_row_and_column() -> None:
    first = _document(MAKERS["a.xlsx"]()).records[0]
    assert first.locator == "Year 2019!A4:L4"
    assert {f.field: f.locator for f in first.findings}["country"] == "Year 2019!E4"


def test_names_and_numbers_of_people_are_not_kept() -> None:
    document = _document(MAKERS["a.xlsx"]())
    whole = "\n".join(document.lines) + repr(document.records)
    assert "Other" not in whole
    assert "26060" not in whole


@pytest.mark.parametrize(
    ("title", "kept"),
    [
        ("Pumps (cancelled)", False),
        ("Pumps - cancelled", False),
        ("Formation aux pompes (annulée)", False),
        ("Pumps – put off to the autumn", False),
        ("Refunds for cancelled flights", True),
        ("Course (for clerks of cancelled flights)", True),
        ("Cancelled: course on pumps", False),
        ("Postponed because of floods", False),
        ("Отменено по погодным условиям", False),
        ("Deferred payments for farmers", True),
    ],
)
def test_a_title_may_say_behind_a_bracket_or_dash_that_nothing_was_held(title: str, kept: bool) -> None:
    rows = f"Course;Place;Date;Participants\nWells;Lima;5 May 2019;12\n{title};Lima;6 May 2019;30\n"
    document = next(iter(documents(File("a.csv", data=rows.encode()))))
    assert isinstance(document, Document)
    assert [record.title for record in document.records] == ["Wells", *[title] * kept]
    assert bool(document.warnings) is not kept


def test_totals_and_cancelled_rows_are_left_out_and_said() -> None:
    head = ("Activity", "Date", "Country", "Participants", "Status")
    rows = [head, ("Course on seals", "May 2019", "Peru", 20, "Done"),
            ("Course on knots", "June 2019", "Peru", 9, "Cancelled"),
            ("Talks", "2020", "Chile", 9, "planned"), ("Grand total", "", "", 38, "")]  # fmt: skip
    document = _document(xlsx(rows))
    assert [r.title for r in document.records] == ["Course on seals", "Talks"]
    assert _stated(document.records[1])["flags"] == ["planned"]
    assert "2 rows left out" in document.warnings[0]


def test_what_was_put_off_to_another_year_was_not_held() -> None:
    rows = "Course;Place;Date;Participants\nWells;Lima;5 May 2019;12\nPumps;Lima;postponed to 2020;30\n"
    document = next(iter(documents(File("a.csv", data=rows.encode()))))
    assert isinstance(document, Document)
    assert [record.title for record in document.records] == ["Wells"]


def test_a_merged_cell_holds_for_all_its_rows() -> None:
    rows = [("Country", "Activity", "Date"), ("Peru", "Course on seals", "2019"), (None, "Course on knots", "2020")]
    document = _document(xlsx(rows, merged=["A2:A3"]))
    assert [_stated(r)["country"] for r in document.records] == [["PER"], ["PER"]]


def test_headings_in_two_rows_are_read_together() -> None:
    rows = [("Activity", "Date", "Country", "Participants", None, None), (None, None, None, "Women", "Men", "Total"),
            ("Course on seals", "2019", "Peru", 4, 6, 10)]  # fmt: skip
    found = _rows(*rows)[0]
    assert (found["women"], found["men"], found["participants"]) == (4, 6, 10)


def test_women_and_men_add_up_where_no_total_is_given() -> None:
    found = _rows(("Activity", "Date", "Women", "Men"), ("Course on seals", "2019", 4, 6))[0]
    assert found["participants"] == 10


def test_names_are_counted() -> None:
    rows = [
        ("Activity", "Date", "Country", "Names of participants"),
        ("Course", "2019", "Peru", "Ann A.; Bob B.\nCid C."),
    ]
    document = _document(xlsx(rows))
    assert _stated(document.records[0])["participants"] == 3
    assert "Bob" not in repr(document)


def test_tags_of_hxl_say_what_the_columns_are() -> None:
    rows = [("Was wurde getan", "Wo", "Wann", "Wieviele"),
            ("#activity+name", "#country+code", "#date+start", "#reached+f"),
            ("Kurs", "PER", "2019-05-01", 4)]  # fmt: skip
    found = _rows(*rows)[0]
    assert (found["country"], found["date"], found["women"]) == (["PER"], "2019-05-01", 4)


@pytest.mark.parametrize(
    ("headings", "cells"),
    [
        (
            ("Activité", "Date de début", "Pays bénéficiaires", "Nombre de participants"),
            ("Cours", "3 mai 2019", "Pérou", "20"),
        ),
        (("Actividad", "Fecha", "País", "N.º de participantes"), ("Curso", "3 de mayo de 2019", "Perú", "20")),
        (("Atividade", "Data", "País", "Nº de participantes"), ("Curso", "3 de maio de 2019", "Peru", "20")),
        (
            ("Мероприятие", "Дата проведения", "Страна", "Количество участников"),
            ("Курс", "3 мая 2019 г.", "Перу", "20"),
        ),
        (("النشاط", "التاريخ", "البلد", "عدد المشاركين"), ("دورة", "٣ مايو ٢٠١٩", "بيرو", "٢٠")),
    ],
)
def test_six_languages(headings: Sequence[str], cells: Sequence[str]) -> None:
    found = _rows(headings, cells)[0]
    assert (found["date"], found["country"], found["participants"]) == ("2019-05-03", ["PER"], 20)


def test_what_lasts_longer_than_a_quarter_is_a_project() -> None:
    head = ("Project title", "Start", "End", "Country")
    long, short = _rows(head, ("A", date(2019, 1, 1), date(2021, 1, 1), "Peru"), ("B", date(2019, 1, 1), None, "Peru"))
    assert long["level"] == "project"
    assert "level" not in short


def test_the_year_of_a_sheet_completes_its_dates() -> None:
    rows = [("Activity", "Dates", "Country"), ("Course on seals", "12-14 May", "Peru"), ("Talks", "3 May 2018", "Peru")]
    first, second = (_stated(r) for r in _document(xlsx(rows, "Year 2019")).records)
    assert (first["date"], first["end_date"], first["date_basis"]) == ("2019-05-12", "2019-05-14", "inferred")
    assert (second["date"], second["date_basis"]) == ("2018-05-03", "event")


def test_a_place_may_say_the_day_too() -> None:
    rows = [("Activity", "Place"), ("Course on seals", "Lima, 12-14 May"), ("Talks", "Cusco")]
    first, second = (_stated(r) for r in _document(xlsx(rows, "Year 2019")).records)
    assert (first["date"], first["end_date"], first["host_country"]) == ("2019-05-12", "2019-05-14", "PER")
    assert "date" not in second


def test_a_cell_with_a_country_and_its_town_says_where_it_was_held() -> None:
    headings = ["Activity", "Date", "Country", "Participants"]
    towns = _rows(headings, ["Course on wells", "5 May 2019", "Peru (Lima)", 20], ["Fair", "6 May 2019", "Kenya", 30])
    assert [(row.get("country"), row.get("host_country")) for row in towns] == [(None, "PER"), (["KEN"], None)]
    several = _rows(headings, ["Course on wells", "5 May 2019", "Peru (Lima), Chile", 20])
    assert [(row.get("country"), row.get("host_country")) for row in several] == [(["CHL", "PER"], None)]


@pytest.mark.parametrize(
    "heading", ["Place and date", "Dates and venue", "Lieu et dates", "Lugar y fecha", "Local e data", "Место и дата"]
)
def test_one_column_may_say_where_and_when(heading: str) -> None:
    [row] = _rows(["N", "Activity", heading, "Participants"], [1, "Course on wells", "Lima, 5-7/05/2019", 20])
    assert (row["host_country"], row["date"], row["end_date"]) == ("PER", "2019-05-05", "2019-05-07")


def test_a_second_register_below_the_first() -> None:
    rows = [("Activity", "Date", "Country"), ("Course", "2019", "Peru"), (), ("Country", "Activity", "Date"),
            ("Chile", "Talks", "2020")]  # fmt: skip
    found = _document(xlsx(rows)).records
    assert [(r.title, _stated(r)["country"]) for r in found] == [("Course", ["PER"]), ("Talks", ["CHL"])]


def test_a_table_of_sums_by_kind_is_no_register() -> None:
    rows = [("Type of activity", "Number of activities", "Participants"), ("Training", 12, 340), ("Workshop", 3, 90)]
    assert _document(xlsx(rows)).records == ()


def test_formulas_with_errors_state_nothing() -> None:
    found = _rows(("Activity", "Date", "Country", "Participants"), ("Course on seals", "=1/0", "Peru", "#DIV/0!"))[0]
    assert found == {"country": ["PER"]}


@pytest.mark.parametrize("day", [date(9999, 12, 31), date(1900, 1, 3), "0001-01-01"])
def test_a_date_that_cannot_be_is_flagged(day: Any) -> None:
    found = _rows(("Activity", "Date", "Country"), ("Course on seals", day, "Peru"))[0]
    assert found["flags"] == ["impossible_date"]
    assert "date" not in found


def test_hidden_sheets_stay_hidden_and_sheets_without_headings_are_named() -> None:
    assert len(_document(xlsx(REGISTER, hidden=True)).records) == 2
    document = _document(xlsx([("Budget", "2019"), ("Paper", 4)]))
    assert document.records == ()
    assert "no row of headings" in document.warnings[0]


def test_a_stray_quote_does_not_swallow_the_rest() -> None:
    rows = [["Activity", "Date", "Country"], *([f"Course {n}", "2019", "Peru"] for n in range(400))]
    data = delimited(rows).replace(b"Course 3,", b'"Course 3,')
    document = _document(data, "a.csv")
    assert len(document.records) > 390
    assert "never closed" in document.warnings[0]


def test_the_menu_of_a_page_is_no_row_of_headings() -> None:
    text = "Activity | Date | Country | Contact\nCourse in Lima\nA course was held in Lima.\nIt was long.\n"
    assert _document(text.encode(), "a.txt").kind_of_document != "rows"


def test_sixteen_thousand_columns() -> None:
    head = ["Activity", "Date", "Country", *(f"extra {n}" for n in range(16_381))]
    document = _document(xlsx([head, ["Course", "2019", "Peru", *([1] * 16_381)]]))
    assert _stated(document.records[0])["country"] == ["PER"]


def test_a_cell_in_the_last_corner_does_not_fill_the_memory() -> None:
    data = xlsx([("Activity", "Date"), *[()] * 3])
    found = list(documents(File("a.xlsx", data=_with_far_cell(data))))
    assert isinstance(found[0], ReadError)
    assert "spans too many cells" in str(found[0])


def _with_far_cell(data: bytes) -> bytes:
    stream = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(stream, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name.endswith("sheet1.xml"):
                far = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
                part = part.replace(b"</sheetData>", far)
            new.writestr(name, part)
    return stream.getvalue()


def _mentions(folder: Path) -> list[Mention]:
    found = [pipeline.read(Source(p, p.name, p.stat().st_size)) for p in sorted(folder.iterdir())]
    return [m for readings in found for reading in readings for m in reading.mentions]


def test_words_are_read_only_for_what_no_column_says(tmp_path: Path) -> None:
    head = ("Activity", "Date", "Country", "Remarks")
    words = "Held in Quito, Ecuador, on 7 July 2018 for 12 prosecutors, funded by the Government of Norway."
    (tmp_path / "a.xlsx").write_bytes(
        xlsx([head, ("Course on trafficking in persons", date(2019, 5, 3), "Peru", words)])
    )
    row = _mentions(tmp_path)[0].row
    assert (row["date"], row["country"]) == ("2019-05-03", ["PER"])
    assert (row["participants"], row["donors"], row["audience"]) == (12, ["NOR"], ["prosecutors"])
    assert row["topics"] == ["TIP"]


def test_a_row_and_a_news_item_of_one_event_become_one_activity(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(xlsx(REGISTER))
    (tmp_path / "b.txt").write_text(
        "14 May 2019\nJudges learn about sealed cargo\n"
        "UNODC held a workshop on sealed cargo and trafficking in persons "
        "in Nairobi, Kenya, from 12 to 14 May 2019. It was attended by 25 judges from Kenya and Uganda.\n"
        "Read more here.\n"
    )
    found = [Source(p, p.name, p.stat().st_size) for p in sorted(tmp_path.iterdir())]
    activities = pipeline.run(found).frames["activities"]
    assert sorted(activities["mentions"]) == [1, 2]
    both = activities[activities["mentions"] == 2].iloc[0]
    assert (both["participants"], both["country"]) == (25, ["KEN", "UGA"])


def test_columns_may_be_parted_by_spaces_alone_and_a_date_may_say_cancelled() -> None:
    text = """Courses of the river school in 2019
No.  Title  Dates  Place  Participants
7/2019  Clean wells (course)  04-08/03/2019  Oslo, Norway  27
8/2019  Clean lakes (course)  cancelled  Lima, Peru  30
9/2019  Clean ponds (course)  30 May-04 June 2019  Quito, Ecuador  31
"""
    records = _document(text.encode(), "a.txt").records
    assert [(r.line_start, r.title, _stated(r)["date"], _stated(r)["participants"]) for r in records] == [
        (3, "Clean wells (course)", "2019-03-04", 27),
        (5, "Clean ponds (course)", "2019-05-30", 31),
    ]
