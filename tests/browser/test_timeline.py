"""Journeys over the timeline page: what it is stacked by, the brush, the undated."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Reader

pytestmark = pytest.mark.browser
NAMES = "document.querySelector('#timeline-large .js-plotly-plot').data.map((trace) => trace.name)"


def test_sure_and_inferred_dates_are_told_apart(reader):
    page = reader.open("/timeline")
    assert "Date of the event" in page.evaluate(NAMES)
    assert "Inferred" in page.evaluate(NAMES)


def test_a_stack_is_an_address(reader):
    page = reader.open("/timeline")
    page.click("#view-stack")
    page.get_by_role("option", name="Kind", exact=True).click()
    page.wait_for_url("**stack=kind**")
    reader.settle()
    assert "Training" in page.evaluate(NAMES)


def test_bars_bands_and_undated_are_all_activities(reader):
    page = reader.open("/timeline?stack=none")
    drawn = page.evaluate(
        "document.querySelector('#timeline-large .js-plotly-plot').layout.meta.rows.reduce((n, row) => n + row[1], 0)"
    )
    title = page.locator("#timeline-undated-title").inner_text()
    undated = int(title.split(": ")[1].replace(",", ""))
    page = reader.open("/")
    assert drawn + undated == reader.number("kpi-activities")


def test_a_brush_filters_by_dates_and_back_undoes_it(reader):
    page = reader.open("/timeline")
    box = page.locator("#timeline-large .nsewdrag").first.bounding_box()
    assert box
    page.mouse.move(box["x"] + box["width"] * 0.3, box["y"] + 40)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.6, box["y"] + 60, steps=8)
    page.mouse.up()
    page.wait_for_url("**from=**")
    expect(page.locator(".chip")).to_have_count(2)
    page.go_back()
    reader.until("!location.search.includes('from')")
    reader.settle()
    expect(page.locator(".chip")).to_have_count(0)


def test_a_finger_on_the_chart_scrolls_the_page(browser, base):
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    reader = Reader(context.new_page(), base)
    page = reader.open("/timeline")
    box = page.locator("#timeline-large .nsewdrag").first.bounding_box()
    finger, touch = context.new_cdp_session(page), "Input.dispatchTouchEvent"
    x, y = box["x"] + 100, box["y"] + 150
    finger.send(touch, {"type": "touchStart", "touchPoints": [{"x": x, "y": y}]})
    for step in range(1, 12):
        finger.send(touch, {"type": "touchMove", "touchPoints": [{"x": x, "y": y - 20 * step}]})
    finger.send(touch, {"type": "touchEnd", "touchPoints": []})
    reader.until("scrollY > 0")
    assert "from=" not in page.url
    context.close()
