"""Slides: charts are charts, the map has its shapes, nothing overlaps or runs off, nothing breaks a file."""

import io
import itertools

import pytest
from pptx import Presentation
from pptx.oxml.ns import qn
from pptx.util import Inches

from dashboard import queries
from dashboard.briefing.model import Figure, Figures, Table
from dashboard.exports.slides import own_template
from dashboard.exports.slides.deck import pptx
from dashboard.exports.slides.figures import add_figures
from dashboard.exports.slides.room import Room
from dashboard.exports.slides.tables import breaks_words
from dashboard.exports.slides.template import CannotUseTemplate
from dashboard.exports.text_fit import LINE, cut, fitted, lines_of
from dashboard.figures.theme import colours
from dashboard.filters import Filters
from dashboard.labels import label
from dashboard.words import word
from tests.dashboard.briefings import LANGUAGES, NASTY, NOTHING, briefing, nasty

POINT = 12_700
TOLERANCE = 2 * POINT


def opened(content):
    return Presentation(io.BytesIO(content))


def boxes(slide):
    return [s for s in slide.shapes if s.width and s.height]


def sides(shape):
    return shape.name, shape.left, shape.left + shape.width, shape.top, shape.top + shape.height


def overlap(a, b):
    (_, left, right, top, bottom), (_, other_left, other_right, other_top, other_bottom) = a, b
    wide, high = min(right, other_right) - max(left, other_left), min(bottom, other_bottom) - max(top, other_top)
    return wide > TOLERANCE and high > TOLERANCE


def check_layout(presentation):
    for number, slide in enumerate(presentation.slides, 1):
        for shape in boxes(slide):
            name = f"slide {number}: {shape.name}"
            assert shape.left >= 0, name
            assert shape.top >= 0, name
            assert shape.left + shape.width <= presentation.slide_width + TOLERANCE, name
            assert shape.top + shape.height <= presentation.slide_height + TOLERANCE, name
            if shape.has_text_frame and shape.text_frame.text:
                check_text(shape, name)
        for a, b in itertools.combinations(map(sides, boxes(slide)), 2):
            assert not overlap(a, b), f"slide {number}: {a[0]} lies over {b[0]}"


def check_text(shape, name):
    sizes = [run.font.size.pt for p in shape.text_frame.paragraphs for run in p.runs if run.font.size]
    if not sizes:
        return  # as large as the template has it
    lines = lines_of(shape.text_frame.text, shape.width / POINT, sizes[0])
    assert lines * sizes[0] * LINE <= shape.height / POINT * 1.25, f"{name} is too full"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("filters", [Filters(), Filters(region=("011",), donor=("GBR", "USA")), NOTHING])
def test_nothing_overlaps_or_runs_off(data, language, filters):
    check_layout(opened(pptx(briefing(data, filters, language, priorities={"prevention": "word " * 300}))))


@pytest.mark.parametrize("text", NASTY)
def test_nasty_texts_go_through_whole(data, text):
    presentation = opened(pptx(nasty(data, text)))
    check_layout(presentation)
    kept = text.replace("\x07", " ").replace("\x00", " ").strip()
    notes = " ".join(slide.notes_slide.notes_text_frame.text for slide in presentation.slides)
    assert kept[:280].split("\n")[0] in notes


@pytest.mark.parametrize("language", LANGUAGES)
def test_charts_are_native_and_hold_what_the_query_says(data, language):
    presentation = opened(pptx(briefing(data, language=language)))
    charts = [shape.chart for slide in presentation.slides for shape in slide.shapes if shape.has_chart]
    assert len(charts) >= 3
    assert all(chart.part.chart_workbook.xlsx_part.blob[:2] == b"PK" for chart in charts)
    areas = {label("area", g.value, language): g.activities for g in queries.by_field(data, Filters(), "area")}
    read = [dict(zip(c.plots[0].categories, c.plots[0].series[0].values, strict=True)) for c in charts]
    assert areas in read


def test_the_map_has_a_coloured_shape_for_each_country_of_the_query(data):
    presentation = opened(pptx(briefing(data)))
    group = next(s for slide in presentation.slides for s in slide.shapes if s.shape_type == 6)
    colour, grey = colours("light"), set()
    shapes = {}
    for shape in group.shapes:
        shapes.setdefault(shape.name, []).append(shape)
    for entry in queries.by_country(data, Filters()):
        own = shapes[label("country", entry.value)]
        assert all(str(s.fill.fore_color.rgb) != colour["none"][1:].upper() for s in own), entry.value
        said = own[0]._element.nvSpPr.cNvPr.get("descr")
        assert f"{entry.activities:,} activit" in said
    for code in ("XJK", "XAC", "XIT"):
        grey.add(str(shapes[code][0].fill.fore_color.rgb))
    assert grey == {colour["undetermined"][1:].upper()}
    assert len(group.shapes) > 220
    texts = [s.text_frame.text for slide in presentation.slides for s in slide.shapes if s.name == "Disclaimer"]
    assert "UN Geodata" in texts[0]
    assert "1244" in texts[0]


def test_notes_say_filters_counting_and_source(data):
    for slide in opened(pptx(briefing(data, Filters(region=("011",))))).slides:
        said = slide.notes_slide.notes_text_frame.text
        assert "Western Africa" in said
        assert "each activity counts once" in said
        assert "https://example.org/?region=011" in said


def test_it_is_wide_and_the_same_each_time(data):
    first, second = (pptx(briefing(data)) for _ in range(2))
    assert first == second
    assert opened(first).slide_width / opened(first).slide_height == pytest.approx(16 / 9, abs=0.01)


@pytest.mark.parametrize("size", [(10, 7.5), (13.333, 7.5)])
def test_a_house_template_keeps_its_master(data, tmp_path, size):
    house = Presentation()
    house.slide_width, house.slide_height = Inches(size[0]), Inches(size[1])
    house.slide_master.name = "House"
    house.slides.add_slide(house.slide_layouts[1]).shapes.title.text = "An old slide"
    path = tmp_path / "house.pptx"
    house.save(path)
    made = opened(pptx(briefing(data), path))
    assert made.slide_master.name == "House"
    assert made.slide_width == house.slide_width
    assert "An old slide" not in [s.shapes.title.text for s in made.slides]
    check_layout(made)


def test_a_file_that_is_no_template_is_named(data, tmp_path):
    path = tmp_path / "notes.pptx"
    path.write_text("these are notes")
    with pytest.raises(CannotUseTemplate, match=r"notes\.pptx"):
        pptx(briefing(data), path)


def test_the_own_template_has_no_slide():
    assert len(own_template.own_template().slides) == 0


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [("", 100, 1), ("a b", 100, 1), ("word " * 20, 100, 8), ("x" * 100, 100, 6), ("a\nb", 100, 2)],
)
def test_lines_are_counted(text, width, lines):
    assert lines_of(text, width, 10) == pytest.approx(lines, abs=1)


def test_a_text_that_fits_nowhere_is_cut_at_a_word():
    text, size = fitted("several words " * 100, 200, 40, 20, 10)
    assert size == 10
    assert text.endswith("…")
    assert lines_of(text, 200, 10) <= 3
    assert cut("short", 200, 10, 1) == "short"


def test_axes_have_numbers_that_the_standard_allows_and_cross_each_other(data):
    charts = [s.chart for slide in opened(pptx(briefing(data))).slides for s in slide.shapes if s.has_chart]
    for chart in charts:
        axes = [*chart._chartSpace.iter(qn("c:catAx"), qn("c:valAx"))]
        said = {axis.find(qn("c:axId")).get("val"): axis.find(qn("c:crossAx")).get("val") for axis in axes}
        assert all(int(number) > 0 for number in said)
        assert all(said[said[number]] == number for number in said)
        assert {axis.get("val") for axis in chart._chartSpace.iter(qn("c:axId"))} == set(said)
    assert charts


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_slide_with_nothing_to_show_says_so(data, language):
    slides = opened(pptx(briefing(data, NOTHING, language, sections=("where", "time", "areas", "countries")))).slides
    said = [" ".join(s.text_frame.text for s in slide.shapes if s.has_text_frame) for slide in slides]
    told = [word("briefing_nothing", language) in text for text in said]
    assert told == [False, False, *[True] * (len(said) - 2)]  # cover and map have something


def test_a_number_with_words_before_it_is_smaller():
    slide = Presentation().slides.add_slide(Presentation().slide_layouts[6])
    items = tuple(Figure("People", shown, "stated", 1) for shown in ("298", "at least 1,093"))
    add_figures(slide, Room(0, 0, Inches(10), Inches(2)), Figures(items))
    sizes = [s.text_frame.paragraphs[0].runs[0].font.size.pt for s in slide.shapes if s.text_frame.text[-1:].isdigit()]
    assert sizes == [30, 18]


@pytest.mark.parametrize(("heading", "breaks"), [("Activities", False), ("Unübersetzbarkeitsvermutungen", True)])
def test_a_table_shares_no_slide_where_a_word_of_its_heading_would_break(heading, breaks):
    table = Table("t", ("Area", heading), (("a", 1),), (1, 1), 1)
    assert breaks_words(table, Inches(3)) is breaks
