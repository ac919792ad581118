"""A manager's journey: filter to one donor, drop two sections, change a message; the files hold exactly that."""

from __future__ import annotations

import io
import json
import threading
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pypdfium2
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect
from pptx import Presentation
from werkzeug.serving import make_server

from dashboard.app import create_app
from dashboard.settings import Settings
from etl import store
from tests import synthetic
from tests.browser.conftest import Reader

pytestmark = pytest.mark.browser
MESSAGE = "We did this together <b>with</b> = our donor"
DROPPED = ("Claims and what documents them", "Annex: the activities and their sources")
PAGES = "document.querySelectorAll('.briefing-page').length > 1"


@pytest.fixture(scope="module")
def data_folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("data") / "out"
    frames = synthetic.frames(60, seed=5)
    frames.pop("changes", None)  # the store makes it
    store.write(frames, {"finished": "2021-07-01T00:00:00+00:00"}, folder)
    return folder


def download(reader, name: str) -> bytes:
    with reader.page.expect_download() as waiting:
        reader.page.get_by_role("button", name=name).click()
    return Path(waiting.value.path()).read_bytes()


def test_filter_drop_change_and_export(reader):
    page = reader.open("/?donor=GBR")
    page.get_by_role("link", name="Briefing").click()
    reader.until(PAGES)
    reader.settle()
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


def typed(page):
    return page.get_by_label("Key messages, one a line").first


def test_what_is_written_is_in_the_address_and_back_undoes_it(reader):
    page = reader.open("/briefing?sections=overview,where")
    reader.until(PAGES)
    page.locator(".briefing-section summary").first.click()
    proposed = typed(page).input_value()
    typed(page).fill(MESSAGE)
    typed(page).blur()
    reader.until("location.search.includes('edits=')")
    address = page.url
    page.go_back()
    reader.until("!location.search.includes('edits=')")
    expect(typed(page)).to_have_value(proposed)
    page.goto(address)
    reader.settle()
    expect(typed(page)).to_have_value(MESSAGE)


def test_each_slide_and_each_page_is_shown_as_it_will_be(reader):
    page = reader.open("/briefing?sections=overview,where")
    slides = page.locator(".briefing-pages.slides .briefing-page")
    expect(slides).to_have_count(4)
    expect(slides.nth(2)).to_have_attribute("alt", "Slide 3: Where we worked")
    page.get_by_text("Report", exact=True).click()
    expect(page.locator(".briefing-pages.report .briefing-page").first).to_have_attribute("alt", "Page 1")


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


@pytest.mark.parametrize("query", ["?theme=light", "?theme=dark&lang=fr"])
def test_axe_finds_nothing(reader, query):
    page = reader.open("/briefing" + query)
    reader.until(PAGES)
    page.locator(".briefing-section summary").first.click()
    found = Axe().run(page).response["violations"]
    assert [f"{v['id']}: {[node['target'] for node in v['nodes']][:5]}" for v in found] == []


@pytest.mark.parametrize("size", [(390, 844)])
def test_it_fits_a_phone(reader):
    reader.open("/briefing")
    reader.until(PAGES)
    assert reader.page.evaluate("document.documentElement.scrollWidth") <= 390


@pytest.fixture
def keeper(browser, data_folder, tmp_path):
    """A reader of a dashboard that saves briefings in tmp_path."""
    app = create_app(Settings(data=data_folder, state=tmp_path))
    server = make_server("127.0.0.1", 0, app.server, threaded=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    context = browser.new_context()
    reader = Reader(context.new_page(), f"http://127.0.0.1:{server.server_port}")
    yield reader
    context.close()
    server.shutdown()
    server.server_close()
    thread.join()
    assert reader.wrong == []


def test_a_saved_briefing_opens_again_and_says_what_changed(keeper, tmp_path):
    reader = keeper
    page = reader.open("/briefing?sections=overview,areas")
    reader.until(PAGES)
    page.locator("#briefing-title").fill("For the meeting")
    page.locator("#briefing-title").blur()
    page.locator("#briefing-name").fill("Monthly: one & two")
    reader.settle()
    page.locator("#briefing-save").click()
    reader.until("document.querySelector('#briefing-status').innerText.includes('Monthly')")
    file = next(tmp_path.rglob("*.json"))
    said = json.loads(file.read_text())
    said["figures"]["activities"] -= 1
    said["proposed"]["areas"] = ["Once another area had most."]
    file.write_text(json.dumps(said))
    reader.open("/briefing?briefing=Monthly:+one+%26+two")
    reader.until("document.querySelector('#briefing-title').value === 'For the meeting'")
    reader.until("document.querySelector('#briefing-changed').innerText.includes('Activities')")
    changed = page.locator(".briefing-section", has=page.locator(".briefing-changed"))
    expect(changed).to_have_count(1)
    expect(changed).to_contain_text("Once another area had most.")


def save_as(reader, name):
    reader.page.locator("#briefing-name").fill(name)
    reader.settle()
    reader.page.locator("#briefing-save").click()
    expect(reader.page.locator("#briefing-status")).to_contain_text(name)


def test_a_link_that_names_a_briefing_shows_its_filters(keeper):
    keeper.open("/briefing?donor=GBR&sections=overview,areas")
    keeper.until(PAGES)
    save_as(keeper, "Our donor")
    page = keeper.open("/briefing?briefing=Our+donor")
    keeper.until(PAGES)
    asked = parse_qs(urlsplit(page.url).query)
    assert (asked["donor"], asked["sections"]) == (["GBR"], ["overview,areas"])
    assert page.locator(".briefing-section input[type=checkbox]:checked").count() == 2


def test_a_saved_briefing_is_deleted_only_when_the_reader_says_yes(keeper, tmp_path):
    page = keeper.open("/briefing?sections=overview")
    keeper.until(PAGES)
    save_as(keeper, "Old one")
    for answer, left in (("dismiss", 1), ("accept", 0)):
        said = []
        page.once("dialog", lambda dialog, a=answer, said=said: (said.append(dialog.message), getattr(dialog, a)()))
        page.get_by_role("button", name="Delete").click()
        keeper.settle()
        assert "Old one" in said[0]
        assert len(list(tmp_path.rglob("*.json"))) == left
    expect(page.locator("#briefing-status")).to_contain_text("Deleted")


def test_slides_or_report_is_kept_by_the_address(reader):
    page = reader.open("/briefing?sections=overview")
    page.get_by_text("Report", exact=True).click()
    reader.until("location.search.includes('preview=report')")
    page.reload()
    expect(page.locator(".briefing-pages.report .briefing-page").first).to_be_visible()
    page.get_by_text("Slides", exact=True).click()
    reader.until("!location.search.includes('preview')")
    page.go_back()
    expect(page.locator(".briefing-pages.report .briefing-page").first).to_be_visible()


def test_every_tick_can_be_seen_and_every_edit_has_a_name_of_its_own(reader):
    """WCAG 2.2, 1.4.11 and 2.4.6: a tick's contrast with its box is 3 at least."""
    page = reader.open("/briefing?theme=light")
    box = page.locator(".mantine-Checkbox-input:checked").first
    assert box.evaluate("box => getComputedStyle(box).backgroundColor") == "rgb(13, 92, 99)"
    edits = page.locator(".briefing-section summary")
    names = [edits.nth(i).get_attribute("aria-label") for i in range(edits.count())]
    assert names[0] == "Edit: Overview in figures"
    assert len(set(names)) == len(names) > 5
