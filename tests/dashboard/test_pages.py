"""What the pages beyond the overview show equals a plain computation, and holds at its edges."""

from __future__ import annotations

import base64
import csv
import io
from dataclasses import replace

import openpyxl
import pandas as pd
import pytest

from dashboard import queries
from dashboard.callbacks.areas import by_audience
from dashboard.callbacks.viewing import chosen, offered
from dashboard.charts import Chart
from dashboard.data import Data
from dashboard.exports.chart_table import chart_table
from dashboard.figures.comparison import comparison, signed
from dashboard.filters import Filters
from dashboard.labels import column_label
from dashboard.queries.answers import Claim, Matrix
from dashboard.queries.comparison import Pair
from dashboard.queries.contradictions import contradictions
from dashboard.queries.examples import examples
from dashboard.queries.stacked import with_others
from dashboard.selection import compared_with
from dashboard.source import State
from dashboard.view import View
from etl import vocabulary
from etl.schema import ACTIVITIES
from tests.dashboard import plain
from tests.dashboard.random_filters import random_filters

SEEDS = range(40)


@pytest.mark.parametrize("seed", SEEDS)
def test_what_stands_apart(seed: int, data: Data, frames: dict[str, pd.DataFrame]) -> None:
    filters = random_filters(seed)
    passed = plain.passing(frames["activities"], filters)
    events = plain.events(passed)
    undated = [row.activity_id for row in events.itertuples() if plain.bounds(row) is None]
    nowhere = [row.activity_id for row in events.itertuples() if not plain.places(row, filters.role)]
    for found, expected in ((queries.without_date, undated), (queries.without_place, nowhere)):
        page = found(data, filters, 10_000)
        assert page.total == len(expected)
        assert {row["activity_id"] for row in page.rows} == set(expected)
    projects = passed[(passed["level"] == "project") & ~passed["aggregate"]]
    assert queries.projects(data, filters).total == len(projects)


@pytest.mark.parametrize("name", ["country", "region", "kind"])
@pytest.mark.parametrize("seed", range(8))
def test_donors_of_each_value_are_different_ones(
    seed: int, name: str, data: Data, frames: dict[str, pd.DataFrame]
) -> None:
    filters = replace(random_filters(seed), role="beneficiary")
    events = plain.events(plain.passing(frames["activities"], filters))
    for group in queries.with_donors(data, filters, queries.by_field(data, filters, name), name):
        own = events[[group.value in row_values(row, name) for row in events.itertuples()]]
        assert group.donors == len({donor for donors in own["donors"] for donor in donors})


def row_values(row: object, name: str) -> list[str]:
    """Return the values of a field, "" for none."""
    value = getattr(row, name)
    return (list(value) or [""]) if not isinstance(value, str) else [value]


@pytest.mark.parametrize("seed", range(5))
def test_a_flow_counts_activities_that_name_who_paid_and_share_both_ends(
    seed: int, data: Data, frames: dict[str, pd.DataFrame]
) -> None:
    filters = replace(random_filters(seed), role="beneficiary", bucket="") if seed else Filters()
    events = plain.events(plain.passing(frames["activities"], filters))
    paid = [row for row in events.itertuples() if len(row.donors)]
    found = queries.flow(data, filters)
    assert (found.activities, found.of) == (len(paid), len(events))
    columns = {"donor": "donors", "area": "areas", "country": "country"}
    for (start, first), (end, second), count in found.links:
        ends = ((columns[start], first), (columns[end], second))
        assert count == sum(all(value in row_values(row, name) for name, value in ends) for row in paid)
    assert set(found.drawn) <= set(found.links)


def test_of_a_flow_the_largest_ends_are_drawn_and_all_are_told(data: Data) -> None:
    found = queries.flow(data, Filters())
    countries = {end[1] for _, end, _ in found.drawn if end[0] == "country"}
    assert len(countries - {""}) <= 12 < len({end[1] for _, end, _ in found.links if end[0] == "country"})


@pytest.mark.parametrize("name", ["country", "region"])
@pytest.mark.parametrize("seed", range(10))
def test_a_matrix_has_a_row_for_what_names_no_place(
    seed: int, name: str, data: Data, frames: dict[str, pd.DataFrame]
) -> None:
    filters = replace(random_filters(seed), role="beneficiary", bucket="")
    events = plain.events(plain.passing(frames["activities"], filters))
    found = queries.matrix(data, filters, name, "kind")
    nowhere = [row.kind for row in events.itertuples() if not getattr(row, name)]
    assert dict(zip(found.rows, found.row_totals, strict=True)).get("", 0) == len(nowhere)
    if nowhere:
        cells = dict(zip(found.columns, found.cells[found.rows.index("")], strict=True))
        assert {kind: n for kind, n in cells.items() if n} == {kind: nowhere.count(kind) for kind in set(nowhere)}


def test_the_largest_rows_keep_their_order_and_all_totals() -> None:
    answer = Matrix(("a", "b", "c", ""), ("x", "y"), ((1, 2), (9, 9), (4, 0), (1, 1)), (3, 18, 4, 2), (15, 12), 27)
    found = queries.largest(answer, 2, 1)
    assert (found.rows, found.columns) == (("b", "c", ""), ("x",))
    assert (found.cells, found.row_totals, found.total) == (((9,), (4,), (1,)), (18, 4, 2), 27)


@pytest.mark.parametrize(
    ("compare", "expected"),
    [
        ("region=014", Filters(first="2016-03", last="2017", kind=("training",), region=("014",))),
        ("kind=workshop", Filters(first="2016-03", last="2017", kind=("workshop",))),
        ("year=2012", Filters(first="2012", last="2012", kind=("training",))),
        ("year=before", Filters(first="2015-03", last="2016", kind=("training",))),
        ("", None),
        ("kind=", None),
        ("q=word", None),
        ("year=1", None),
        ("year=0000", None),
    ],
)
def test_the_selection_to_compare_with(compare: str, expected: Filters | None) -> None:
    assert compared_with(Filters(first="2016-03", last="2017", kind=("training",)), compare) == expected


def test_a_leap_day_has_a_day_a_year_before() -> None:
    assert compared_with(Filters(first="2016-02-29", last="2016-03-01"), "year=before") == Filters(
        first="2015-02-28", last="2015-03-01"
    )
    assert compared_with(Filters(first="2016"), "year=before") is None


def test_a_comparison_holds_both_selections(data: Data) -> None:
    first, second = Filters(area=("legislation",)), Filters(area=("protection",))
    found = queries.compare(data, first, second, "kind", "activities")
    assert found.first == queries.totals(data, first)
    assert sum(pair.first for pair in found.pairs) == found.first.activities
    assert sum(pair.second for pair in found.pairs) == found.second.activities
    drawn = comparison(found.pairs, "kind", ("one", "other"), "en", "light")
    assert [note["text"] for note in drawn["layout"]["annotations"]] == [
        signed(p.difference, "en") for p in found.pairs
    ]


def test_signs() -> None:
    assert [signed(n, "en") for n in (-1200, 0, 7)] == ["−1,200", "±0", "+7"]
    assert Pair("a", 3, 10).difference == 7


def claim(name: str, scope: str = "own", first: str = "2016-01-01", last: str = "2016-12-31", **row: object) -> Claim:
    said = {"claimed_activities": None, "claimed_countries": None, "trained": None, "participants": None}
    where = {"country": [], "region": [], "programme": [], "topics": []}
    return Claim({"activity_id": name} | said | where | row, scope, first, last, (), None, None, None, None)


@pytest.mark.parametrize(
    ("wide", "narrow", "found", "why"),
    [
        ({"trained": 50}, {"trained": 80, "country": ["KEN"]}, True, "a country cannot have more than all"),
        ({"trained": 90}, {"trained": 80, "country": ["KEN"]}, False, "all have more than a country"),
        ({"trained": 50, "country": ["GHA"]}, {"trained": 80, "country": ["KEN"]}, False, "two countries"),
        ({"trained": 50}, {"participants": 80}, False, "other things are counted"),
        ({"trained": 50, "scope": ""}, {"trained": 80}, False, "nothing is known of its scope"),
        ({"trained": 50, "last": "2016-06-30"}, {"trained": 80}, False, "half a year has fewer than a year"),
        ({"claimed_countries": 12}, {"claimed_countries": 13}, True, "one scope, two numbers"),
    ],
)
def test_claims_that_do_not_fit_together(
    wide: dict[str, object], narrow: dict[str, object], found: bool, why: str
) -> None:
    claims = [claim("wide", **wide), claim("narrow", **narrow)]  # type: ignore[arg-type]
    pairs = [(c.wider.activity["activity_id"], c.inside[0].activity["activity_id"]) for c in contradictions(claims)]
    assert pairs == ([("wide", "narrow")] if found else []), why


def test_a_summary_of_each_area(data: Data, frames: dict[str, pd.DataFrame]) -> None:
    filters = Filters(first="2010", last="2015")
    events = plain.events(plain.passing(frames["activities"], filters))
    for summary in queries.summaries(data, filters, "area", vocabulary.codes("areas")):
        own = events[[summary.value in areas for areas in events["areas"]]]
        assert summary.totals.activities == len(own)
        assert summary.tools == (own["kind"] == "publication").sum()
        trainings = own[own["kind"] == "training"]
        for group in summary.trained:
            assert group.activities == sum(group.value in audience for audience in trainings["audience"])
    assert [
        s.value for s in queries.summaries(data, Filters(area=("research",)), "area", vocabulary.codes("areas"))
    ] == ["research"]


def test_a_filter_of_kinds_leaves_no_trainings_in_a_summary(data: Data) -> None:
    for summary in queries.summaries(data, Filters(kind=("campaign",)), "area", vocabulary.codes("areas")):
        assert (summary.trained, summary.tools) == ((), 0)


def test_confidence_and_documents_count_everything(data: Data, frames: dict[str, pd.DataFrame]) -> None:
    events = plain.events(frames["activities"])
    assert sum(band.activities for band in queries.by_confidence(data)) == len(events)
    assert len(queries.by_document(data)) == len(frames["documents"])
    assert len(queries.checks(data)) == 10
    assert all(row["flags"] for row in queries.flagged(data))
    assert all(row["review"] != "machine" for row in queries.reviewed(data))


def test_examples_are_of_the_selection(data: Data) -> None:
    found = examples(data, Filters(country=("KEN",)))
    assert found.most_countries is not None
    assert "KEN" in found.most_countries["country"]
    assert len(found.most_countries["country"]) > 1
    nothing = examples(data, Filters(first="1900", last="1901"))
    assert (nothing.tellings, nothing.told_most, nothing.most_countries, nothing.inexact) == (0, None, None, None)


def test_the_smallest_values_of_a_stack_are_taken_together(data: Data) -> None:
    whole = queries.by_period(data, Filters(), "year", "country")
    found = with_others(whole, "Others", 4)
    assert len({span.value for span in (*found.bars, *found.bands)}) == 4
    for part in ("bars", "bands"):
        spans = getattr(found, part)
        assert sum(s.activities for s in spans) == sum(s.activities for s in getattr(whole, part))
        assert len({(s.first, s.last, s.value) for s in spans}) == len(spans)
    kinds = queries.by_period(data, Filters(), "year", "mode")
    assert with_others(kinds, "Others") is kinds


CHART = Chart({}, "A title", ("Name", "Figure"), (("=cmd", 3), ("b", None)), file_rows=(("+safe", 3), ("b", None)))


def test_a_table_as_csv_is_safe_and_says_how_it_came_about() -> None:
    file = chart_table(CHART, "chart", "csv", ["Country: Kenya"])
    rows = list(csv.reader(io.StringIO(file["content"].removeprefix("\ufeff"))))
    assert rows == [["Name", "Figure"], ["'+safe", "3"], ["b", ""], [], ["A title"], ["Country: Kenya"]]
    assert file["filename"] == "chart.csv"


def test_a_table_says_beside_its_title_what_the_chart_says() -> None:
    file = chart_table(replace(CHART, note="2 of 45 activities"), "chart", "csv", ["Country: Kenya"])
    rows = list(csv.reader(io.StringIO(file["content"])))
    assert rows[-3:] == [["A title"], ["2 of 45 activities"], ["Country: Kenya"]]


def test_a_table_as_a_workbook_has_numbers_and_no_formulas() -> None:
    file = chart_table(CHART, "chart", "xlsx", ["Country: Kenya"])
    book = openpyxl.load_workbook(io.BytesIO(base64.b64decode(file["content"])))
    assert list(book["table"].iter_rows(values_only=True)) == [("Name", "Figure"), ("+safe", 3), ("b", None)]
    assert book["table"]["A2"].data_type == "s"
    assert [cell for (cell,) in book["about"].iter_rows(values_only=True)] == ["A title", "Country: Kenya"]


CHOICES = [{"value": value, "label": value} for value in ("basis", "none", "kind")]


@pytest.mark.parametrize(("asked", "shown"), [("", "basis"), ("kind", "kind"), ("unknown", "basis")])
def test_a_control_shows_what_the_address_asks_or_its_first_choice(asked: str, shown: str) -> None:
    assert offered(asked, CHOICES) == shown


@pytest.mark.parametrize(("value", "kept"), [("basis", ""), ("none", "none")])
def test_the_first_choice_is_left_out_of_the_address(value: str, kept: str, data: Data) -> None:
    state = State(data, Filters(), View(stack="kind"), (), "light")
    assert chosen(state, "stack", value, CHOICES)[1].stack == kept


def test_the_role_is_a_filter(data: Data) -> None:
    filters, view = chosen(State(data, Filters(), View(), (), "light"), "role", "host", CHOICES)
    assert (filters.role, view) == ("host", View())


def test_every_area_has_a_plan_in_every_language() -> None:
    rows = vocabulary.rows("area_plans")
    assert {row["area"] for row in rows if row["part"] == "lack"} == set(vocabulary.codes("areas"))
    assert all(row[f"text_{language}"].strip() for row in rows for language in ("en", "fr", "es"))


def test_headings_in_english_are_those_of_the_schema() -> None:
    assert [column_label(column.name) for column in ACTIVITIES] == [column.label for column in ACTIVITIES]


@pytest.mark.parametrize("lang", ["en", "fr", "es"])
@pytest.mark.parametrize("kind", [("training",), ("campaign",)])
def test_who_was_trained_has_its_title_where_nobody_was_too(kind: tuple[str, ...], lang: str, data: Data) -> None:
    chart = by_audience(State(data, Filters(kind=kind), View(lang=lang), (), "light"))
    assert "{" not in chart.title
    assert bool(chart.rows) == (kind == ("training",))
