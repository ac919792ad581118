"""Journeys over the breakdowns page: any two fields, any one, the flow, two selections compared."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import expect

from dashboard import queries

pytestmark = pytest.mark.browser
META = "document.querySelector('#{0} .js-plotly-plot').layout.meta.rows"


def test_marginal_totals_count_each_activity_once(reader):
    page = reader.open("/breakdowns?rows=area&columns=kind")
    rows = page.evaluate(META.format("breakdown-matrix"))
    total = rows[-1][-1]
    assert total <= sum(row[-1] for row in rows[:-1])  # an activity may have two areas
    assert total == sum(rows[-1][1:-1])  # and has one kind
    page = reader.open("/")
    assert reader.number("kpi-activities") == total


def test_a_cell_filters_by_both_fields(reader):
    page = reader.open("/breakdowns?rows=kind&columns=area")
    page.wait_for_selector("#breakdown-matrix .nsewdrag")
    box = page.locator("#breakdown-matrix .nsewdrag").first.bounding_box()
    assert box
    page.mouse.move(box["x"] + 28, box["y"] + 28)
    page.mouse.move(box["x"] + 30, box["y"] + 30)
    page.mouse.click(box["x"] + 30, box["y"] + 30)
    page.wait_for_url("**kind=**")
    assert "area=" in page.url


def test_a_band_of_the_flow_filters_by_both_its_ends(reader):
    page = reader.open("/breakdowns")
    page.locator("#breakdown-flow .sankey-link").first.dispatch_event("click")  # bands lie over each other
    page.wait_for_url("**area=**")
    assert "donor=" in page.url
    page.go_back()
    page.wait_for_url("**/breakdowns")
    reader.settle()
    page.locator("#breakdown-flow .sankey-node", has_text="Data and research").first.dispatch_event("click")
    page.wait_for_url("**area=research")


def test_a_chart_that_fails_says_so_in_its_place_and_can_be_tried_again(reader, monkeypatch):
    with monkeypatch.context() as broken:
        broken.setattr(queries, "flow", lambda *asked: 1 / 0)
        page = reader.open("/breakdowns")
        expect(page.locator("#breakdown-flow-title")).to_have_text("This could not be shown")
        expect(page.locator("#breakdown-matrix-title")).not_to_have_text("This could not be shown")
    page.locator("#breakdown-flow-card").get_by_text("Try again").click()
    expect(page.locator("#breakdown-flow-title")).to_have_text("Who paid for what, where")
    expect(page.locator("#breakdown-flow-source")).not_to_contain_text("Try again")


def test_two_selections_side_by_side_and_their_difference(reader):
    page = reader.open("/breakdowns?kind=training&compare=kind%3Dworkshop")
    expect(page.locator("#breakdown-compared-subtitle")).to_contain_text("compared with")
    first = page.locator("#breakdown-compared-totals-table tbody tr").first
    one, other, difference = (text.replace(",", "") for text in first.locator("td").all_inner_texts())
    assert int(other) - int(one) == int(difference.replace("−", "-").replace("±", ""))
    page = reader.open("/?kind=workshop")
    assert reader.number("kpi-activities") == int(other)


def test_a_selection_is_chosen_by_keyboard(reader):
    page = reader.open("/breakdowns")
    expect(page.locator("#breakdown-compared")).to_contain_text("Choose above")
    page.click("#view-compare")
    page.keyboard.type("Eastern Africa")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**compare=region**")
    reader.settle()
    assert page.locator("#breakdown-compared-totals-table tbody tr").count() == 5


def test_the_matrix_comes_as_a_workbook_with_its_note(reader, tmp_path):
    page = reader.open("/breakdowns?rows=area&columns=kind&from=2012")
    rows = page.evaluate(META.format("breakdown-matrix"))
    page.click("#breakdown-matrix-card summary[aria-label=Download]")
    with page.expect_download() as download:
        page.locator("#breakdown-matrix-card .menu-item", has_text="XLSX").click()
    file = Path(tmp_path / "matrix.xlsx")
    download.value.save_as(file)
    book = openpyxl.load_workbook(file)
    cells = [list(row) for row in book["table"].iter_rows(min_row=2, values_only=True)]
    assert cells == rows
    assert any("2012" in str(cell) for (cell,) in book["about"].iter_rows(values_only=True, max_col=1))
