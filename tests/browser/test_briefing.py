"""A manager's journey: filter to one donor, drop two sections, change a message; the files hold exactly that."""

from __future__ import annotations

import io
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pypdfium2
import pytest
from pptx import Presentation

pytestmark = pytest.mark.browser
MESSAGE = "We did this together <b>with</b> = our donor"
DROPPED = ("Claims and what documents them", "Annex: the activities and their sources")
PAGES = "document.querySelectorAll('.briefing-page').length > 1"


def download(reader, name: str) -> bytes:
    with reader.page.expect_download() as waiting:
        reader.page.get_by_role("button", name=name).click()
    return Path(waiting.value.path()).read_bytes()


def test_filter_drop_change_and_export(reader):
    page = reader.open("/briefing?donor=GBR")
    reader.until(PAGES)
    for name in DROPPED:
        page.get_by_role("checkbox", name=name).click()
        reader.settle()
    sections = parse_qs(urlsplit(page.url).query)["sections"][0].split(",")
    assert "claims" not in sections
    assert "annex" not in sections
    page.locator(".briefing-section summary").first.click()
    message = page.get_by_label("Key messages, one a line").first
    message.fill(MESSAGE)
    message.blur()
    reader.settle()
    slides = Presentation(io.BytesIO(download(reader, "Slides (PPTX)"))).slides
    titles = {slide.shapes.title.text.split(" (")[0] for slide in slides}
    assert not titles & set(DROPPED)
    assert "Overview in figures" in titles
    said = " ".join(s.text_frame.text for slide in slides for s in slide.shapes if s.has_text_frame)
    assert MESSAGE in said
    assert "United Kingdom" in said
    with pypdfium2.PdfDocument(download(reader, "Report (PDF)")) as report:
        text = " ".join("\n".join(p.get_textpage().get_text_range() for p in report).split())
    assert MESSAGE in text
    assert not [name for name in DROPPED if name in text]


def test_arrows_order_the_sections_and_the_address_keeps_them(reader):
    page = reader.open("/briefing?sections=overview,where,time")
    page.get_by_role("button", name="Move up: Over time").click()
    reader.until("location.search.includes('sections=overview,time,where')")
    page.reload()
    reader.settle()
    ticked = page.locator(".briefing-section input[type=checkbox]:checked")
    assert ticked.count() == 3
    assert page.locator(".briefing-section").nth(1).inner_text().startswith("Over time")


def test_without_a_state_folder_the_page_says_why_nothing_is_saved(reader):
    page = reader.open("/briefing")
    reader.until("document.querySelector('#briefing-status').innerText.includes('--state')")
    assert page.locator("#briefing-status").is_visible()


@pytest.mark.parametrize("language", ["fr", "es"])
def test_it_speaks_the_readers_language(reader, language):
    page = reader.open(f"/briefing?lang={language}")
    reader.until(PAGES)
    title = {"fr": "Vue d’ensemble en chiffres", "es": "Panorama en cifras"}[language]
    assert page.get_by_role("checkbox", name=title).is_visible()
