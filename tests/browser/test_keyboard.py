"""From a filter to a file by keyboard alone, on every page; what has the focus is seen to have it."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

pytestmark = pytest.mark.browser

MOST_TABS = 400  # no page has so many stops
HAS_FOCUS = "(path) => document.activeElement.matches(path)"
# A field of several values shows the focus on its frame.
IS_SEEN = """[document.activeElement, document.activeElement.closest('.mantine-Input-input')].some(
  (part) => part && getComputedStyle(part).outlineStyle !== 'none')"""


def tab_to(page: Page, path: str, key: str = "Tab") -> None:
    """Press the tab key until an element of that path has the focus."""
    for _ in range(MOST_TABS):
        page.keyboard.press(key)
        if page.evaluate(HAS_FOCUS, path):
            assert page.evaluate(IS_SEEN), f"nobody sees that {path} has the focus"
            return
    raise AssertionError(f"the tab key never comes to {path}")


def choose_kenya(reader) -> None:
    """Filter by a country."""
    page = reader.page
    tab_to(page, "#filter-country")
    page.keyboard.type("Kenya")
    page.get_by_role("option", name="Kenya").wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**country=KEN**")
    page.keyboard.press("Escape")
    reader.settle()


def saved(reader, path: str, into: Path) -> str:
    """Press the button at a path, and return the text of the file that it hands out."""
    tab_to(reader.page, path)
    with reader.page.expect_download() as download:
        reader.page.keyboard.press("Enter")
    download.value.save_as(into)
    return into.read_bytes().decode("utf-8-sig", errors="ignore")


@pytest.mark.parametrize(
    ("name", "card"),
    [
        ("", "breakdown"),
        ("map", "map-ranking"),
        ("timeline", "timeline-large"),
        ("breakdowns", "breakdown-matrix"),
        ("claims", "claims-all"),
        ("areas", "areas-programmes"),
        ("quality", "quality-completeness"),
        ("about", "about-codes"),
    ],
)
def test_from_a_filter_to_the_table_of_a_card(reader, tmp_path, name, card):
    page = reader.open(f"/{name}")
    choose_kenya(reader)
    tab_to(page, f"#{card}-card summary[aria-label=Download]")
    page.keyboard.press("Enter")
    text = saved(reader, f"#{card}-card .menu-item[id*=csv]", tmp_path / "table.csv")
    assert len(text.splitlines()) > 3
    assert "Kenya" in text


def test_from_a_filter_to_the_records(reader, tmp_path):
    reader.open("/records")
    choose_kenya(reader)
    text = saved(reader, "#download-records", tmp_path / "records.csv")
    assert "country=KEN" in text


def test_from_a_filter_to_a_briefing(reader, tmp_path):
    reader.open("/briefing")
    choose_kenya(reader)
    assert saved(reader, "button[id*=xlsx]", tmp_path / "briefing.xlsx").startswith("PK")


def test_a_chart_becomes_a_table_and_a_chart_again(reader):
    page = reader.open("/timeline")
    tab_to(page, "#timeline-large-card [data-action=table]")
    page.keyboard.press("Enter")
    reader.until("document.activeElement.id === 'timeline-large-table'")
    tab_to(page, "#timeline-large-card [data-action=table]", "Shift+Tab")
    page.keyboard.press("Enter")
    reader.until("document.querySelector('#timeline-large-card').dataset.view === 'chart'")
