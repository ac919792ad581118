"""Each check fails on what it is there for, and says where and what to do."""

from __future__ import annotations

import datetime as dt

import pandas as pd
import pytest

from etl import checks, store
from tests.etl.test_store import frames


def _failing(tables: store.Frames, **about: object) -> dict[str, str]:
    return {check.name: check.message for check in checks.check(tables, dict(about)) if not check.passed}


def test_whole_tables_pass() -> None:
    tables = frames("One", "Two") | {"changes": pd.DataFrame(columns=["run", "activity_id", "change", "fields"])}
    assert _failing(tables) == {}


@pytest.mark.parametrize(
    ("table", "column", "value", "name", "said"),
    [
        ("activities", "kind", None, "columns", "activities.kind is empty"),
        ("activities", "activity_id", "same", "unique", "same stands twice"),
        ("mentions", "activity_id", "nobody", "links", "mention "),
        ("mentions", "document", "b.txt", "links", "document b.txt"),
        ("activities", "host_country", "ZZZ", "codes", "'ZZZ' is not in data/vocabulary/countries.csv"),
        ("activities", "date", "2020-13", "dates", "'2020-13' is no date"),
        ("activities", "end_date", "2019", "dates", "ends 2019 before it starts"),
        ("activities", "date_latest", dt.date(2001, 1, 1), "dates", "the wrong way round"),
        ("activities", "women", 99, "numbers", "more women and men"),
        ("activities", "trained", 99, "numbers", "more trained than took part"),
        ("mentions", "line_start", 9, "lines", "at 9-3"),
    ],
)
def test_what_is_wrong_is_named(table: str, column: str, value: object, name: str, said: str) -> None:
    tables = frames("One", "Two") | {"changes": pd.DataFrame(columns=["run", "activity_id", "change", "fields"])}
    tables[table] = tables[table].assign(**{column: pd.Series([value] * len(tables[table]), dtype=object)})
    message = _failing(tables)[name]
    assert said in message
    assert message.endswith(".")


def test_what_a_run_could_not_do_is_told_again() -> None:
    tables = frames("One") | {"changes": pd.DataFrame(columns=["run", "activity_id", "change", "fields"])}
    failing = _failing(tables, refused=["entry 3: it no longer fits"], unread=["x.pdf: is a PDF file"])
    assert failing["corrections"].startswith("entry 3")
    assert failing["read"].startswith("x.pdf")


def test_an_activity_that_a_person_withdrew_is_missed_by_nobody() -> None:
    tables = frames("One", "Two") | {"changes": pd.DataFrame(columns=["run", "activity_id", "change", "fields"])}
    gone = tables["activities"]["activity_id"][0]
    tables["activities"] = tables["activities"].iloc[1:]
    assert "links" in _failing(tables)
    assert _failing(tables, withdrawn=[gone]) == {}
