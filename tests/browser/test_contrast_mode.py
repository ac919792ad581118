"""Where the reader's system chooses the colours (forced colours): an icon without words beside it can still be seen."""

from __future__ import annotations

import pytest

from tests.browser.conftest import Reader

pytestmark = pytest.mark.browser

# Icons are masks over a ground; forced colours take the ground away unless it is one of the system's own.
UNSEEN = """() => [...document.querySelectorAll('.icon')]
  .filter((part) => part.offsetParent)
  .filter((part) => {
    const icon = getComputedStyle(part, '::before');
    const around = getComputedStyle(document.body).backgroundColor;
    return icon.display !== 'none' && (icon.backgroundColor === around || icon.backgroundColor === 'rgba(0, 0, 0, 0)');
  })
  .map((part) => part.className)"""


@pytest.fixture
def in_forced_colours(browser, base):
    context = browser.new_context(viewport={"width": 1440, "height": 900}, forced_colors="active")
    reader = Reader(context.new_page(), base)
    yield reader
    context.close()
    assert reader.wrong == []


@pytest.mark.parametrize("path", ["/?region=014", "/map", "/briefing"])
def test_icons_are_seen(in_forced_colours, path):
    page = in_forced_colours.open(path)
    assert page.locator(".icon").count() > 3
    assert page.evaluate(UNSEEN) == []


def test_the_buttons_of_the_grids_filters_are_seen(in_forced_colours):
    page = in_forced_colours.open("/records")
    page.locator("#records .ag-row").first.wait_for()
    icon = page.locator("#records .ag-header .ag-icon-filter").first
    ground = "getComputedStyle(icon, '::before').backgroundColor"
    assert icon.evaluate(f"icon => {ground} !== getComputedStyle(document.body).backgroundColor")


def test_bars_of_what_is_documented_are_seen(in_forced_colours):
    page = in_forced_colours.open("/claims")
    bar = page.locator(".claim-bar.documented").first
    seen = "bar => getComputedStyle(bar).backgroundColor !== getComputedStyle(document.body).backgroundColor"
    assert bar.evaluate(seen)


def test_a_tick_and_a_choice_are_seen(in_forced_colours):
    page = in_forced_colours.open("/briefing")
    tick = page.locator(".mantine-Checkbox-input:checked + .mantine-Checkbox-icon").first
    assert tick.evaluate("tick => getComputedStyle(tick).color !== getComputedStyle(document.body).backgroundColor")
    chosen = page.locator(".mantine-SegmentedControl-control[data-active]")
    assert chosen.evaluate("one => getComputedStyle(one).outlineStyle") == "solid"
