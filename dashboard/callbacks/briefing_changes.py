"""A saved briefing opened over newer data -> which figures and which messages are no longer what they were."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from dashboard import queries
from dashboard.briefing import saved
from dashboard.briefing.compose import proposed
from dashboard.callbacks.briefing_state import opened
from dashboard.parts.notices import notice
from dashboard.settings import Settings
from dashboard.source import Source, State
from dashboard.words import date, number, word

LABELS = {"claims": "page_claims", "projects": "briefing_projects"}  # the others are named as their tiles


def changes(state: State, source: Source, settings: Settings) -> Any:
    """Say which figures and sections are no longer what they were; None where no saved briefing is open."""
    found = comparable(state, source, settings)
    if found is None:
        return None
    language = state.view.lang
    differing = saved.changed(found, queries.totals(state.data, state.filters))
    told = [f"{_label(key, language)} {number(a, language)} → {number(b, language)}" for key, a, b in differing]
    sections = ", ".join(word(f"section_{key}", language) for key in reworded(state, source, settings))
    told += [word("briefing_reworded", language, sections=sections)] if sections else []
    if not told:
        return notice(word("briefing_unchanged", language))
    return notice(word("briefing_changed", language, date=date(found.date, language), changes="; ".join(told)))


def reworded(state: State, source: Source, settings: Settings) -> dict[str, tuple[str, ...]]:
    """Return the messages that the figures gave when it was saved, of each section that now says something else."""
    found = comparable(state, source, settings)
    if found is None:
        return {}
    then = replace(state, view=replace(state.view, lang=found.language))
    return {key: was for key, (was, _) in saved.reworded(found, proposed(then, found.proposed)).items()}


def comparable(state: State, source: Source, settings: Settings) -> saved.Saved | None:
    """Return the saved briefing that is open, as long as the filters are still its own."""
    found = opened(state, settings)
    return found if found and source.state(found.query).filters == state.filters else None


def _label(key: str, language: str) -> str:
    return word(LABELS.get(key, f"kpi_{key}"), language)
