"""PDF, XLSX, CSV: the numbers of the screen, texts unharmed, the same bytes each time; the command that writes them."""

import csv
import html
import io
import json
import re
import shutil
import subprocess
import zipfile

import openpyxl
import pandas as pd
import pypdfium2
import pytest
from docx import Document

from dashboard import queries
from dashboard.__main__ import main
from dashboard.briefing.model import Figures, Table
from dashboard.briefing.options import Options
from dashboard.exports import chromium, pictures
from dashboard.exports.document import docx
from dashboard.exports.formats import FORMATS, Wish, make
from dashboard.exports.page import html_page
from dashboard.exports.report.pdf import pdf, preview
from dashboard.exports.sheet_rows import CELLS, HEADING, PLAIN, PROSE, Row
from dashboard.exports.slides.deck import pptx
from dashboard.exports.workbook import lines_of, xlsx
from dashboard.filters import Filters
from etl import store
from etl.schema import ACTIVITIES
from tests import synthetic
from tests.dashboard.briefings import LANGUAGES, NASTY, NOTHING, briefing, nasty, state

OFFICE = shutil.which("soffice")


def text_of(content):
    with pypdfium2.PdfDocument(content) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("filters", [Filters(), NOTHING])
def test_the_report_says_what_the_briefing_says(data, language, filters):
    made = briefing(data, filters, language)
    content = pdf(made)
    said = re.sub(r"\s+", "", text_of(content))
    for section in made.sections:
        for message in (section.title, *section.messages):
            assert re.sub(r"\s+", "", message) in said
    assert b"/MarkInfo" in content or b"/StructTreeRoot" in content
    assert content == pdf(made)


def test_the_report_has_bookmarks_numbers_and_the_paper_asked_for(data):
    for paper, width in (("a4", 595), ("letter", 612)):
        with pypdfium2.PdfDocument(pdf(briefing(data, paper=paper))) as document:
            assert round(document[0].get_width()) == width
            assert len(list(document.get_toc())) >= len(briefing(data).sections)
            assert f"Page 2 of {len(document)}" in document[1].get_textpage().get_text_range()


def test_the_messages_of_a_section_stand_on_the_page_of_what_backs_them(data):
    made = briefing(data)
    with pypdfium2.PdfDocument(pdf(made)) as document:
        pages = [re.sub(r"[\s\u200b]+", "", page.get_textpage().get_text_range()) for page in document]
    for section in made.sections:
        wanted = [re.sub(r"\s+", "", text) for text in (*section.messages, *begun(section.blocks))]
        assert any(all(text in page for text in wanted) for page in pages), section.key


def test_numbers_of_the_report_can_be_copied(data):
    assert re.search(r"\d,\d{3}\b", text_of(pdf(briefing(data, sections=("countries",)))))


def begun(blocks):
    """Return the first words of what stands under the messages."""
    first = blocks[0] if blocks else None
    if isinstance(first, Figures):
        return (first.items[0].label,)
    return (first.headings[0], str(first.rows[0][0])) if isinstance(first, Table) else (getattr(first, "title", ""),)


@pytest.mark.parametrize("text", NASTY)
def test_nasty_texts_are_text_in_the_report(data, text):
    said = re.sub(r"[\s\u200b\x02\ufffe-]+", "", text_of(pdf(nasty(data, text))))
    wanted = re.sub(r"[\s-]+", "", re.sub(r"[\x00-\x1f]", "", text))[:40]
    assert wanted.isascii() is False or wanted in said


def test_the_preview_has_every_page(data):
    made = briefing(data, sections=("overview", "where"))
    with pypdfium2.PdfDocument(pdf(made)) as document:
        assert len(preview(made)) == len(document)


@pytest.mark.parametrize("filters", [Filters(), Filters(region=("011",)), NOTHING])
def test_the_workbook_has_the_numbers_of_the_screen(data, filters):
    records = queries.all_records(data, filters)
    content = xlsx(briefing(data, filters), records, filters.active())
    book = openpyxl.load_workbook(io.BytesIO(content))
    totals = queries.totals(data, filters)
    figures = {row[0].value: row[1].value for row in book["Overview in figures"].iter_rows() if len(row) > 1}
    assert figures["Activities"] == totals.activities
    assert figures["Countries and territories"] == totals.countries
    frame = pd.read_excel(io.BytesIO(content), sheet_name="Records", engine="openpyxl")
    assert len(frame) == totals.activities
    assert frame["trained"].sum() == totals.trained.value
    assert book["Records"].freeze_panes == "B2"
    assert len(book["Definitions"]["A"]) == len(ACTIVITIES) + 1
    assert content == xlsx(briefing(data, filters), records, filters.active())


def test_dates_are_dates_and_countries_have_names(data):
    ghana = Filters(country=("GHA",))
    content = xlsx(briefing(data, ghana), queries.all_records(data, ghana), ())
    frame = pd.read_excel(io.BytesIO(content), sheet_name="Records", engine="openpyxl")
    assert pd.api.types.is_datetime64_any_dtype(frame["date_earliest"])
    alone = frame[frame["country"] == "GHA"]
    assert set(alone["country_name"]) == {"Ghana"}


@pytest.mark.parametrize("text", NASTY)
def test_no_text_becomes_a_formula_or_is_lost(data, text):
    book = openpyxl.load_workbook(io.BytesIO(xlsx(nasty(data, text), [], [("q", text)])))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert not [cell for cell in cells if cell.data_type == "f"]
    kept = re.sub(r"[\x00-\x08]", " ", text)
    assert kept in [cell.value for cell in cells]


def test_csv_comes_with_its_schema(data):
    content = make("csv", Wish(state(data), Options()))
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        schema = json.loads(packed.read("records.schema.json"))
        rows = list(csv.DictReader(io.StringIO(packed.read("records.csv").decode("utf-8-sig"))))
    assert [field["name"] for field in schema["fields"]] == list(rows[0])
    assert len(rows) == queries.count(data, Filters())


@pytest.fixture(scope="module")
def folders(tmp_path_factory):
    """Output folders of no activity and of one."""
    made = synthetic.frames(40, seed=3)
    made.pop("changes", None)
    found = {}
    for activities in (0, 1):
        keep = made["activities"][~made["activities"]["aggregate"]].head(activities)["activity_id"]
        frames = {k: f[f["activity_id"].isin(keep)] if "activity_id" in f else f for k, f in made.items()}
        found[activities] = tmp_path_factory.mktemp("data") / "out"
        store.write(frames, {"finished": "2021-07-01T00:00:00+00:00"}, found[activities])
    return found


@pytest.mark.parametrize("name", [name for name in FORMATS if name != "images"])
@pytest.mark.parametrize("activities", [0, 1])
def test_every_format_can_hold_nothing_and_one(folders, name, activities, tmp_path):
    file = tmp_path / "file"
    assert main(["briefing", "--data", str(folders[activities]), "--format", name, "--out", str(file)]) == 0
    assert file.is_file()


@pytest.mark.parametrize("text", [NASTY[1], NASTY[-1]])  # it draws its pictures anew each time
def test_the_text_document_holds_it_and_is_the_same_each_time(data, text):
    made = nasty(data, text)
    content = docx(made)
    said = "\n".join(paragraph.text for paragraph in Document(io.BytesIO(content)).paragraphs)
    assert made.title in said
    assert content == docx(made)


@pytest.mark.parametrize("text", NASTY)
def test_the_page_is_one_file_whose_texts_are_no_code(data, text):
    page = html_page(nasty(data, text), (), 0).decode()
    assert text.startswith("bell") or html.escape(text) in page
    assert page.count("<script>") == 1
    assert not re.search(r"<(link|img|iframe)|src=|@import|url\(", page)


def test_the_records_of_the_page_end_no_script(data):
    records = queries.records(data, Filters()).rows
    page = html_page(briefing(data), [{**records[0], "sources": ["</script><script>alert(1)</script>"]}], 1).decode()
    assert page.count("</script>") == 2
    listed = json.loads(re.search(r'id="records">(.*?)</script>', page, re.S).group(1))
    assert listed[0]["cells"][-1] == "</script><script>alert(1)</script>"


@pytest.mark.skipif(not OFFICE, reason="LibreOffice is not installed")
def test_an_office_program_opens_it(data, tmp_path):
    made, records = nasty(data, NASTY[1]), queries.all_records(data, Filters())[:30]
    contents = {"slides.pptx": pptx(made), "text.docx": docx(made), "sheets.xlsx": xlsx(made, records, ())}
    for name, content in contents.items():
        (tmp_path / name).write_bytes(content)
    command = [str(OFFICE), "--headless", f"-env:UserInstallation=file://{tmp_path}/profile", "--convert-to", "pdf"]
    command += ["--outdir", str(tmp_path), *(str(tmp_path / name) for name in contents)]
    subprocess.run(command, check=True, capture_output=True)  # once for all: it takes long to start
    for name in contents:
        with pypdfium2.PdfDocument((tmp_path / name).with_suffix(".pdf")) as document:
            assert len(document) > 3, name


def test_without_a_browser_pictures_say_what_to_do(data, monkeypatch):
    monkeypatch.setenv("PATH", "/nowhere")
    monkeypatch.delenv("BROWSER_PATH", raising=False)
    with pytest.raises(chromium.NoBrowser, match="apt-get install chromium"):
        make("images", Wish(state(data), Options()))


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--data", "/nowhere"], "no such folder"),
        (["--data", "{data}", "--template", "{data}/run.json"], "no PPTX file"),
        (["--data", "{data}", "--saved", "monthly"], "monthly"),
        (["--data", "{data}", "--out", "/nowhere/file"], "No such file"),
    ],
)
def test_the_command_says_what_is_wrong(folders, arguments, said, tmp_path, capsys):
    given = [argument.replace("{data}", str(folders[1])) for argument in arguments]
    assert main(["briefing", "--out", str(tmp_path / "x"), *given]) == 1
    assert said in capsys.readouterr().err


def test_pictures_are_those_of_the_chosen_sections_at_every_size(data, monkeypatch):
    drawn = []

    def draw(figure, kind, title, said, size):
        drawn.append((title, *said))
        return b"picture"

    monkeypatch.setattr(pictures, "picture", draw)
    content = make("images", Wish(state(data), Options(sections=("where", "time", "partners"))))
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        names = set(packed.namelist())
    charts = ("map", "countries", "timeline", "people-trained", "donors", "partners")
    wanted = {f"{name}-{size}.{kind}" for name in charts for size in pictures.SIZES for kind in ("png", "svg")}
    assert names == wanted
    assert all("activities" in said[-1] for said in drawn)
    assert "UN Geodata" in str(drawn[0])


def test_the_text_document_has_one_list_of_styles_and_headings_that_come_again(data):
    with zipfile.ZipFile(io.BytesIO(docx(briefing(data)))) as packed:
        assert not [name for name in packed.namelist() if "stylesWithEffects" in name]
        words = packed.read("word/document.xml").decode()
    assert words.count("<w:tblHeader/>") == words.count("<w:tbl>") > 2
    assert words.count("<w:cantSplit/>") == words.count("<w:tr>"), "a row is cut where a page ends"


def test_sheets_of_sections_print_on_pages_as_wide_as_they_are_and_break_their_lines(data):
    book = openpyxl.load_workbook(io.BytesIO(xlsx(briefing(data, paper="letter"), [], ())))
    sheet = book["Countries in detail"]
    printed = sheet.page_setup
    assert (printed.orientation, printed.paperSize, printed.fitToHeight) == ("landscape", 1, 0)
    rows = [row for row in sheet.iter_rows() if row[5].value]
    assert rows[0][0].font.bold
    assert all(row[5].alignment.wrap_text for row in rows)
    assert sheet.merged_cells.ranges
    assert [cell.value for cell in book["Filters"][1]] == ["Filters", "Value"]


@pytest.mark.parametrize(
    ("row", "lines"),
    [
        (Row(("Training",), CELLS), 1),
        (Row(("A" * 89, 3), CELLS), 3),
        (Row(("A" * 89,), PLAIN), 1),
        (Row(("A" * 160,), PROSE), 2),
        (Row((None, 5), CELLS), 1),
        (Row(("A" * 9000,), HEADING), 27),
    ],
)
def test_a_row_is_as_high_as_its_longest_cell(row, lines):
    assert lines_of(row) == lines
