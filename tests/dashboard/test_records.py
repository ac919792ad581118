"""The grid's rows: sorted and filtered by the words on the screen, page by page the same as the whole list."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

from dashboard import column_filters, queries
from dashboard.cells import in_words
from dashboard.column_filters import ColumnFilter, from_grid, read, to_grid, written
from dashboard.data import Data
from dashboard.filters import Filters
from dashboard.queries.narrowed import plain as spelt
from etl.schema import ACTIVITIES
from tests.dashboard import plain

KENYA = Filters(country=("KEN",))
TEXT = ColumnFilter("country", "contains", "nya")


def ids(rows: Any) -> list[str]:
    return [row["activity_id"] for row in rows]


def words(row: Any, name: str, language: str = "en") -> list[str]:
    value = row[name]
    members = value if isinstance(value, list | tuple) else [] if value is None else [value]
    return [spelt(in_words(name, member, language)) for member in members]


@pytest.mark.parametrize("sort", ["", "date", "-date", "trained", "-trained", "country", "-kind", "title", "nonsense"])
@pytest.mark.parametrize("columns", [(), (TEXT,)])
def test_pages_put_together_are_the_whole_list(data: Data, sort: str, columns: tuple[ColumnFilter, ...]) -> None:
    total = queries.records(data, Filters(), sort, 0, 1, columns=columns).total
    pages = [
        row
        for start in range(0, total, 100)
        for row in queries.records(data, Filters(), sort, start, 100, columns=columns).rows
    ]
    assert ids(pages) == ids(queries.all_records(data, Filters(), sort=sort, columns=columns))
    assert len(set(ids(pages))) == total


@pytest.mark.parametrize("name", [column.name for column in ACTIVITIES])
@pytest.mark.parametrize("down", ["", "-"])
def test_every_column_sorts_and_loses_nothing(data: Data, name: str, down: str) -> None:
    rows = queries.all_records(data, KENYA, sort=down + name)
    assert len(rows) == queries.totals(data, KENYA).activities


def test_codes_sort_by_the_words_of_the_reader(data: Data) -> None:
    for language in ("en", "fr"):
        for down in (False, True):
            rows = queries.all_records(data, Filters(), sort="-kind" if down else "kind", language=language)
            shown = [words(row, "kind", language)[0] for row in rows]
            assert shown == sorted(shown, reverse=down)
    lists = [words(row, "country") for row in queries.all_records(data, Filters(), sort="country")]
    stated = [one for one in lists if one]
    assert stated == sorted(stated)
    assert not any(lists[len(stated) :])  # what is not stated comes last


@pytest.mark.parametrize("how", ["contains", "notContains", "equals", "notEqual", "startsWith", "endsWith"])
@pytest.mark.parametrize(
    ("name", "asked"), [("country", "KENYA"), ("kind", "train"), ("title", "Number 1"), ("date", "2016")]
)
def test_words_are_found_as_the_reader_sees_them(
    data: Data, frames: dict[str, pd.DataFrame], name: str, asked: str, how: str
) -> None:
    test = column_filters.TESTS[column_filters.NEGATED.get(how, how)]
    no = how in column_filters.NEGATED
    events = plain.events(frames["activities"]).to_dict("records")
    asked_plain = spelt(asked)
    expected = {r["activity_id"] for r in events if no != any(test(w, asked_plain) for w in words(r, name))}
    found = queries.records(data, Filters(), count=5000, columns=(ColumnFilter(name, how, asked),))
    assert set(ids(found.rows)) == expected
    assert found.total == len(expected)


def test_words_of_another_language_are_found(data: Data) -> None:
    french = (ColumnFilter("country", "equals", "Égypte"),)
    assert queries.records(data, Filters(), columns=french, language="fr").total > 0
    assert queries.records(data, Filters(), columns=french, language="en").total == 0


@pytest.mark.parametrize(
    ("one", "test"),
    [
        (ColumnFilter("trained", "greaterThan", "50"), lambda n: n > 50),
        (ColumnFilter("trained", "lessThanOrEqual", "50"), lambda n: n <= 50),
        (ColumnFilter("trained", "inRange", "1", "400"), lambda n: 1 <= n <= 400),
        (ColumnFilter("trained", "notBlank"), lambda n: True),
    ],
)
def test_numbers_are_compared(data: Data, frames: dict[str, pd.DataFrame], one: ColumnFilter, test: Any) -> None:
    events = plain.events(frames["activities"])
    expected = sum(test(int(n)) for n in events["trained"] if not pd.isna(n))
    assert 0 < queries.records(data, Filters(), columns=(one,)).total == expected
    blank = queries.records(data, Filters(), columns=(ColumnFilter("trained", "blank"),)).total
    assert blank == events["trained"].isna().sum()


def test_the_grid_and_the_address_say_the_same() -> None:
    filters = (TEXT, ColumnFilter("trained", "inRange", "5", "9"), ColumnFilter("title", "equals", "a:b; c%=é"),
               ColumnFilter("donors", "blank"))  # fmt: skip
    assert read(written(filters)) == filters
    model = to_grid(filters)
    assert model["country"] == {"filterType": "text", "type": "contains", "filter": "nya"}
    assert [(f.name, f.how) for f in from_grid(model)] == [(f.name, f.how) for f in filters]
    assert written(()) == ""


@pytest.mark.parametrize(
    "model",
    [
        None, 3, "x", [], {"country": None}, {"country": 3}, {"n; drop table": {"type": "contains", "filter": "a"}},
        {"country": {"type": "contains"}}, {"country": {"type": "regex", "filter": "."}},
        {"country": {"type": "contains", "filter": "a" * 1000}}, {"trained": {"type": "equals", "filter": "nan"}},
        {"trained": {"type": "inRange", "filter": 1}}, {"trained": {"type": "equals", "filter": {"a": 1}}},
        {"country": {"operator": "OR", "conditions": []}},
    ],
)  # fmt: skip
def test_what_no_grid_would_ask_is_left_out(model: Any) -> None:
    assert from_grid(model) == ()


@pytest.mark.parametrize(
    "text", ["", ";;;", "country", "country:contains", "a:b:c:d:e", "n:equals:1", "trained:equals:inf"]
)
def test_what_no_link_would_say_is_left_out(text: str) -> None:
    assert read(text) == ()


def test_next_and_previous_follow_the_order_of_the_list(data: Data) -> None:
    listed = ids(queries.all_records(data, KENYA, sort="-trained"))
    walk = [queries.neighbour(data, KENYA, name, 1, "-trained") for name in listed]
    assert walk == [*listed[1:], listed[-1]]
    assert queries.neighbour(data, KENYA, listed[1], -1, "-trained") == listed[0]
    assert queries.neighbour(data, KENYA, "none", 1) == "none"
