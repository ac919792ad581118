"""The preview of slides: every slide is drawn from its own shapes, whatever they say and whoever's template it is."""

import io
import re

import pytest
from lxml import etree
from PIL import Image
from pptx import Presentation
from pptx.util import Inches

from dashboard.exports.slides.deck import deck
from dashboard.exports.slides.drawn.slides import drawn
from dashboard.figures.theme import colours
from dashboard.filters import Filters
from tests.dashboard.briefings import LANGUAGES, NASTY, NOTHING, briefing, nasty

SVG = "{http://www.w3.org/2000/svg}"


def said(svg):
    texts = (text.text or "" for text in etree.fromstring(svg).iter(f"{SVG}text"))
    return re.sub(r"\s+", "", "".join(texts).replace("•", ""))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("filters", [Filters(), NOTHING])
def test_every_slide_is_drawn_with_its_words_and_numbers(data, language, filters):
    slides = deck(briefing(data, filters, language))
    pictures = list(drawn(slides))
    assert len(pictures) == len(slides.slides)
    for slide, svg in zip(slides.slides, pictures, strict=True):
        shown = said(svg)
        for shape in slide.shapes:
            if shape.has_text_frame and shape.text_frame.text and not shape.is_placeholder:
                assert re.sub(r"\s+", "", shape.text_frame.text) in shown
            if shape.has_chart:
                values = [v for series in shape.chart.plots[0].series for v in series.values if v is not None]
                assert all(f"{value:,.0f}" in shown for value in values)


def test_the_map_is_drawn_in_its_colours(data):
    pictures = "".join(drawn(deck(briefing(data, sections=("where",)))))
    assert pictures.count("<path") > 200
    assert colours("light")["class-5"].upper() in pictures.upper()


@pytest.mark.parametrize("text", NASTY)
def test_no_text_is_code_in_a_picture(data, text):
    for svg in drawn(deck(nasty(data, text))):
        tree = etree.fromstring(svg)
        assert {etree.QName(part).localname for part in tree.iter()} <= {"svg", "rect", "path", "circle", "text"}


def test_a_house_template_shows_its_logo_and_its_font(data, tmp_path):
    house, logo, path = Presentation(), io.BytesIO(), tmp_path / "house.pptx"
    Image.new("RGB", (40, 20), "red").save(logo, "PNG")
    picture = house.slides.add_slide(house.slide_layouts[5]).shapes.add_picture(logo, Inches(8), 0)
    layout = house.slide_layouts[5]
    part, name = layout.part.get_or_add_image_part(logo)
    picture._element.blipFill.blip.rEmbed = name
    layout.shapes._spTree.append(picture._element)
    house.save(path)
    cover, *pages = drawn(deck(briefing(data, sections=("overview", "where")), path))
    assert all("font-family=\"'Calibri'" in svg for svg in (cover, *pages))
    assert all("data:image/png" in svg for svg in pages)
