"""Priorities and needs by area, as the manager typed them."""

from __future__ import annotations

from dashboard.briefing.model import Section, Table
from dashboard.briefing.options import Options
from dashboard.labels import label
from dashboard.source import State
from dashboard.words import word
from etl.vocabulary import codes


def priorities(state: State, options: Options) -> Section:
    """Return the table of what was typed; areas without a word are left out."""
    language, typed = state.view.lang, options.priorities
    rows = tuple((label("area", area, language), typed[area]) for area in codes("areas") if typed.get(area))
    if not rows:
        return Section("priorities", "", (), ())  # the briefing then goes without it
    headings = (word("filter_area", language), word("section_priorities", language))
    return Section("priorities", "", (), (Table(headings[1], headings, rows, (2, 7), len(rows)),))
