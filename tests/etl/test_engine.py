"""The engine's file: bits of every value, bounds of every date, pairs for lists, words for the search."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pandas as pd
import pytest

from etl import engine
from tests import synthetic


def built(frame: pd.DataFrame, path: Path) -> duckdb.DuckDBPyConnection:
    engine.build(synthetic.frames(len(frame)) | {"activities": frame}, path)
    return duckdb.connect(str(path), read_only=True)


def one(path: Path, **columns: object) -> duckdb.DuckDBPyConnection:
    frame = synthetic.activities(1).assign(level="event", aggregate=False)
    for name, value in columns.items():
        frame[name] = pd.Series([value], dtype=object)
    return built(frame, path)


# date, end_date, date_earliest, date_latest -> the last possible day; without both bounds there are none.
BOUNDS = (
    ("2018", "2018", "2018-01-01", "2018-12-31", "2018-12-31"),
    ("2018-02-27", "2018-03-02", "2018-02-27", "2018-02-27", "2018-03-02"),
    ("2016-02", "2016-02", "2016-02-01", "2016-02-29", "2016-02-29"),
    (None, None, "2016-02-01", "2017-05-01", "2017-05-01"),
    (None, None, "2016-02-01", None, None),
    (None, None, None, None, None),
)


def test_an_activity_lies_between_its_first_and_its_last_possible_day(tmp_path: Path) -> None:
    frame = synthetic.activities(len(BOUNDS)).assign(level="event", aggregate=False)
    names = ("date", "end_date", "date_earliest", "date_latest")
    for name, values in zip(names, list(zip(*BOUNDS, strict=True))[:4], strict=True):
        days = [pd.Timestamp(value).date() if value else None for value in values]
        frame[name] = pd.Series(days if name in names[2:] else values, dtype=object)
    query = "select activity_id, earliest::varchar, latest::varchar from event join activities using (n)"
    with built(frame, tmp_path / "e") as connection:
        found = {name: days for name, *days in connection.execute(query).fetchall()}
    for name, (*_, first, _, latest) in zip(frame["activity_id"], BOUNDS, strict=True):
        assert found[name] == [first if latest else None, latest]


def test_every_value_of_a_long_list_has_its_own_bit(tmp_path: Path) -> None:
    names = [f"Donor {n:03d}" for n in range(150)]
    frame = synthetic.activities(150).assign(level="event", aggregate=False)
    frame["donors"] = pd.Series([[name] for name in names], dtype=object)
    with built(frame, tmp_path / "e") as connection:
        words = connection.execute("select donors_0, donors_1, donors_2 from event").fetchall()
        codes = connection.execute("select count(*) from code where field = 'donors'").fetchall()
    assert codes == [(151,)]  # and the code for none
    assert len(set(words)) == 150
    assert all(sum(bin(word).count("1") for word in row) == 1 for row in words)


def test_no_value_is_a_value_of_its_own_and_none_counts_twice(tmp_path: Path) -> None:
    with one(tmp_path / "e", country=["KEN", "UGA", "KEN"], donors=[], mode=None) as connection:
        counts = connection.execute("select country_count, donors_count, mode_count, donors_0, mode_0 from event")
        assert counts.fetchall() == [(2, 0, 0, 1, 1)]
        codes = "select code, value from sets join code using (field, code) where field = '{}' order by value"
        assert [value for _, value in connection.execute(codes.format("country")).fetchall()] == ["KEN", "UGA"]
        assert connection.execute(codes.format("donors")).fetchall() == [(0, "")]


def test_activities_with_the_same_values_have_the_same_set(tmp_path: Path) -> None:
    frame = synthetic.activities(4).assign(level="event", aggregate=False)
    frame["country"] = pd.Series([["KEN", "UGA"], ["UGA"], ["UGA", "KEN"], []], dtype=object)
    held = """
        select activity_id, list(value order by value) from event join activities using (n)
        join sets on number = country_set and field = 'country' join code using (field, code) group by all order by 1"""
    with built(frame, tmp_path / "e") as connection:
        assert [values for _, values in connection.execute(held).fetchall()] == [
            ["KEN", "UGA"],
            ["UGA"],
            ["KEN", "UGA"],
            [""],
        ]
        assert connection.execute("select count(distinct country_set) from event").fetchall() == [(3,)]


def test_a_file_of_an_older_version_is_refused(tmp_path: Path) -> None:
    one(tmp_path / "e").close()
    with duckdb.connect(str(tmp_path / "e")) as connection:
        connection.execute("drop table flat")
    with pytest.raises(duckdb.Error):
        engine.connect(tmp_path / "e")


def test_regions_of_hosts_and_donors_come_from_their_countries(tmp_path: Path) -> None:
    with one(tmp_path / "e", host_country="KEN", donors=["SWE", "European Union"]) as connection:
        rows = connection.execute("select field, value from code where field similar to '(host|donor)_.*' and code > 0")
        found = set(rows.fetchall())
    assert ("host_region_m49", "014") in found
    assert ("host_region_programme", "east-africa") in found
    assert ("donor_region_m49", "154") in found
    assert ("donor_country", "SWE") in found
    assert ("donor_country", "European Union") not in found


def test_aggregates_and_projects_stand_apart(tmp_path: Path) -> None:
    frame = synthetic.activities(400)
    with built(frame, tmp_path / "e") as connection:
        found = {name: connection.execute(f"select count(*) from {name}").fetchall()[0][0] for name in engine.COUNTED}
    assert found["claim"] == frame["aggregate"].sum()
    assert found["project"] == ((frame["level"] == "project") & ~frame["aggregate"]).sum()
    assert sum(found.values()) == len(frame)


@pytest.mark.parametrize("size", [0, 1])
def test_tables_without_rows_are_written_too(tmp_path: Path, size: int) -> None:
    with built(synthetic.activities(size), tmp_path / "e") as connection:
        assert connection.execute("select count(*) from activities").fetchall() == [(size,)]


def test_words_are_kept_without_accents_and_capitals(tmp_path: Path) -> None:
    with one(tmp_path / "e", title="Atelier à BOGOTÁ") as connection:
        assert "atelier a bogota" in connection.execute("select words from said").fetchall()[0][0]
