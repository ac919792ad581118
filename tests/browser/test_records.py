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
    numbers = [int(cell) for cell in cells if cell]
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
