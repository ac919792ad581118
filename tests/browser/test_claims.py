"""Journeys over the claims page: what is claimed beside what is documented, and down to the activities."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def test_claims_stand_beside_what_is_documented(reader):
    page = reader.open("/claims")
    cards = page.locator("#claims .claim")
    assert cards.count() > 0
    compared = page.locator("#claims .claim", has=page.locator(".claim-bar")).first
    expect(compared).to_contain_text("Documented here")
    expect(compared).to_contain_text("Scope:")


def test_no_bar_where_the_scope_is_not_known(reader):
    page = reader.open("/claims")
    unknown = page.locator("#claims .claim", has_text="Its scope is not known")
    for i in range(unknown.count()):
        expect(unknown.nth(i).locator(".claim-bar")).to_have_count(0)


def test_the_activities_of_a_scope_are_as_many_as_the_bar_says(reader):
    page = reader.open("/claims")
    rows = page.locator("#claims-all-table tbody tr", has_text="Activities")
    compared = [row.locator("td").all_inner_texts() for row in rows.all()]
    documented = [cells[3] for cells in compared if cells[3]]
    card = page.locator("#claims .claim", has=page.locator("h3", has_text="activit")).locator("a", has_text="scope")
    if not documented or not card.count():
        pytest.skip("no claim of this programme says how many activities")
    card.first.click()
    page.wait_for_url("**/records**")
    reader.settle()
    expect(page.locator("#records-list-title")).to_contain_text("activit")
