"""Slides in the templates of houses that differ in all we could rely on; and files that Office takes as its own."""

import io
import re
import shutil
import subprocess
import zipfile

import pypdfium2
import pytest
from lxml import etree
from pptx import Presentation
from pptx.util import Inches, Pt

from dashboard import queries
from dashboard.exports.document import docx
from dashboard.exports.slides.deck import pptx
from dashboard.exports.workbook import xlsx
from dashboard.filters import Filters
from tests.dashboard.briefings import LANGUAGES, briefing
from tests.dashboard.test_exports_slides import check_layout

OFFICE = shutil.which("soffice")
ACCENT = "7F1D4E"


def house(kept: tuple[str, ...], width: float, top: float) -> bytes:
    """Make a template with these layouts alone, under names that say nothing, in a colour and a font of its own."""
    made = Presentation()
    ratio = Inches(width) / made.slide_width
    made.slide_width = Inches(width)
    for layout in list(made.slide_layouts):
        if layout.name not in kept:
            made.slide_layouts.remove(layout)
    for number, layout in enumerate(made.slide_layouts):
        layout.name = f"Blatt {number}"
    for sheet in (*made.slide_layouts, made.slide_master):
        for shape in sheet.placeholders:
            places = int(shape.left * ratio), shape.top, int(shape.width * ratio), shape.height
            shape.left, shape.top, shape.width, shape.height = places
    title = made.slide_master.placeholders[0]
    title.top, title.height = Inches(top), Inches(0.9)
    title.text_frame.paragraphs[0].font.size = Pt(30)
    file = io.BytesIO()
    made.save(file)
    return coloured(file.getvalue())


def coloured(content: bytes) -> bytes:
    """Put a colour and a font of its own into the theme."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as given, zipfile.ZipFile(file, "w") as written:
        for name in given.namelist():
            text = given.read(name)
            if name == "ppt/theme/theme1.xml":
                text = re.sub(
                    rb"<a:accent1>.*?</a:accent1>", f'<a:accent1><a:srgbClr val="{ACCENT}"/></a:accent1>'.encode(), text
                )
                text = text.replace(b'<a:latin typeface="Calibri"', b'<a:latin typeface="Georgia"')
            written.writestr(name, text)
    return file.getvalue()


HOUSES = {
    "4:3 without a title alone": (("Title Slide", "Title and Content", "Two Content"), 10, 0.3),
    "16:9 with a cover alone": (("Title Slide",), 13.333, 0.3),
    "16:9 with one layout": (("Title and Content",), 13.333, 0.6),
}


@pytest.mark.parametrize("name", HOUSES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_house_keeps_its_layouts_colours_fonts_and_margins(data, tmp_path, name, language):
    path = tmp_path / "house.pptx"
    path.write_bytes(house(*HOUSES[name]))
    given, made = Presentation(path), Presentation(io.BytesIO(pptx(briefing(data, language=language), path)))
    assert [layout.name for layout in made.slide_layouts] == [layout.name for layout in given.slide_layouts]
    assert (made.slide_width, made.slide_height) == (given.slide_width, given.slide_height)
    check_layout(made)
    margin = min(given.slide_layouts[-1].placeholders[0].left, Inches(0.5))
    assert all(shape.left >= margin for slide in list(made.slides)[1:] for shape in slide.shapes)
    theme = made.slide_master.part.part_related_by(
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/theme"
    ).blob
    assert ACCENT.encode() in theme
    assert b"Georgia" in theme
    charts = [shape.chart for slide in made.slides for shape in slide.shapes if shape.has_chart]
    assert all(chart.plots[0].series[0].format.fill.fore_color.theme_color is not None for chart in charts)


@pytest.mark.parametrize("language", LANGUAGES)
def test_numbers_of_shapes_are_unique_and_every_part_has_its_type(data, language):
    content = pptx(briefing(data, language=language))
    for slide in Presentation(io.BytesIO(content)).slides:
        numbers = slide._element.xpath(".//p:cNvPr/@id")
        assert len(numbers) == len(set(numbers))
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        names = packed.namelist()
        types = etree.fromstring(packed.read("[Content_Types].xml"))
        known = {part.get("PartName") for part in types} | {part.get("Extension") for part in types}
        assert len(names) == len(set(names))
        for name in names[1:]:
            assert f"/{name}" in known or name.rsplit(".", 1)[-1] in known, name
            if name.endswith((".xml", ".rels")):
                etree.fromstring(packed.read(name))


@pytest.mark.skipif(not OFFICE, reason="LibreOffice is not installed")
@pytest.mark.parametrize("language", LANGUAGES)
def test_an_office_program_shows_every_slide_sheet_and_page(data, tmp_path, language):
    made = briefing(data, language=language)
    records = queries.all_records(data, Filters())[:40]
    files = {"pptx": pptx(made), "docx": docx(made), "xlsx": xlsx(made, records, ())}
    for kind, content in files.items():
        (tmp_path / f"a-{kind}.{kind}").write_bytes(content)
    command = [str(OFFICE), "--headless", f"-env:UserInstallation=file://{tmp_path}/profile", "--convert-to", "pdf"]
    command += ["--outdir", str(tmp_path), *(str(tmp_path / f"a-{kind}.{kind}") for kind in files)]
    subprocess.run(command, check=True, capture_output=True)
    for kind in files:
        with pypdfium2.PdfDocument(tmp_path / f"a-{kind}.pdf") as document:
            text = " ".join(" ".join(page.get_textpage().get_text_range() for page in document).split())
            slides = len(Presentation(io.BytesIO(files["pptx"])).slides)
            assert len(document) == slides if kind == "pptx" else len(document) > 3
            for section in made.sections[:3]:
                assert section.title in text or kind == "xlsx", f"{kind}: {section.title}"
