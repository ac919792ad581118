"""A number of people stays as sure as its text wherever one record or claim is shown: "at least 200" is never 200."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from dashboard import queries
from dashboard.briefing.model import Table
from dashboard.briefing.options import Options
from dashboard.briefing.sections.annex import annex
from dashboard.briefing.sections.claims import claims
from dashboard.callbacks.areas import by_year
from dashboard.cells import people_of
from dashboard.data import Data
from dashboard.filters import Filters
from dashboard.labels import label
from dashboard.parts.claims_summary import documented_of
from dashboard.parts.evidence import heading
from dashboard.parts.records import rows
from dashboard.source import State
from dashboard.view import View


@pytest.mark.parametrize(
    ("value", "qualifier", "language", "shown"),
    [
        (200, "at_least", "en", "at least 200"),
        (1200, "approximately", "en", "about 1,200"),
        (90, "at_most", "en", "about 90"),
        (57, "exact", "en", 57),
        (57, None, "en", 57),
        (None, "at_least", "en", None),
        (200, "at_least", "fr", "au moins 200"),
        (200, "at_least", "es", "al menos 200"),
    ],
)
def test_people_are_as_sure_as_the_text(value: Any, qualifier: Any, language: str, shown: Any) -> None:
    assert people_of({"trained": value, "number_qualifier": qualifier}, "trained", language) == shown


def inexact(data: Data) -> dict[str, Any]:
    """Return a record whose number of participants is a lower bound."""
    found = queries.all_records(data, Filters())
    return next(row for row in found if row["number_qualifier"] == "at_least" and row["participants"])


def test_the_grid_and_the_panel_say_at_least(data: Data) -> None:
    record = inexact(data)
    expected = people_of(record, "participants", "en")
    assert str(expected).startswith("at least ")
    assert rows([record], "en")[0]["participants"] == expected
    assert str(expected) in str(heading(record, "en"))


def table_of(section: Any) -> Table:
    return next(block for block in section.blocks if isinstance(block, Table))


def test_the_annex_of_a_briefing_says_at_least_and_its_numbers_keep_their_side(data: Data) -> None:
    table = table_of(annex(State(data, Filters(), View(), (), "light"), Options()))
    cells = [row[3] for row in table.rows]
    assert any(isinstance(cell, str) and cell.startswith("at least ") for cell in cells)
    assert table.numeric() == (False, False, True, True, False)


def test_a_column_of_words_and_of_nothing_is_no_column_of_numbers() -> None:
    table = Table("", ("a", "b", "c", "d"), (("x", None, 1, 2), ("y", None, "about 3", None)), (1.0,) * 4, 2)
    assert table.numeric() == (False, True, True, True)
    assert replace(table, rows=()).numeric() == (True,) * 4


def test_a_claim_of_a_briefing_says_none_stated_and_not_nought(data: Data) -> None:
    state = State(data, Filters(), View(), (), "light")
    section = claims(state, Options())
    found = queries.claims(data, Filters(), 0, 60)
    table = table_of(section)
    for claim, row in zip(found, table.rows, strict=True):
        for key, people in (("trained", claim.documented_trained), ("participants", claim.documented_participants)):
            if claim.activity[key] and people:
                assert documented_of(claim, key, "en") in str(row[3])
    assert not any("0 people trained" in str(row[3]).split(", ") for row in table.rows)


@pytest.mark.parametrize(
    ("language", "said"), [("en", "Year not known"), ("fr", "Année inconnue"), ("es", "Año no conocido")]
)
def test_a_year_that_is_not_known_is_told_apart_from_no_date(data: Data, language: str, said: str) -> None:
    """The last column of years holds what started in a span of years too, so it is larger than "without a date"."""
    state = State(data, Filters(), View(lang=language), (), "light")
    assert by_year(state).headings[-2] == said  # before the total
    assert label("kind", "", language) != said
