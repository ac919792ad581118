"""The page Briefing: what it needs, put together."""

from __future__ import annotations

from dash import Dash

from dashboard.callbacks import briefing_files, briefing_preview, briefing_saved, briefing_sections, briefing_words
from dashboard.settings import Settings
from dashboard.source import Source


def register(app: Dash, source: Source, settings: Settings) -> None:
    """Register the callbacks."""
    briefing_sections.register(app, source, settings)
    briefing_words.register(app, source)
    briefing_preview.register(app, source, settings)
    briefing_files.register(app, source, settings)
    briefing_saved.register(app, source, settings)
