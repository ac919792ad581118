"""The about page counts with the numbers that are on screen."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def test_the_examples_are_those_of_the_selection(reader):
    reader.open("/?country=KEN")
    activities = reader.number("kpi-activities")
    page = reader.open("/about?country=KEN")
    expect(page.locator("#about-examples")).to_contain_text(f"= {activities} activities")
    assert page.locator("#about-columns-table tbody tr").count() > 30


def test_credits_carry_the_disclaimer(reader):
    page = reader.open("/about?lang=fr")
    expect(page.locator("#page")).to_contain_text("UN Geodata")
    expect(page.locator("#page")).to_contain_text("1244")
