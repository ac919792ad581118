"""Journeys over the records page: sort, columns and column filters, down to the file."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser
HEADINGS = "#records .ag-header-cell-text"


def test_a_sort_is_an_address_and_comes_back(reader):
    page = reader.open("/records")
    page.locator(HEADINGS, has_text="Participants").click()
    page.wait_for_url("**sort=participants**")
    page.locator(HEADINGS, has_text="Participants").click()
    page.wait_for_url("**sort=-participants**")
    reader.settle()
    cells = page.locator("#records .ag-center-cols-container [col-id=participants]").all_inner_texts()
    numbers = [int(cell.split(" ")[-1].replace(",", "")) for cell in cells if cell]  # "at least 200" sorts as 200
    assert any(cell.startswith("at least ") for cell in cells)
    assert numbers == sorted(numbers, reverse=True)
    page.go_back()
    reader.until("location.search.includes('sort=participants')")


def test_columns_are_chosen_and_in_the_link(reader):
    page = reader.open("/records?show=date,mentions,sources")
    expect(page.locator(HEADINGS)).to_have_count(3)
    page.click("#view-show")
    page.keyboard.type("Women")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**women**")
    reader.settle()
    expect(page.locator(HEADINGS)).to_have_count(4)


def test_next_and_previous_walk_through_the_list(reader):
    page = reader.open("/records")
    page.locator("#records .ag-row").first.click()
    page.wait_for_url("**record=**")
    first = page.url
    page.locator("#record-next").click()
    reader.until(f"location.href !== '{first}'")
    page.locator("#record-previous").click()
    reader.until(f"location.href === '{first}'")


def test_the_filters_of_columns_reach_the_file(reader, tmp_path):
    page = reader.open("/records?show=title,country,kind")
    page.locator("#records .ag-header-cell[col-id=kind] .ag-header-cell-filter-button").click()
    page.locator(".ag-filter input[type=text]").first.fill("Training")
    expect(page.locator("#records .ag-row").first).to_contain_text("Training")
    page.keyboard.press("Escape")
    reader.settle()
    with page.expect_download() as download:
        page.click("#download-records")
    file = Path(tmp_path / "records.csv")
    download.value.save_as(file)
    rows = list(csv.DictReader(io.StringIO(file.read_text(encoding="utf-8-sig"))))
    assert {row["kind"] for row in rows} == {"training"}
    expect(page.locator("#records-list-subtitle")).to_contain_text(f"{len(rows)} of them")


def test_a_link_reproduces_order_filters_and_file(reader, tmp_path):
    page = reader.open("/records?sort=-trained&show=title,kind,trained,country&where=trained:lessThan:300")
    cell = page.locator("#records .ag-center-cols-container .ag-row[row-index='0'] [col-id=trained]")
    expect(cell).not_to_be_empty()
    first = cell.inner_text()
    assert 0 < int(first) < 300
    reader.until("location.search.includes('where=trained')")  # the grid has not written over it
    with page.expect_download() as download:
        page.click("#download-records")
    file = Path(tmp_path / "records.csv")
    download.value.save_as(file)
    rows = list(csv.DictReader(io.StringIO(file.read_text(encoding="utf-8-sig"))))
    numbers = [int(row["trained"]) for row in rows]
    assert numbers == sorted(numbers, reverse=True)
    assert numbers[0] == int(first)
    expect(page.locator("#records .ag-header-cell[col-id=trained][aria-sort=descending]")).to_have_count(1)


def test_the_last_record_comes_into_sight(reader):
    page = reader.open("/records?sort=date&show=date,title")
    count = "window.dash_ag_grid.getApi('records').getDisplayedRowCount()"
    reader.until(f"{count} > 300")
    total = page.evaluate(count)
    page.evaluate(f"window.dash_ag_grid.getApi('records').ensureIndexVisible({total - 1})")
    reader.settle()
    last = page.locator(f"#records .ag-center-cols-container .ag-row[row-index='{total - 1}'] [col-id=title]")
    expect(last).not_to_be_empty()


def test_the_rows_follow_the_filters_even_to_none_and_back(reader):
    page = reader.open("/records?show=title,country")
    everything = page.locator("#records-list-title").inner_text()
    page.evaluate("window.dash_ag_grid.getApi('records').setFilterModel("
                  "{country: {filterType: 'text', type: 'contains', filter: 'nowhere'}})")  # fmt: skip
    page.wait_for_url("**where=country**")
    rows = page.locator("#records .ag-center-cols-container .ag-row")
    expect(rows).to_have_count(0)
    page.evaluate("window.dash_ag_grid.getApi('records').setFilterModel(null)")
    reader.until("!location.search.includes('where')")
    expect(rows.nth(5)).to_be_attached()
    expect(page.locator("#records-list-title")).to_have_text(everything)


def test_records_are_grouped_by_what_tells_of_them_more_than_once(reader):
    page = reader.open("/records")
    page.click("#view-group")
    page.get_by_role("option", name="Told more than once").click()
    page.wait_for_url("**group=tellings**")
    expect(page.locator("#records-groups-title")).to_contain_text("Activities told more than once: ")
    expect(page.locator("#records-list-card")).to_be_hidden()
    group = page.locator("#records-groups .group").first
    group.locator("summary").press("Enter")
    expect(group.locator("tbody tr").nth(1)).to_be_visible()
    group.get_by_text("Open the evidence").click()
    expect(page.locator("#record")).to_be_visible()
    page.go_back()
    page.go_back()
    expect(page.locator("#records-list-card")).to_be_visible()
