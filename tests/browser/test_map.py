"""Journeys over the map page: measure, role and level are in the address; the ranking says what the map shows."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def pick(page, control, option):
    """Choose an option of a control by keyboard."""
    page.click(f"#view-{control}")
    page.get_by_role("option", name=option, exact=True).click()


def test_a_measure_is_an_address_and_comes_back(reader):
    page = reader.open("/map")
    expect(page.locator("#map-large-title")).to_have_text("Activities by beneficiary country")
    pick(page, "measure", "Donors")
    page.wait_for_url("**measure=donors**")
    reader.settle()
    expect(page.locator("#map-large-title")).to_have_text("Donors by beneficiary country")
    page.go_back()
    reader.until("!location.search.includes('measure')")
    reader.settle()
    expect(page.locator("#view-measure")).to_have_value("Activities")
    expect(page.locator("#map-large-title")).to_have_text("Activities by beneficiary country")


def test_a_role_changes_what_the_map_means(reader):
    page = reader.open("/map")
    pick(page, "role", "Host")
    page.wait_for_url("**role=host**")
    reader.settle()
    expect(page.locator("#map-large-title")).to_have_text("Activities by host country")


def test_a_link_opens_regions_with_their_ranking(reader):
    page = reader.open("/map?rows=region")
    expect(page.locator("#view-rows")).to_have_value("Region")
    expect(page.locator("#map-ranking-table thead th").first).to_have_text("Region")
    assert page.locator("#map-ranking-table tbody tr").count() > 3


def test_the_ranking_falls_and_says_what_the_map_colours(reader):
    page = reader.open("/map")
    cells = page.locator("#map-ranking-table tbody td")
    numbers = [int(text.replace(",", "")) for text in cells.all_inner_texts()]
    assert numbers == sorted(numbers, reverse=True)
    drawn = page.evaluate("document.querySelector('#map-large .js-plotly-plot').layout.meta.rows.map((row) => row[1])")
    assert drawn == numbers


def test_regional_activities_are_counted_on_the_map_and_listed(reader):
    page = reader.open("/map")
    title = page.locator("#map-regional-title").inner_text()
    count = title.split(": ")[1]
    expect(page.locator("#map-large-subtitle")).to_contain_text(f"{count} regional or global, not on the map")


def test_the_ranking_comes_as_a_file(reader, tmp_path):
    page = reader.open("/map?country=KEN,GHA")
    page.click("#map-ranking-card summary[aria-label=Download]")
    with page.expect_download() as download:
        page.locator("#map-ranking-card .menu-item", has_text="CSV").click()
    file = Path(tmp_path / "ranking.csv")
    download.value.save_as(file)
    rows = list(csv.reader(io.StringIO(file.read_text(encoding="utf-8-sig"))))
    shown = page.locator("#map-ranking-table tbody th").all_inner_texts()
    assert [row[0] for row in rows[1 : len(shown) + 1]] == shown == sorted(shown, key=shown.index)
    assert any("Kenya" in cell for row in rows[len(shown) + 1 :] for cell in row)


def test_what_is_regional_or_global_leads_to_its_record(reader):
    page = reader.open("/map?lang=es")
    page.locator("#map-regional-table a").first.click()
    page.wait_for_url("**/records?**record=**")
    assert "lang=es" in page.url
    expect(page.locator("#record")).to_be_visible()
