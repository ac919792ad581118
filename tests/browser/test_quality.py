"""The quality page says how far the data can be trusted, whatever the filters."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser
CARDS = (
    "completeness",
    "confidence",
    "flags",
    "by-source",
    "freshness",
    "checks",
    "flagged",
    "merged",
    "reviewed",
    "changes",
)


def test_every_card_has_its_title_and_no_filter_changes_them(reader):
    page = reader.open("/quality")
    titles = [page.locator(f"#quality-{name}-title").inner_text() for name in CARDS]
    assert all(titles)
    page = reader.open("/quality?country=KEN")
    assert [page.locator(f"#quality-{name}-title").inner_text() for name in CARDS] == titles
    expect(page.locator("#quality-merged-subtitle")).to_contain_text("whatever the filters")


def test_confidence_counts_every_activity(reader):
    page = reader.open("/quality")
    drawn = page.evaluate("document.querySelector('#quality-confidence .js-plotly-plot').data[0].y")
    page = reader.open("/")
    assert sum(drawn) == reader.number("kpi-activities")
