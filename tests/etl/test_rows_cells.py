"""What people write into cells, and what it states."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from etl.rows import names
from etl.rows.dates import days_of, month_first_in
from etl.rows.headings import column_of, columns
from etl.rows.numbers import count_of

TABLE = Path(__file__).parents[1] / "cases" / "cells.csv"
with TABLE.open(encoding="utf-8", newline="") as _file:
    CASES = [tuple(row.values()) for row in csv.DictReader(_file)]


def _stated(column: str, cell: str, language: str) -> str:
    if column == "date":
        days = days_of(cell)
        return "" if days is None else "..".join(dict.fromkeys((days[0].iso(), days[1].iso())))
    if column == "participants":
        count = count_of(cell, language or "en")
        return f"{count[0]} {count[1]}" if count else ""
    groups = {"kind": ("kinds", ("event", "kind")), "audience": ("audiences", ("audience",))}
    if column in groups:
        return " ".join(sorted(names.coded(cell, *groups[column])))
    readers = {
        "country": lambda c: " ".join(names.countries_of(c)[0]),
        "region": lambda c: " ".join(names.regions_of(c)),
        "host_country": lambda c: names.host_of(c) or "",
        "mode": lambda c: names.word_of(c, "mode"),
        "donors": lambda c: " ".join(names.bodies_of(c)[0]),
    }
    return readers[column](cell)


@pytest.mark.parametrize(("column", "cell", "language", "expected", "why"), CASES)
def test_a_cell_states(column: str, cell: str, language: str, expected: str, why: str) -> None:
    assert _stated(column, cell, language) == expected, why


def test_a_column_shows_that_the_month_goes_first() -> None:
    cells = ["05/13/2019", "06/07/2019", None, 4]
    assert month_first_in(cells)
    days = days_of("06/07/2019", month_first_in(cells))
    assert days is not None
    assert days[0].iso() == "2019-06-07"
    assert not month_first_in(["13/05/2019"])


@pytest.mark.parametrize(
    ("heading", "column"),
    [
        ("Start date (dd/mm/yyyy)", "date"), ("Date / Fecha", "date"), ("DATE DE DÉBUT", "date"),
        ("Fecha de inicio:", "date"),
        ("Дата проведения", "date"), ("تاريخ البدء", "date"), ("Data de início*", "date"), ("End Date", "end_date"),
        ("No. of participants", "participants"), ("of which women", "women"),
        ("Nombre de participants", "participants"),
        ("Número de personas capacitadas", "trained"), ("Количество участников", "participants"),
        ("عدد المشاركين", "participants"), ("Country/ies", "country"), ("Pays bénéficiaires", "country"),
        ("Страны-участницы", "country"), ("Funded by", "donors"), ("Trainer", "person"), ("E-mail", "person"),
        ("Participant names", "names"), ("Budget (USD)", "none"), ("#country+code", "country"),
        ("#reached +f", "women"),
        ("#affected+idps", "none"), ("Mood of the day", ""), ("", ""),
        ("Country of participants", "country"), ("Pays des participants", "country"), ("Participants (F)", "women"),
        ("Participants H", "men"), ("Número de participantes (mujeres)", "women"), ("Участники (жен.)", "women"),
        ("Participants (M/F)", "none"), ("Total (M/F)", "participants"), ("% women", "none"), ("Women (%)", "none"),
        ("Number of countries", "none"), ("Number of participating countries", "none"), ("Year", "year"),
        ("No. of beneficiaries", "participants"), ("Beneficiaries", "country"), ("Mois", "month"), ("Estado", "status"),
        ("Date of training", "date"), ("Date of birth", "one person"), ("Surname", "one person"),
    ],
)  # fmt: skip
def test_a_heading_is_for(heading: str, column: str) -> None:
    assert column_of(heading) == column


@pytest.mark.parametrize(
    "cells",
    [
        ["Kenya", "12 May 2019", "25"],
        ["Name", "Telephone", "E-mail"],
        ["No", "Name", "Title", "Organization", "Country", "Email"],
        ["First name", "Last name", "Agency", "Country", "Course", "Date"],
        ["Register of activities"],
        ["Item", "Amount", "Date"],
        ["The training was held in Lima and in Quito, and it was attended by many judges of both countries", "Date"],
    ],
)
def test_a_row_that_heads_no_register(cells: list[str]) -> None:
    assert columns(cells) == []
