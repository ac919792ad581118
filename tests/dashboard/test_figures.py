import csv
import json
import re
from pathlib import Path

import plotly.offline
import pytest

from dashboard.figures.bars import LONGEST_LABEL, bars, shorten
from dashboard.figures.claims import pairs
from dashboard.figures.classes import class_of, lower_bounds, spread
from dashboard.figures.country_map import country_map
from dashboard.figures.dots import dots
from dashboard.figures.flow import flow
from dashboard.figures.matrix import matrix
from dashboard.figures.periods import day_after, first_day, milliseconds
from dashboard.figures.small_multiples import small_multiples
from dashboard.figures.sparkline import sparkline
from dashboard.figures.theme import SERIES, colours, figure
from dashboard.figures.timeline import lanes_of, timeline
from dashboard.queries.answers import Claim, Group, Matrix, People, Span, Timeline
from dashboard.words import word
from etl.vocabulary import countries

ROOT = Path(__file__).parents[2]
THEMES = ("light", "dark")
CASES = list(csv.DictReader((ROOT / "tests/cases/map_classes.csv").read_text(encoding="utf-8").splitlines()))


def group(value, activities, trained=0.0, stated=0, shared=0):
    return Group(value, activities, shared, trained, 0.0, stated, 0)


def drawn(fig, kind):
    """Every code that the map draws in traces of one type, with the name of its class."""
    key = "locations" if kind == "choropleth" else "customdata"
    return {code: trace["name"] for trace in fig["data"] if trace["type"] == kind for code in trace[key]}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_lower_bounds(case):
    values = [float(v) for v in case["values"].split(";") if v]
    assert lower_bounds(values) == [int(v) for v in case["bounds"].split(";")]


def test_every_value_is_in_the_class_that_names_it():
    bounds = [1, 2, 5, 20]
    assert [class_of(v, bounds) for v in (0.4, 1, 2, 4, 5, 19, 20, 999)] == [0, 0, 1, 1, 2, 2, 3, 3]


@pytest.mark.parametrize("count", range(1, 6))
def test_classes_have_different_shades(count):
    assert len(set(spread(count))) == count


def test_the_map_tells_apart_nothing_not_stated_and_some():
    groups = [group("KEN", 3, 40, 2), group("UGA", 2), group("SGP", 1, 10, 1)]
    fig = country_map(groups, "trained", (), "en", "light")
    names = drawn(fig, "choropleth")
    assert names["UGA"] == word("number_not_stated")
    assert names["TZA"] == word("map_none")
    assert len({names["KEN"], names["UGA"], names["TZA"]}) == 3
    colour = {trace["name"]: trace["colorscale"][0][1] for trace in fig["data"] if trace["type"] == "choropleth"}
    assert len(set(colour.values())) == len(colour)


def test_each_country_is_drawn_once_and_no_disputed_area_at_all():
    fig = country_map([group("KEN", 3), group("XKX", 1), group("", 9)], "activities", (), "en", "light")
    codes = [code for trace in fig["data"] if trace["type"] == "choropleth" for code in trace["locations"]]
    assert sorted(codes) == sorted(countries())
    assert not {"XJK", "XAC", "XAP", "XBT", "XHT", "XIT"} & set(codes)


def test_small_states_are_dots_even_without_activities():
    points = drawn(country_map([group("KEN", 3)], "activities", (), "en", "light"), "scattergeo")
    assert {"SGP", "MDV", "TUV", "SMR", "VAT", "BHR"} <= set(points)
    assert "XKX" not in points
    assert "XKX" in drawn(country_map([group("XKX", 3)], "activities", (), "en", "light"), "scattergeo")


def test_a_selected_country_has_an_outline():
    fig = country_map([group("KEN", 3), group("UGA", 3)], "activities", ("KEN",), "en", "light")
    trace = next(t for t in fig["data"] if t["type"] == "choropleth" and "KEN" in t["locations"])
    widths = dict(zip(trace["locations"], trace["marker"]["line"]["width"], strict=True))
    assert widths["KEN"] > widths["UGA"]


def test_every_state_has_a_shape_or_a_dot():
    shapes = json.loads((ROOT / "assets/topojson/world_110m.json").read_text(encoding="utf-8"))
    ids = [feature["id"] for feature in shapes["objects"]["countries"]["geometries"]]
    assert len(ids) == len(set(ids)), "plotly colours only the first of several features with one id"
    assert set(countries()) <= set(ids) | set(dots())


def test_land_is_only_what_no_country_colours():
    shapes = json.loads((ROOT / "assets/topojson/world_110m.json").read_text(encoding="utf-8"))["objects"]
    land, coloured = ({shape["id"] for shape in shapes[layer]["geometries"]} for layer in ("land", "countries"))
    assert land == coloured - set(countries())


BARS = (Span("2016", "2016", 4, 40, 50), Span("2018", "2018", 6, 0, 0))
BANDS = (Span("2015", "2016", 2, 0, 0), Span("2016", "2018", 1, 0, 0), Span("2017", "2018", 3, 0, 0))


def test_bars_and_bands_hold_all_that_is_dated():
    fig = timeline(Timeline("year", BARS, BANDS, 5), "activities", None, "en", "light")
    bar, band = fig["data"]
    assert sum(bar["y"]) == 10
    assert band["customdata"] == [["2015", "2016"], ["2016", "2018"], ["2017", "2018"]]
    assert any("5" in note["text"] for note in fig["layout"]["annotations"])


def test_bands_in_one_row_do_not_meet():
    rows = lanes_of(BANDS)
    assert rows[0] == 0
    assert rows[1] != rows[0], "2015-2016 and 2016-2018 meet"
    assert rows[2] not in (rows[1],), "2016-2018 and 2017-2018 meet"


def test_selected_dates_pale_the_rest():
    fig = timeline(Timeline("year", BARS, (), 0), "activities", ("2018", "2018"), "en", "light")
    first, second = fig["data"][0]["marker"]["color"]
    assert second == colours("light")["accent"] != first


def test_an_empty_timeline_is_a_figure():
    assert timeline(Timeline("year", (), (), 0), "activities", None, "en", "light")["data"] == []


def test_a_stacked_timeline_has_a_trace_a_value():
    spans = [Span("2016", "2016", n, 0, 0, kind) for kind, n in (("training", 1), ("data", 5))]
    fig = timeline(Timeline("year", tuple(spans), (), 0), "activities", None, "fr", "dark", "kind")
    assert [trace["y"] for trace in fig["data"]] == [[5], [1]]
    assert fig["layout"]["showlegend"]


@pytest.mark.parametrize(
    ("period", "first", "after"),
    [
        ("2016", "2016-01-01", "2017-01-01"),
        ("2016-Q4", "2016-10-01", "2017-01-01"),
        ("2016-12", "2016-12-01", "2017-01-01"),
        ("2016-02", "2016-02-01", "2016-03-01"),
    ],
)
def test_periods(period, first, after):
    assert first_day(period).isoformat() == first
    assert day_after(period).isoformat() == after


def test_a_leap_year_is_a_day_longer():
    assert milliseconds("2016", "2016") == 366 * 86_400_000


def test_bars_are_sorted_and_not_stated_comes_last():
    fig = bars([group("", 50), group("data", 3), group("training", 9)], "kind", "activities", (), "en", "light")
    trace = fig["data"][0]
    assert trace["customdata"] == ["training", "data", ""]
    assert trace["marker"]["color"][2] != trace["marker"]["color"][0]


def test_bars_keep_to_the_largest():
    many = [group(f"donor {n}", n) for n in range(1, 301)]
    assert len(bars(many, "donors", "activities", (), "en", "light", most=8)["data"][0]["x"]) == 8


@pytest.mark.parametrize("length", [1, LONGEST_LABEL, 90, 400])
def test_long_labels_are_cut(length):
    assert len(shorten("ministry " * (length // 9 + 1))) <= LONGEST_LABEL + 1


def test_the_matrix_writes_its_cells_and_totals():
    answer = Matrix(("prevention", ""), ("2016", "2017"), ((1, 0), (2, 30)), (1, 31), (3, 30), 32)
    fig = matrix(answer, "areas", "", "en", "light")
    texts = [note["text"] for note in fig["layout"]["annotations"]]
    assert texts == ["1", "2", "30", "<b>1</b>", "<b>31</b>", "<b>3</b>", "<b>30</b>", "<b>32</b>"]
    assert fig["data"][0]["z"][0][1] == 0 < fig["data"][0]["z"][0][0]


def test_small_multiples_share_one_scale():
    spans = tuple(Span("2016", "2016", n, 0, 0, code) for code, n in (("014", 3), ("035", 30)))
    fig = small_multiples(Timeline("year", spans, (), 0), "region", "activities", "en", "light")
    assert {tuple(fig["layout"][f"yaxis{n}"]["range"]) for n in (1, 2)} == {(0, 30)}
    assert fig["data"][0]["customdata"] == [["2016", "2016", "035"]]


def test_the_flow_names_each_node_once():
    links = [(("donors", "JPN"), ("areas", "research"), 2), (("areas", "research"), ("country", "KEN"), 1)]
    trace = flow(links, "en", "light")["data"][0]
    assert trace["node"]["label"] == ["Japan", "Data and research", "Kenya"]
    assert json.loads(trace["node"]["customdata"][0]) == [list(links[0][0])]  # what a click filters by
    assert json.loads(trace["link"]["customdata"][0]) == [list(end) for end in links[0][:2]]


CLAIM = {"claimed_activities": 26, "claimed_countries": None, "trained": 700, "participants": None}


def test_a_claim_is_compared_where_its_scope_is_known():
    claim = Claim(CLAIM, "own", "2016-01-01", "2016-12-31", (), 19, 4, People(300, "at_least", 3, 9), None)
    assert pairs(claim) == {"activities": (26, 19), "trained": (700, 300)}


def test_a_claim_without_scope_is_compared_with_nothing():
    claim = Claim(CLAIM, "", "", "", (), None, None, None, None)
    assert pairs(claim) == {"activities": (26, None), "trained": (700, None)}


def test_a_trend_needs_two_values():
    assert sparkline([3], "light") == ""
    assert sparkline([0, 0], "light").startswith("data:image/svg+xml,")


def all_figures(theme):
    answer = Matrix(("prevention",), ("2016",), ((1,),), (1,), (1,), 1)
    stacked = Timeline("year", (Span("2016", "2016", 1, 0, 0, "014"),), (), 0)
    yield country_map([group("KEN", 3)], "activities", (), "es", theme)
    yield timeline(Timeline("year", BARS, BANDS, 5), "trained", None, "es", theme)
    yield bars([group("data", 3)], "kind", "activities", (), "es", theme)
    yield matrix(answer, "areas", "", "es", theme)
    yield small_multiples(stacked, "region", "activities", "es", theme)
    yield flow([(("donors", "JPN"), ("areas", "research"), 2)], "es", theme)


@pytest.mark.parametrize("theme", THEMES)
def test_figures_are_plain_and_of_traces_that_the_bundle_has(theme):
    script = (ROOT / "data/build/plotly_bundle.js").read_text(encoding="utf-8")
    has = set(re.findall(r'"(\w+)"', script.split("const traces = ")[1].split("]")[0]))
    for fig in all_figures(theme):
        json.dumps(fig)
        assert {trace["type"] for trace in fig["data"]} <= has


def test_the_bundle_is_of_the_version_that_plotly_py_expects():
    bundle = (ROOT / "assets/00-plotly-app.min.js").read_text(encoding="utf-8")
    assert f"plotly.js {plotly.offline.get_plotlyjs_version()}," in bundle[:200]
    assert "new Function" not in bundle
    assert '.push("L",Math.round(' in bundle, "borders are written with all their digits"


def luminance(colour):
    """Relative luminance by WCAG 2.2."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


TEXTS = [
    ("ink", "card"), ("ink-2", "card"), ("ink-3", "card"), ("ink", "paper"), ("ink-2", "paper"), ("ink-3", "paper"),
    ("accent", "card"), ("accent-ink", "accent"), ("ink", "accent-soft"), ("ink-3", "accent-soft"),
    ("warning", "card"), ("ink", "warning-soft"), ("ink", "mark"),
]  # fmt: skip


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("text", "ground"), TEXTS)
def test_words_stand_out_from_their_ground(theme, text, ground):
    colour = colours(theme)
    assert contrast(colour[text], colour[ground]) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("line", "ground"), [("line-strong", "card"), ("focus", "card"), ("focus", "paper")])
def test_lines_that_mean_something_stand_out(theme, line, ground):
    colour = colours(theme)
    assert contrast(colour[line], colour[ground]) >= 3


@pytest.mark.parametrize("theme", THEMES)
def test_the_map_survives_a_grey_printer(theme):
    colour = colours(theme)
    steps = [luminance(colour[f"class-{n}"]) for n in range(1, 6)]
    assert steps == sorted(steps, reverse=theme == "light")
    assert all(contrast(colour[f"class-{n}"], colour[f"class-{n + 1}"]) > 1.3 for n in range(1, 5))
    assert contrast(colour["none"], colour["class-1"]) > 1.2, "nothing looks like the fewest"


@pytest.mark.parametrize("theme", THEMES)
def test_neighbours_in_a_stack_differ_in_grey_too(theme):
    colour = [colours(theme)[name] for name in SERIES]
    assert all(contrast(a, b) > 1.2 for a, b in zip(colour, colour[1:], strict=False))


def test_a_figure_shares_no_state():
    first = figure([], "light")
    first["layout"]["margin"]["l"] = 99
    assert figure([], "light")["layout"]["margin"]["l"] == 0
