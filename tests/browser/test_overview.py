"""Journeys of a manager over the overview: from a filter to the number, the record, the file, the link."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

SIZES = [(1440, 900), (1024, 768), (390, 844)]


def test_everything_is_on_the_first_screen(reader):
    page = reader.open()
    for name in ("kpi-activities", "kpi-countries", "kpi-trained", "kpi-participants", "kpi-donors", "bridge"):
        expect(page.locator(f"#{name}")).to_be_in_viewport(ratio=1)
    for name in ("map", "timeline", "breakdown", "breakdown-second"):
        expect(page.locator(f"#{name}")).to_be_in_viewport(ratio=0.98)
    page.wait_for_selector("#map .geo path")
    assert reader.number("kpi-activities") > 0


@pytest.mark.parametrize("size", SIZES)
def test_nothing_is_cut_off_sideways(reader, size):
    page = reader.open()
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_every_language_and_theme_opens(reader, language, theme):
    page = reader.open(f"/?lang={language}&theme={theme}")
    expect(page.locator("html")).to_have_attribute("data-mantine-color-scheme", theme)
    names = {"en": "Overview", "fr": "Vue d’ensemble", "es": "Resumen"}
    expect(page.locator(".page-link").first).to_have_text(names[language])


def test_the_window_and_the_links_say_which_page_is_shown(reader):
    page = reader.open("/map")
    expect(page).to_have_title("Map · Tally")
    expect(page.locator(".page-link[aria-current=page]")).to_have_text("Map")
    page.click(".page-link:has-text('Claims')")
    expect(page).to_have_title("Claims · Tally")
    expect(page.locator(".page-link[aria-current=page]")).to_have_text("Claims")
    page = reader.open("/map?lang=es")
    expect(page).to_have_title("Mapa · Tally")
    expect(page.locator(".page-link[aria-current=page]")).to_have_text("Mapa")


def test_a_filter_is_a_chip_and_an_address_and_comes_off(reader):
    page = reader.open()
    everything = reader.number("kpi-activities")
    page.click("#filter-region")
    page.keyboard.type("Eastern Africa")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**region=014**")
    page.keyboard.press("Escape")
    reader.settle()
    assert 0 < reader.number("kpi-activities") < everything
    page.click(".chip")
    reader.until("!location.search.includes('region')")
    reader.settle()
    assert reader.number("kpi-activities") == everything


def test_back_undoes_a_filter(reader):
    page = reader.open()
    everything = reader.number("kpi-activities")
    page.locator("#breakdown .barlayer path").first.click(force=True)  # plotly's own layer takes the click
    page.wait_for_url("**kind=**")
    reader.settle()
    assert reader.number("kpi-activities") < everything
    page.go_back()
    reader.until("!location.search.includes('kind')")
    reader.settle()
    assert reader.number("kpi-activities") == everything


def test_a_country_on_the_map_filters_and_the_timeline_follows(reader):
    page = reader.open("/?country=KEN")
    kenya = reader.number("kpi-activities")
    bars = "Array.from(document.querySelector('#timeline .js-plotly-plot').data[0].y).reduce((a, b) => a + b, 0)"
    assert 0 < page.evaluate(bars) <= kenya
    page = reader.open()
    page.wait_for_selector("#map .choroplethlayer path")
    spot = page.evaluate(
        """() => {
          const graph = document.querySelector('#map .js-plotly-plot');
          const layout = graph._fullLayout.geo._subplot;
          const [x, y] = layout.projection([37.9, 0.2]);
          const box = graph.getBoundingClientRect();
          return [box.left + x, box.top + y];
        }"""
    )
    page.mouse.move(spot[0] - 2, spot[1])
    page.mouse.move(*spot)
    page.mouse.click(*spot)
    page.wait_for_url("**country=KEN**")
    reader.settle()
    assert reader.number("kpi-activities") == kenya


def test_a_link_shows_what_its_sender_saw(reader):
    page = reader.open("/?region=014&from=2010&kind=training")
    seen = reader.number("kpi-activities")
    page.click("#share")
    expect(page.locator("#share")).to_contain_text("Link copied")
    link = page.evaluate("navigator.clipboard.readText()")
    page.goto("about:blank")
    page.goto(link)
    reader.settle()
    assert reader.number("kpi-activities") == seen
    expect(page.locator(".chip")).to_have_count(3)


def test_an_unknown_value_is_named(reader):
    page = reader.open("/?country=XYZ")
    expect(page.locator("#notices")).to_contain_text("XYZ")


def test_nothing_found_says_what_to_take_off(reader):
    page = reader.open("/?from=1950&to=1951&kind=training")
    assert reader.number("kpi-activities") == 0
    page.locator("#empty button").first.click()
    reader.until("!(location.search.includes('from') && location.search.includes('to'))")


def test_the_table_says_what_the_chart_says(reader):
    page = reader.open()
    page.click("#breakdown-card [data-action=table]")
    table = page.locator("#breakdown-table")
    expect(table).to_be_visible()
    expect(table).to_be_focused()
    rows = table.locator("tbody tr")
    shown = [rows.nth(i).locator("td").first.inner_text() for i in range(rows.count())]
    drawn = page.evaluate("Array.from(document.querySelector('#breakdown .js-plotly-plot').data[0].x)")
    assert sorted(int(n.replace(",", "")) for n in shown) == sorted(drawn)


@pytest.mark.parametrize(("kind", "start"), [("png", b"\x89PNG"), ("svg", b"<svg")])
def test_a_picture_carries_title_filters_and_disclaimer(reader, kind, start, tmp_path):
    page = reader.open("/?country=KEN")
    page.click("#map-card summary[aria-label=Download]")
    with page.expect_download() as download:
        page.click(f"#map-card [data-format={kind}]")
    file = tmp_path / "map"
    download.value.save_as(file)
    assert file.read_bytes().startswith(start)
    if kind == "svg":
        text = Path(file).read_text(encoding="utf-8")
        assert all(part in text for part in ("Activities by country", "Kenya", "UN Geodata", "resolution 1244"))


def test_the_records_download_holds_the_filtered_activities(reader, tmp_path):
    page = reader.open("/?country=KEN")
    with page.expect_download() as download:
        page.click("#download-records")
    file = tmp_path / "records.csv"
    download.value.save_as(file)
    text = file.read_text(encoding="utf-8-sig")
    assert "Kenya" in text or "KEN" in text
    assert len(list(csv.reader(io.StringIO(text)))) > reader.number("kpi-activities")


def test_a_record_opens_down_to_its_evidence(reader):
    page = reader.open()
    page.locator("#records .ag-row").first.click()
    expect(page.locator("#record h2")).to_be_visible()
    expect(page.locator("#record .mention").first).to_be_visible()
    page.wait_for_url("**record=**")
    page.click("#record-close")
    expect(page.locator("#record")).to_be_hidden()


@pytest.mark.parametrize("size", [(390, 844)])
def test_on_a_phone_the_filters_are_a_sheet(reader, size):
    page = reader.open()
    expect(page.locator("#filters")).to_be_hidden()
    page.click(".action-filters")
    expect(page.locator("#filter-region")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#filters")).to_be_hidden()


def test_tab_reaches_the_content_first(reader):
    page = reader.open()
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()


def test_a_span_drawn_on_the_timeline_becomes_the_dates(reader):
    page = reader.open()
    everything = reader.number("kpi-activities")
    box = page.locator("#timeline .nsewdrag").first.bounding_box()
    height = box["y"] + box["height"] / 2
    page.mouse.move(box["x"] + box["width"] * 0.3, height)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.5, height, steps=6)
    page.mouse.up()
    page.wait_for_url("**from=**to=**")
    reader.settle()
    assert 0 < reader.number("kpi-activities") < everything
    assert page.evaluate("document.querySelectorAll('#timeline .selectionlayer path').length") == 0


@pytest.mark.parametrize("bucket", ["undated", "unplaced", "several"])
def test_the_bridge_line_opens_the_records_that_it_counts(reader, bucket):
    page = reader.open()
    link = page.locator(f"#bridge a[href*='bucket={bucket}']")
    counted = link.inner_text().split()[0]
    link.click()
    page.wait_for_url(f"**/records?bucket={bucket}")
    expect(page.locator("#records-list-title")).to_contain_text(f"{counted} ")
    page.go_back()
    reader.until("location.pathname === '/'")


def test_claims_stand_beside_the_total(reader):
    page = reader.open()
    expect(page.locator("#claims-summary li").first).to_contain_text("reported: ")
    page.locator("#claims-summary a").click()
    page.wait_for_url("**/claims")


def test_the_map_shows_the_region_and_the_world_again(reader):
    page = reader.open("/?region=014")
    lons = "document.querySelector('#map .js-plotly-plot')._fullLayout.geo.lonaxis.range"
    west, east = page.evaluate(lons)
    assert west < 29 < 51 < east < west + 150  # from Zambia to Somalia, and not the world
    page.click(".chip")
    reader.until("!location.search.includes('region')")
    reader.settle()
    west, east = page.evaluate(lons)
    assert east - west == 360


def test_a_record_opens_and_closes_by_keyboard_and_gives_the_focus_back(reader):
    page = reader.open()
    page.locator("#records .ag-row").first.wait_for()
    page.locator("#download-records").focus()
    page.keyboard.press("Tab")
    for _ in range(3):
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**record=**")
    expect(page.locator("#record-close")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#record")).to_be_hidden()
    assert page.evaluate("!!document.activeElement.closest('#records .ag-row')")


def test_a_lost_connection_is_said_and_mended(reader):
    page = reader.open("/?lang=fr")
    page.context.set_offline(True)
    page.locator("#breakdown .barlayer path").first.click(force=True)
    expect(page.locator("#connection")).to_contain_text("ne répond pas")
    page.context.set_offline(False)
    expect(page.locator("#connection")).to_contain_text("de nouveau")
    page.wait_for_url("**kind=**")  # the click was not lost
    expect(page.locator("#chips")).to_contain_text("Type")
    reader.wrong.clear()  # the browser reports what it could not fetch: that was the test


def test_paper_has_the_first_records_as_a_table(reader):
    page = reader.open()
    page.locator("#records .ag-row").first.wait_for()
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    rows = page.locator(".on-paper tbody tr")
    assert rows.count() == 40
    expect(page.locator(".on-paper p")).to_contain_text("first 40 records")
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert page.locator(".on-paper").count() == 0


def test_nothing_moves_while_the_page_loads(reader):
    watch = """window.moved = 0; new PerformanceObserver((list) => list.getEntries().forEach(
        (entry) => { window.moved += entry.value; })).observe({ type: 'layout-shift', buffered: true });"""
    reader.page.add_init_script(watch)
    reader.open()
    assert reader.page.evaluate("window.moved") < 0.05
