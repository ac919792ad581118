"""What a briefing says is what the queries answer, and every proposed message holds."""

import json
import re

import pytest

from dashboard import queries
from dashboard.briefing import options, saved
from dashboard.briefing.clean import clean
from dashboard.briefing.model import Chart, Figures, Table, WorldMap
from dashboard.briefing.options import SECTIONS, Options
from dashboard.briefing.people import in_words
from dashboard.briefing.sections.time import MOST_BANDS, bands, short
from dashboard.briefing.shapes import HEIGHT, outlines, points
from dashboard.exports.section_figures import figures_of
from dashboard.figures.bars import shorten
from dashboard.filters import Filters
from dashboard.labels import label
from dashboard.queries import People
from dashboard.queries.answers import Span
from dashboard.words import LANGUAGES, number
from tests.dashboard.briefings import NOTHING, briefing, state

SCOPES = [Filters(), Filters(region=("011",), donor=("GBR",), first="2015"), Filters(country=("XKX",)), NOTHING]


def blocks(made, shape):
    return [block for section in made.sections for block in section.blocks if isinstance(block, shape)]


@pytest.mark.parametrize("filters", SCOPES)
def test_figures_and_charts_are_those_of_the_queries(data, filters):
    made, totals = briefing(data, filters), queries.totals(data, filters)
    values = [item.value for item in blocks(made, Figures)[0].items]
    people = [some.value if some.stated else None for some in (totals.trained, totals.participants)]
    assert values == [totals.activities, totals.countries, *people, totals.donors]
    by_area = next(c for s in made.sections if s.key == "areas" for c in s.blocks if isinstance(c, Chart))
    found = queries.by_field(data, filters, "area")
    assert list(by_area.categories) == [label("area", group.value) for group in found]
    assert list(by_area.series[0].values) == [group.activities for group in found]
    world = blocks(made, WorldMap)
    coloured = {code for shade in world[0].shades[1:] for code in shade.codes}
    assert coloured == {group.value for group in queries.by_country(data, filters)}


def test_columns_over_time_bands_and_undated_add_up(data):
    answer = queries.by_period(data, Filters(), "year")
    chart = next(s for s in briefing(data).sections if s.key == "time").blocks[0]
    inexact = sum(band.activities for band in answer.bands)
    assert sum(value for _, value, _ in chart.marks()) == queries.count(data, Filters())
    assert sum(value for _, value, series in chart.marks() if series) == inexact + answer.undated
    assert number(inexact) in chart.note


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("filters", SCOPES)
def test_every_section_is_there_in_every_language_even_of_nothing(data, filters, language):
    made = briefing(data, filters, language)
    assert [section.key for section in made.sections] == [key for key in SECTIONS if key != "priorities"]
    assert all(section.title for section in made.sections)
    assert not re.search(r"\{\w+\}", str(made))


def test_priorities_are_there_once_they_are_written(data):
    made = briefing(data, priorities={"prevention": "Two courses more"})
    assert "priorities" in [section.key for section in made.sections]
    assert blocks(made, Table)[-2].rows == ((label("area", "prevention"), "Two courses more"),)


@pytest.mark.parametrize(("first", "last", "said"), [("2016", "2018", "2016–18"), ("1998", "2002", "1998–2002")])
def test_spans_of_years_are_short(first, last, said):
    assert short(first, last) == said


def test_many_bands_keep_their_sum():
    spans = [Span(f"{year}", f"{year + 1}", year - 1999, 0, 0) for year in range(2000, 2010)]
    shown = bands(spans, "en")
    assert len(shown) == MOST_BANDS
    assert sum(n for _, n in shown) == sum(span.activities for span in spans)
    assert shown[-1][0] == "other spans"


def test_a_briefing_holds_what_was_chosen_in_its_order(data):
    made = briefing(data, sections=("annex", "overview"), titles={"annex": "Ours"}, messages={"overview": ("One",)})
    assert [(section.key, section.title) for section in made.sections][0] == ("annex", "Ours")
    assert made.sections[1].messages == ("One",)


@pytest.mark.parametrize(
    ("people", "said"),
    [
        (People(250, "at_least", 4, 9), "At least 250 people trained, by the 4 of 9 trainings that state a number."),
        (People(250, "about", 4, 9), "About 250 people trained, by the 4 of 9 trainings that state a number."),
        (People(250, "", 9, 9), "250 people trained, by the 9 of 9 trainings that state a number."),
        (People(0, "", 0, 9), "None of the trainings (9) states how many people were trained."),
        (People(0, "", 0, 0), ""),
    ],
)
def test_messages_on_people_hold(people, said):
    assert in_words("trained", people, "en") == said


def test_no_heading_of_a_document_is_in_a_briefing(data, frames):
    headings = {title for title in frames["activities"]["title"] if len(title.split()) > 3}
    text = str(briefing(data))
    assert not [title for title in headings if title in text]


def test_every_fact_that_an_export_must_carry_is_there(data):
    made = briefing(data, Filters(region=("011",)))
    said = dict(made.facts)
    assert "Western Africa" in said["Filters"]
    assert said["Link"] == "https://example.org/?region=011"
    assert all(said[name] for name in ("Activities", "How it counts", "Checked", "Date", "Source"))


def test_options_survive_json_and_refuse_what_is_unknown():
    given = Options(("annex", "where"), "T", {"where": "W"}, {"where": ("a", "b")}, {"prevention": "p"}, "letter")
    assert options.read(json.loads(json.dumps(options.written(given)))) == given
    odd = {"sections": ["nowhere"], "paper": "a0", "titles": {"x": "y"}, "title": "t" * 1000}
    assert options.read(odd) == Options(title="t" * options.LONGEST_TITLE)


def test_a_saved_briefing_is_found_again_and_says_what_changed(data, tmp_path):
    now = queries.totals(data, Filters())
    figures = saved.figures(now) | {"activities": 7}
    one = saved.Saved("../Ünïcode: monthly?", "?region=011", Options(title="x"), "run", "2021-01-01", figures)
    saved.save(tmp_path, one)
    assert saved.load(tmp_path, one.name) == one
    assert saved.names(tmp_path) == [one.name]
    assert saved.changed(one, now) == [("activities", 7, now.activities)]
    assert saved.load(tmp_path, "another") is None
    assert all(path.parent == tmp_path / saved.FOLDER for path in tmp_path.rglob("*.json"))


def test_the_map_has_every_territory_inside_its_edges():
    found = outlines()
    assert len(found) > 240
    for outline in found:
        for ring in outline.rings:
            assert all(-1e-6 <= x <= 1 + 1e-6 and -1e-6 <= y <= HEIGHT + 1e-6 for x, y in ring), outline.code
            assert max(x for x, _ in ring) - min(x for x, _ in ring) < 0.7, f"{outline.code} runs across the map"
    assert "XKX" in points()


def test_clean_reaches_everything():
    assert clean(Table("a\x00", ("\x0b",), (("\ufffe", 1),), (1.0,), 1)) == Table("a ", (" ",), ((" ", 1),), (1.0,), 1)


def test_tables_have_cells_for_all_their_headings(data):
    for table in blocks(briefing(data, priorities={"prevention": "x"}), Table):
        assert len(table.widths) == len(table.headings)
        assert {len(row) for row in table.rows} <= {len(table.headings)}
    assert state(data).view.lang == "en"


@pytest.mark.parametrize("filters", SCOPES[:3])
def test_files_draw_the_numbers_of_the_figures_on_the_screen(data, filters):
    asked = state(data, filters)
    made = {block.title: block for block in blocks(briefing(data, filters), Chart)}
    for name in ("kinds", "areas", "countries", "donors", "partners"):
        screen = figures_of(SECTIONS)[name](asked)
        drawn = dict(zip(screen.figure["layout"]["yaxis"]["ticktext"], screen.figure["data"][0]["x"], strict=True))
        written = (
            {shorten(label): value for label, value, _ in made[screen.title].marks()} if screen.title in made else {}
        )
        assert {k: v for k, v in drawn.items() if k in written} == {k: v for k, v in written.items() if k in drawn}
        assert len(written) >= min(len(drawn), 1) or not drawn
    timeline = figures_of(SECTIONS)["timeline"](asked)
    years = [value for _, value, series in made[timeline.title].marks() if value and not series]
    assert years == [value for value in timeline.figure["data"][0]["y"] if value]
    people = figures_of(SECTIONS)["people-trained"](asked)
    if people.title in made:
        assert [v for _, v, _ in made[people.title].marks() if v] == [v for v in people.figure["data"][0]["y"] if v]
