"""The first document that a browser gets: it names early what the page needs late, so that all of it comes at once."""

from __future__ import annotations

import re

# What the browser would find out only after the scripts ran: the page itself (see callbacks/frame.py), what plotly's
# charts are drawn by, the shapes of the map, the type of the headings.
FETCHED = ("_dash-layout", "_dash-dependencies", "assets/topojson/world_110m.json")
SCRIPTS = ("_dash-component-suites/dash/dcc/async-graph.js",)
FONTS = ("assets/fonts/source-sans-3-latin-wght-normal.woff2", "assets/fonts/source-serif-4-latin-wght-normal.woff2")
GRID_SCRIPT = re.compile(r'<script src="([^"]*/dash_ag_grid/[^"]*)"></script>')
DOCUMENT = """<!DOCTYPE html>
<html>
  <head>
    {%metas%}
    <title>{%title%}</title>
    <early>
    {%favicon%}
    {%css%}
  </head>
  <body>
    {%app_entry%}
    <footer>
      {%config%}
      {%scripts%}
      {%renderer%}
    </footer>
  </body>
</html>"""


def index() -> str:
    """Return the document, with the places that Dash fills; dashboard/following.py gives all files their addresses."""
    early = [f'<link rel="preload" as="fetch" href="/{path}" crossorigin>' for path in FETCHED]
    early += [f'<link rel="preload" as="script" href="/{path}">' for path in SCRIPTS]
    early += [f'<link rel="preload" as="font" type="font/woff2" href="/{path}" crossorigin>' for path in FONTS]
    return DOCUMENT.replace("<early>", "\n    ".join(early))


def with_grid_later(scripts: str) -> str:
    """Return the scripts of the document without the grid's: the browser fetches it idly, assets/later.js runs it."""
    return GRID_SCRIPT.sub(r'<link id="grid-script" rel="prefetch" href="\1">', scripts)
