"""axe-core finds nothing on any page beyond the overview, in either theme and any language, at a desk or on a phone."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe

pytestmark = pytest.mark.browser
PAGES = ("map", "timeline", "breakdowns", "records", "claims", "areas", "quality", "about")
QUERIES = ("?theme=light", "?theme=dark&lang=fr", "?lang=es&country=KEN&from=2010&compare=year%3D2015")
FITS = "document.documentElement.scrollWidth <= window.innerWidth"


@pytest.mark.parametrize("size", [(1440, 900), (390, 844)])
@pytest.mark.parametrize("query", QUERIES)
def test_all_pages(reader, query, size):
    """One reader for all pages: what the browser has already is not fetched again."""
    objections = {}
    for name in PAGES:
        page = reader.open(f"/{name}{query}")
        found = Axe().run(page).response["violations"]
        objections[name] = [f"{v['id']}: {[node['target'] for node in v['nodes']][:5]}" for v in found]
        objections[name] += [] if page.evaluate(FITS) else ["wider than the screen"]
    assert not any(objections.values()), objections


@pytest.mark.parametrize("size", [(320, 640)])
def test_at_four_times_the_size_nothing_needs_scrolling_sideways(reader, size):
    """WCAG 2.2, 1.4.10: a window of 1280 pixels at 400 % is one of 320."""
    wide = []
    for name in ("", *PAGES, "briefing"):
        page = reader.open(f"/{name}")
        wide += [] if page.evaluate(FITS) else [name]
    assert not wide
