"""Journeys over the areas page: seven areas with their figures, down to the activities."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def test_seven_areas_with_what_they_are_for(reader):
    page = reader.open("/areas")
    expect(page.locator(".area")).to_have_count(7)
    for card in page.locator(".area").all():
        expect(card).to_contain_text("What is lacking")
        expect(card).to_contain_text("People trained")


def test_the_activities_of_an_area_are_as_many_as_its_card_says(reader):
    page = reader.open("/areas?from=2012")
    card = page.locator(".area").first
    said = card.locator(".area-figures dd").first.inner_text()
    card.locator("a").click()
    page.wait_for_url("**area=**")
    reader.settle()
    expect(page.locator("#records-list-title")).to_contain_text(f"{said} activit")


def test_a_filter_by_area_leaves_its_card_alone(reader):
    page = reader.open("/areas?area=legislation&lang=fr")
    expect(page.locator(".area")).to_have_count(1)
    expect(page.locator(".area h2")).to_have_text("Législation")
