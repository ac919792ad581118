"""axe-core finds nothing on the overview, in either theme and any language, at a desk or on a phone."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe

pytestmark = pytest.mark.browser


def broken(page):
    """What axe-core objects to, with the elements it means."""
    found = Axe().run(page).response["violations"]
    return [f"{v['id']}: {[node['target'] for node in v['nodes']][:5]}" for v in found]


@pytest.mark.parametrize("query", ["?theme=light", "?theme=dark&lang=fr", "?lang=es&country=KEN&from=2010"])
def test_the_overview(reader, query):
    assert broken(reader.open("/" + query)) == []


@pytest.mark.parametrize("size", [(390, 844)])
def test_the_overview_on_a_phone(reader, size):
    page = reader.open()
    page.locator("#records .ag-row").first.wait_for()
    page.click(".action-filters")
    assert broken(page) == []


def test_an_open_record(reader):
    page = reader.open()
    page.locator("#records .ag-row").first.click()
    page.locator("#record h2").wait_for()
    assert broken(page) == []
