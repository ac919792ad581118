"""The address holds the whole state both ways, and what it cannot read is named."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.address import LONGEST_QUERY, MOST_NOTICES, MOST_VALUES, read, write
from dashboard.data import Data, known
from dashboard.filters import Filters, dates_of, first_day, last_day
from dashboard.view import CHOICES, View
from tests.dashboard.random_filters import random_filters


@given(
    seed=st.integers(0, 10_000),
    words=st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Z")), max_size=40),
    measure=st.sampled_from(CHOICES["measure"]),
    record=st.sampled_from(["", "act-1", "a&b=c", "é+ü"]),
)
def test_what_is_written_is_read_back(data: Data, seed: int, words: str, measure: str, record: str) -> None:
    asked = random_filters(seed)
    filters = asked if asked.first <= asked.last or not asked.last else Filters()
    filters = Filters(**{name: getattr(filters, name) for name in filters.__slots__} | {"q": words})
    view = View(measure=measure, record=record, lang="fr")
    found = read(write(filters, view), known(data))
    assert (found.filters, found.view, found.notices) == (filters, view, ())
    assert write(found.filters, found.view) == write(filters, view)


@given(st.text(max_size=300))
def test_any_text_is_read_without_an_error(data: Data, query: str) -> None:
    address = read(query, known(data))
    again = read(write(address.filters, address.view), known(data))
    assert again.filters == address.filters


@pytest.mark.parametrize(
    ("query", "why", "name"),
    [
        ("?country=KEN,ATLANTIS", "unknown_value", "country"),
        ("?kind=nonsense", "unknown_value", "kind"),
        ("?countri=KEN", "unknown_name", "countri"),
        ("?from=2016-13", "no_date", "from"),
        ("?to=12/03/2016", "no_date", "to"),
        ("?to=2016-02-30", "no_date", "to"),
        ("?from=2018&to=2016", "from_after_to", "from"),
        ("?role=payer", "unknown_value", "role"),
        ("?lang=xx", "unknown_value", "lang"),
        ("?q=" + "a" * 300, "too_long", "q"),
        ("?country=" + ",".join(["KEN"] * (MOST_VALUES + 1)), "too_many", "country"),
        ("?q=" + "a" * LONGEST_QUERY, "too_long", ""),
    ],
)
def test_what_cannot_be_followed_is_named(data: Data, query: str, why: str, name: str) -> None:
    notices = read(query, known(data)).notices
    assert [(notice.why, notice.name) for notice in notices] == [(why, name)]


def test_known_values_stay_beside_an_unknown_one(data: Data) -> None:
    found = read("?country=ken,ATLANTIS&country=UGA&donor=european-union,SWE", known(data)).filters
    assert found.country == ("KEN", "UGA")
    assert found.donor == ("European Union", "SWE")


def test_defaults_are_left_out_and_names_stand_in_one_order() -> None:
    assert write(Filters()) == ""
    assert write(Filters(kind=("training",), first="2016", region=("014", "011"))) == (
        "?from=2016&region=014,011&kind=training"
    )


@pytest.mark.parametrize(
    ("date", "first", "last"),
    [("2016", "2016-01-01", "2016-12-31"), ("2016-02", "2016-02-01", "2016-02-29"), ("2015-07-14",) * 3],
)
def test_days_of_an_imprecise_date(date: str, first: str, last: str) -> None:
    assert (first_day(date).isoformat(), last_day(date).isoformat()) == (first, last)


@pytest.mark.parametrize(
    ("period", "dates"),
    [("2016", ("2016", "2016")), ("2016-Q4", ("2016-10", "2016-12")), ("2016-03", ("2016-03", "2016-03"))],
)
def test_dates_of_a_period(period: str, dates: tuple[str, str]) -> None:
    assert dates_of(period) == dates


def test_a_second_click_takes_the_filter_off() -> None:
    filters = Filters(country=("KEN",))
    assert filters.toggled("country", "UGA").toggled("country", "UGA") == filters
    assert filters.toggled_dates("2016", "2016").toggled_dates("2016", "2016") == filters


@pytest.mark.parametrize(
    ("before", "chosen", "after"),
    [
        (Filters(), {"donor": "JPN", "area": "research"}, Filters(donor=("JPN",), area=("research",))),
        (Filters(donor=("JPN",), area=("research",)), {"donor": "JPN", "area": "research"}, Filters()),
        (Filters(mode=("online",)), {"mode": "online", "donor": "JPN"}, Filters(mode=("online",), donor=("JPN",))),
        (Filters(donor=("JPN", "NOR")), {"donor": "JPN"}, Filters(donor=("JPN",))),
        (Filters(kind=("training",)), {"area": "", "host": "KEN"}, Filters(kind=("training",))),
        (Filters(), {"area": "research", "year": "2016"}, Filters(area=("research",), first="2016", last="2016")),
        (Filters(area=("research",), first="2016", last="2016"), {"area": "research", "year": "2016"}, Filters()),
    ],
)  # fmt: skip
def test_a_band_or_a_cell_chooses_all_its_values_or_takes_them_off(
    before: Filters, chosen: dict[str, str], after: Filters
) -> None:
    assert before.narrowed(chosen) == after


def test_every_active_filter_can_be_taken_off() -> None:
    filters = Filters("2016", "2018", ("014",), ("KEN",), kind=("training",), q="judges", basis="event")
    for name, value in filters.active():
        filters = filters.without(name, value)
    assert filters == Filters()


def test_an_address_made_by_chance_is_answered_briefly() -> None:
    names, countries = "&".join(f"x{n}={n}" for n in range(800)), ",".join("X" * n for n in range(80))
    found = read(f"?{names}&country={countries}", {})
    assert len(found.notices) == MOST_NOTICES
