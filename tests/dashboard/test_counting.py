"""The numbers of the page equal a plain computation over the table of activities, for many random filters."""

from __future__ import annotations

import pandas as pd
import pytest

from dashboard import queries
from dashboard.data import Data
from dashboard.filters import Filters
from tests.dashboard import plain
from tests.dashboard.random_filters import random_filters

SEEDS = range(240)


def figures(people: queries.People) -> tuple[int, str, int, int]:
    return people.value, people.qualifier, people.stated, people.of


@pytest.mark.parametrize("seed", SEEDS)
def test_totals_equal_a_plain_computation(seed: int, data: Data, frames: dict[str, pd.DataFrame]) -> None:
    filters = random_filters(seed)
    table = frames["activities"]
    passed = plain.passing(table, filters)
    events = plain.events(passed)
    own = [plain.places(row, filters.role) for row in events.itertuples()]
    everyone = {code for codes in own for code in codes}
    area = plain.area(filters)
    found = queries.totals(data, filters)
    assert found.activities == len(events)
    assert found.countries == len(everyone & area)
    assert found.countries_outside == len(everyone - area)
    assert found.participations == sum(len(set(codes) & area) for codes in own)
    assert found.several_countries == sum(len(codes) > 1 for codes in own)
    assert found.regional_or_global == sum(not codes for codes in own)
    assert figures(found.trained) == plain.people(events, "trained")
    assert figures(found.participants) == plain.people(events, "participants")
    assert found.women == events["women"].sum()
    assert found.donors == len({donor for donors in events["donors"] for donor in donors})
    assert found.undated == events["date_earliest"].isna().sum()
    assert found.claims == passed["aggregate"].sum()
    assert found.projects == ((passed["level"] == "project") & ~passed["aggregate"]).sum()
    assert found.reviewed == (events["review"] != "machine").sum()


@pytest.mark.parametrize("seed", SEEDS[:80])
def test_countries_equal_a_plain_computation_in_each_mode(
    seed: int, data: Data, frames: dict[str, pd.DataFrame]
) -> None:
    filters = random_filters(seed)
    events = plain.passing(plain.events(frames["activities"]), filters)
    for mode in ("whole", "only", "shared"):
        found = {g.value: (g.activities, g.trained, g.participants) for g in queries.by_country(data, filters, mode)}
        expected = plain.by_place(events, filters, mode)
        assert found.keys() == expected.keys()
        for code, numbers in expected.items():
            assert found[code] == pytest.approx(numbers), (code, mode)
    totals = queries.totals(data, filters)
    assert len(queries.by_country(data, filters)) == totals.countries
    assert sum(group.activities for group in queries.by_country(data, filters)) == totals.participations


@pytest.mark.parametrize("seed", SEEDS[:80])
@pytest.mark.parametrize("grain", ["year", "quarter", "month"])
def test_bars_bands_and_undated_make_up_all(seed: int, grain: str, data: Data) -> None:
    filters = random_filters(seed)
    timeline = queries.by_period(data, filters, grain)
    spans = [*timeline.bars, *timeline.bands]
    totals = queries.totals(data, filters)
    assert sum(span.activities for span in spans) + timeline.undated == totals.activities
    assert timeline.undated == totals.undated
    assert all(bar.first == bar.last for bar in timeline.bars)
    assert all(band.first < band.last for band in timeline.bands)


@pytest.mark.parametrize("seed", SEEDS[:60])
def test_what_the_date_filter_leaves_out_is_counted(seed: int, data: Data, frames: dict[str, pd.DataFrame]) -> None:
    filters = random_filters(seed)
    without = queries.undated(filters)
    events = plain.passing(plain.events(frames["activities"]), without)
    expected = events["date_earliest"].isna().sum() if filters != without else 0
    assert queries.totals(data, filters).left_out_without_bounds == expected


@pytest.mark.parametrize("seed", SEEDS[:60])
def test_kinds_share_out_the_whole(seed: int, data: Data) -> None:
    filters = random_filters(seed)
    totals = queries.totals(data, filters)
    groups = queries.by_field(data, filters, "kind")
    assert sum(group.activities for group in groups) == totals.activities
    assert sum(group.trained for group in groups) == totals.trained.value
    for people in ("whole", "only", "shared"):
        areas = queries.by_field(data, filters, "area", people)
        assert sum(group.activities for group in areas) >= totals.activities
        if people == "shared":
            assert sum(group.participants for group in areas) == pytest.approx(totals.participants.value)


@pytest.mark.parametrize("seed", SEEDS[:40])
@pytest.mark.parametrize(
    ("rows", "columns"), [("kind", "year"), ("area", "region"), ("country", "donor"), ("host", "mode")]
)
def test_margins_of_a_matrix_count_each_activity_once(seed: int, rows: str, columns: str, data: Data) -> None:
    filters = random_filters(seed)
    matrix = queries.matrix(data, filters, rows, columns)
    assert matrix.total == queries.totals(data, filters).activities
    for row, total in zip(matrix.cells, matrix.row_totals, strict=True):
        assert max(row, default=0) <= total
        if columns == "year":
            assert sum(row) == total
    for place, total in enumerate(matrix.column_totals):
        column = [row[place] for row in matrix.cells]
        assert max(column, default=0) <= total
        if rows == "kind":
            assert sum(column) == total


@pytest.mark.parametrize("seed", SEEDS[:40])
def test_records_are_those_that_were_counted(seed: int, data: Data, frames: dict[str, pd.DataFrame]) -> None:
    filters = random_filters(seed)
    expected = set(plain.passing(plain.events(frames["activities"]), filters)["activity_id"])
    page = queries.records(data, filters, "-participants", 0, 2000)
    assert {row["activity_id"] for row in page.rows} == expected
    assert page.total == len(expected)
    numbers = [row["participants"] for row in page.rows if row["participants"] is not None]
    assert numbers == sorted(numbers, reverse=True)
    assert {row["activity_id"] for row in queries.all_records(data, filters)} == expected


def test_the_last_day_of_a_year_belongs_to_it(data: Data, frames: dict[str, pd.DataFrame]) -> None:
    events = plain.events(frames["activities"])
    until = events[(events["date"].str.len() == 10) & (events["date"] <= "2018-12-31")]
    ids = {row["activity_id"] for row in queries.records(data, Filters(last="2018"), "", 0, 2000).rows}
    assert set(until["activity_id"]) <= ids
