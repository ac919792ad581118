"""PDF and DOCX carry the figures of the pages, drawn by Chromium; where there is none, plain charts and words on it."""

import io
import logging
import re
import subprocess
import sys
import tempfile
import zipfile
from dataclasses import replace
from pathlib import Path

import kaleido
import pypdfium2
import pytest
from PIL import Image

from dashboard.briefing.compose import compose
from dashboard.briefing.options import PAPERS, SECTIONS, Options
from dashboard.exports import chromium, drawing
from dashboard.exports.drawing import illustrated, in_print
from dashboard.exports.formats import Wish, make
from dashboard.exports.report.pdf import pdf
from dashboard.exports.section_figures import figures_of
from dashboard.figures.bars import LINES, LONGEST_LINE, folded
from dashboard.figures.printed import LINE, ROW, row_height
from dashboard.figures.timeline import highest
from dashboard.filters import Filters
from dashboard.pages import briefing as page
from dashboard.queries.answers import Span
from dashboard.words import word
from tests.dashboard.briefings import LANGUAGES, NOTHING, briefing, state

ROOT = Path(__file__).parents[2]
REGISTER = ROOT / "data" / "register"
with_chromium = pytest.mark.skipif(not chromium.is_installed(), reason="Chromium is not installed")


@pytest.fixture
def no_chromium(monkeypatch):
    monkeypatch.setenv("PATH", "/nowhere")
    monkeypatch.delenv("BROWSER_PATH", raising=False)


def text_of(pdf):
    with pypdfium2.PdfDocument(pdf) as document:
        return " ".join("\n".join(page.get_textpage().get_text_range() for page in document).split())


@with_chromium
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_report_has_the_words_of_the_screens_figures(data, language):
    made = make("pdf", Wish(state(data, language=language), Options(sections=("where", "time"))))
    said = text_of(made)
    assert word("bands_note", language) in said
    assert word("map_none", language) in said
    assert b"/Figure" in made or b"/StructTreeRoot" in made


@with_chromium
def test_where_chromium_was_killed_another_draws_the_same_bytes(data):
    wish = Wish(state(data), Options(sections=("overview", "where", "time")))
    chromium.BROWSER.borrow(None)
    chromium.forget()
    first = [make(name, wish) for name in ("pdf", "docx")]
    chromium.BROWSER._kaleido.subprocess.kill()
    chromium.forget()
    assert first == [make(name, wish) for name in ("pdf", "docx")]


@with_chromium
def test_the_pictures_of_a_text_document_have_the_size_of_print(data):
    content = make("docx", Wish(state(data), Options(sections=("overview",), paper="letter")))
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        pictures = [Image.open(io.BytesIO(packed.read(n))) for n in packed.namelist() if n.startswith("word/media/")]
    assert [picture.width for picture in pictures] == [round(drawing.WIDTHS["letter"] * drawing.SCALES["png"])]


def test_kaleido_still_has_what_is_changed_of_it():
    assert "_return_kaleido_tab" in vars(kaleido.Kaleido)


@pytest.mark.parametrize("filters", [Filters(), Filters(donor=("GBR",))])
def test_every_chart_of_a_briefing_has_its_figure_on_screen(data, filters):
    made = briefing(data, filters)
    named = {block.name for section in made.sections for block in section.blocks if hasattr(block, "name")}
    assert named <= set(figures_of(SECTIONS))
    assert "" not in named


def test_what_the_readers_page_shows_just_now_changes_no_chart_of_a_briefing(data):
    plain = state(data)
    other = in_print(state(data, language="en"))
    assert other.theme == "light"
    for name, draw in figures_of(SECTIONS).items():
        assert draw(other).figure == draw(in_print(plain)).figure, name


@pytest.mark.parametrize("name", ["pdf", "docx"])
def test_without_chromium_charts_are_plain_and_the_reader_is_told(data, no_chromium, caplog, name):
    with caplog.at_level(logging.WARNING):
        made = make(name, Wish(state(data, language="fr"), Options()))
    told = word("briefing_plain_charts", "fr")
    assert told in caplog.text
    if name == "pdf":
        assert re.sub(r"\W", "", told) in re.sub(r"\W", "", text_of(made))
    else:
        with zipfile.ZipFile(io.BytesIO(made)) as packed:
            assert told in packed.read("word/document.xml").decode()


def test_the_command_says_so_on_the_standard_error(no_chromium, tmp_path):
    arguments = ["--data", str(REGISTER), "--format", "pdf", "--out", str(tmp_path / "x.pdf")]
    command = [sys.executable, "-m", "dashboard", "briefing", *arguments]
    said = subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT)
    assert "apt-get install chromium" in said.stderr
    assert "Traceback" not in said.stderr


@with_chromium
def test_the_command_says_nothing_and_leaves_nothing_where_chromium_draws(tmp_path, monkeypatch):
    with tempfile.TemporaryDirectory() as folder:  # not tmp_path: Chromium's socket needs a short one
        monkeypatch.setenv("TMPDIR", folder)
        arguments = ["--data", str(REGISTER), "--format", "pdf", "--out", str(tmp_path / "x.pdf")]
        command = [sys.executable, "-m", "dashboard", "briefing", *arguments]
        said = subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT)
        left = [path.name for path in Path(folder).iterdir() if not path.name.startswith("assistance-dashboard-")]
    assert said.stderr == ""
    assert left == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_says_so_beside_the_formats(no_chromium, language):
    assert repr(word("briefing_plain_charts", language))[1:-1] in str(page.exports(language))


@with_chromium
def test_the_page_says_nothing_where_there_is_chromium():
    assert word("briefing_plain_charts") not in str(page.exports("en"))


def test_a_chromium_that_fails_is_as_none(data, monkeypatch, caplog):
    monkeypatch.setattr(chromium, "drawn", lambda *_: 1 / 0)
    made, pictures = illustrated(state(data), briefing(data), "svg")
    assert pictures == {}
    assert word("briefing_plain_charts") in str(made)
    assert "ZeroDivisionError" in caplog.text


@pytest.mark.parametrize("paper", PAPERS)
def test_nothing_to_draw_is_no_picture_but_the_map(data, paper, monkeypatch):
    asked = []
    monkeypatch.setattr(chromium, "drawn", lambda figure, kind, width, *_: asked.append(width) or b"<svg/>")
    _, pictures = illustrated(state(data, NOTHING), briefing(data, NOTHING, paper=paper), "svg")
    assert list(pictures) == ["map"]
    assert asked == [drawing.WIDTHS[paper]]


@pytest.mark.parametrize(
    ("name", "lines"),
    [("Training", 1), ("A" * LONGEST_LINE, 1), ("An agency with quite a long name " * 2, 2), ("word " * 60, LINES)],
)
def test_a_long_name_is_folded_and_its_rows_grow(name, lines):
    made = folded(name)
    assert made.count("<br>") + 1 == lines
    assert row_height([made]) == max(ROW, lines * LINE)
    assert row_height([made, made]) >= lines * LINE
    assert row_height(["Training", made]) == max(ROW, lines * LINE), "plotly leaves a name out that is cut"


def test_the_highest_column_is_that_of_all_its_parts():
    spans = [
        Span(year, year, n, 0, 0, value) for year, n, value in (("2016", 2, "a"), ("2016", 3, "b"), ("2017", 4, "a"))
    ]
    assert highest(spans, "activities") == 5


def test_ids_of_an_svg_are_the_same_each_time_and_its_words_stay():
    drawn = '<g id="clip{n}x"/><a clip-path="url(#clip{n}x)" d="M1.23456,2"/><text>#no 3.14159</text>'
    one, two = (chromium._same_each_time(drawn.replace("{n}", n)) for n in ("abc123", "4d5e6f"))
    assert one == two
    assert one == '<g id="part0"/><a clip-path="url(#part0)" d="M1.23,2"/><text>#no 3.14159</text>'


def test_what_was_edited_is_no_part_of_the_link_under_each_chart(data):
    asked = state(data)
    asked = replace(asked, view=replace(asked.view, edits="x" * 3000, preview="report", sections="where,time"))
    made = compose(asked, Options(), "https://example.org")
    assert made.link == "https://example.org/?sections=where,time"


def test_a_long_link_stays_on_the_page(data):
    made = replace(briefing(data, sections=("notes",)), facts=(("Link", "?sections=" + "where,time," * 30),))
    with pypdfium2.PdfDocument(pdf(made)) as document:
        for page in document:
            words = page.get_textpage()
            right = max(words.get_charbox(n)[2] for n in range(words.count_chars()))
            assert right < page.get_width() - 50
