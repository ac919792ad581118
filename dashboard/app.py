"""Settings -> the dashboard: a Dash app of its own for each call, nothing global."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qsl, urlsplit

from dash import set_props
from flask import request

from dashboard import ids
from dashboard.access.gate import WARM_UP
from dashboard.access.guard import guard
from dashboard.callbacks import (
    about,
    areas,
    breakdowns,
    briefing,
    choosing,
    claims,
    drawing,
    frame,
    grid,
    map,
    quality,
    records,
    records_page,
    showing,
    timeline,
    told,
    viewing,
)
from dashboard.charts import CHARTS
from dashboard.failing import noted
from dashboard.following import Dashboard
from dashboard.index import index
from dashboard.parts.notices import failed
from dashboard.security import secure
from dashboard.settings import Settings
from dashboard.source import Source
from dashboard.static_files import ASSETS
from dashboard.words import LANGUAGES, word

PAGES = (map, timeline, breakdowns, claims, areas, quality, about)  # those whose charts follow the state by themselves


def create_app(settings: Settings) -> Dashboard:
    """Return the dashboard over the tables of `settings.data`; raises etl.store.CannotStore where there are none.

    Raises access.private.CannotStart where what `settings.access` asks for cannot be had.
    """
    source = Source(settings.data, settings.processors)
    app = Dashboard(
        __name__,
        assets_folder=str(ASSETS),
        title=word("product"),
        update_title=None,  # type: ignore[arg-type]
        use_async=False,  # with asgiref installed Dash would else run three times slower
        compress=True,
        health_endpoint="healthz",
        on_error=_show_failure,
        suppress_callback_exceptions=True,  # pages and shell come later than the first layout
    )
    guard(app, settings)
    app.index_string = index()
    app.layout = lambda: frame.document(app, source, settings.public_url)
    frame.register(app, source)
    choosing.register(app, source)
    showing.register(app, source)
    grid.register(app, source)
    records.register(app, source, settings.public_url)
    records_page.register(app, source)
    told.register(app, source)
    viewing.register(app, source)
    charts = dict(CHARTS)
    for page in PAGES:
        page.register(app, source)
        charts |= page.CHARTS | page.TABLES
    drawing.save_tables(app, source, settings.public_url, charts)
    briefing.register(app, source, settings)
    secure(app)
    _warm_up(app)
    return app


def _show_failure(error: Exception) -> Any:
    """Log what went wrong and say so on the page; what it shows stays as it was."""
    asked = dict(parse_qsl(urlsplit(request.referrer or "").query)).get("lang", "")
    set_props(ids.ERROR, {"children": failed(asked if asked in LANGUAGES else "en", noted(error))})


def _warm_up(app: Dashboard) -> None:
    """Ask for the first page once: Dash registers its scripts then, and two first readers would trip over it."""
    with app.server.test_client() as reader:
        for path in ("/", "/_dash-layout", "/_dash-dependencies"):
            reader.get(path, environ_overrides={WARM_UP: True})
