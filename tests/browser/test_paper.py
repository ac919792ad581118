"""What a page printed from the browser holds: its charts, numbers that can be read, every row of its tables."""

from __future__ import annotations

import pypdfium2
import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

# A chart's picture on the paper, by its card: whatever is less than a few lines high says nothing.
HIGH_ENOUGH = 100  # pixels
NOT_WITHIN = """name => {
  const card = document.querySelector(`#${name}-card`).getBoundingClientRect();
  return [...document.querySelectorAll(`#${name}-table tr`)].filter((row) => {
    const box = row.getBoundingClientRect();
    return box.bottom > card.bottom + 1;
  }).length;
}"""
# WCAG's contrast of each number of the matrix with the cell it stands in.
CONTRASTS = """() => {
  const graph = document.querySelector('#breakdown-matrix .js-plotly-plot');
  const part = (value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
  const weights = [0.2126, 0.7152, 0.0722];
  const light = (rgb) => weights.reduce((sum, weight, i) => sum + weight * part(rgb[i] / 255), 0);
  const spot = document.createElement('canvas').getContext('2d');
  const rgb = (name) => {
    spot.fillStyle = name;
    spot.fillRect(0, 0, 1, 1);
    return [...spot.getImageData(0, 0, 1, 1).data];
  };
  const trace = graph.data[0];
  const shade = (level) => trace.colorscale.filter(([at]) => at <= (level + 0.5) / (trace.zmax + 1)).at(-1)[1];
  const texts = [...graph.querySelectorAll('.annotation-text')];
  return graph.layout.annotations.flatMap((note, i) => {
    const row = trace.z[note.y], level = row && row[note.x];
    if (level === undefined || !texts[i]) return [];
    const pair = [light(rgb(getComputedStyle(texts[i]).fill)), light(rgb(shade(level)))].sort((a, b) => b - a);
    return [(pair[0] + 0.05) / (pair[1] + 0.05)];
  });
}"""


def on_paper(page, width=780):
    """Look at the page as the printer does: by the rules for paper, before the paper's width is known."""
    page.set_viewport_size({"width": width, "height": 1000})
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")


@pytest.mark.parametrize(
    ("path", "charts"),
    [("/", ["map", "timeline", "breakdown"]), ("/map", ["map-large"]), ("/timeline", ["timeline-large"])],
)
def test_every_chart_is_on_the_paper(reader, path, charts):
    page = reader.open(path)
    on_paper(page)
    for chart in charts:
        picture = page.locator(f"#{chart} .main-svg").first.bounding_box()
        assert picture and picture["height"] > HIGH_ENOUGH, chart


def test_a_number_can_be_read_in_a_dark_cell(reader):
    page = reader.open("/breakdowns?theme=light")
    on_paper(page)
    contrasts = page.evaluate(CONTRASTS)
    assert len(contrasts) > 10
    assert min(contrasts) >= 4.5


@pytest.mark.parametrize(("path", "table"), [("/map", "map-ranking"), ("/map", "map-regional")])
def test_no_row_of_a_table_is_cut_off(reader, path, table):
    page = reader.open(path)
    assert page.evaluate(NOT_WITHIN, table) > 0  # on the screen one scrolls
    on_paper(page)
    assert page.evaluate(NOT_WITHIN, table) == 0


def test_a_long_table_says_where_it_is_cut_and_is_whole_again_on_the_screen(reader):
    page = reader.open("/map")  # its rows are made here: no data of the tests has so many
    page.evaluate(
        """() => {
          const body = document.querySelector('#map-regional-table tbody');
          for (let n = 0; n < 150; n++) body.append(body.rows[0].cloneNode(true));
        }"""
    )
    rows = page.locator("#map-regional-table tbody tr:visible")
    before = rows.count()
    on_paper(page)
    assert rows.count() == 100
    expect(page.locator("#map-regional-table .on-paper")).to_have_text(
        "The first 100 rows are printed; the CSV download has all."
    )
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="screen")
    assert rows.count() == before
    expect(page.locator("#map-regional-table .on-paper")).to_have_count(0)


def test_the_bars_of_what_is_documented_need_no_backgrounds_switched_on(reader):
    page = reader.open("/claims")
    on_paper(page)
    bar = page.locator(".claim-bar.documented").first
    assert bar.evaluate("bar => getComputedStyle(bar).printColorAdjust") == "exact"


def test_records_begin_on_the_first_sheet_without_their_controls(reader, tmp_path):
    page = reader.open("/records?kind=training")
    page.locator("#records .ag-row").first.wait_for()
    page.pdf(path=tmp_path / "records.pdf")
    first = pypdfium2.PdfDocument(tmp_path / "records.pdf")[0].get_textpage().get_text_range()
    assert "Training" in first
    assert "Every activity once" not in first
    on_paper(page)
    expect(page.locator(".records-choices")).to_be_hidden()
