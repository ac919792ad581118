"""Annex: the activities with their sources, newest first, cut at a stated number."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dashboard import queries
from dashboard.briefing.model import Cell, Section, Table
from dashboard.briefing.options import Options
from dashboard.briefing.titles import made_title, source_of, when
from dashboard.cells import people_of
from dashboard.source import State
from dashboard.words import word

MOST = 300  # activities in a briefing; its XLSX has all


def annex(state: State, options: Options) -> Section:
    """Return the list of activities."""
    language = state.view.lang
    page = queries.records(state.data, state.filters, "-date", 0, MOST)
    keys = ("briefing_date", "briefing_activity", "measure_trained", "measure_participants", "source_word")
    table = Table(
        word("section_annex", language),
        tuple(word(key, language) for key in keys),
        tuple(_row(row, language) for row in page.rows),
        (1.65, 4.5, 1.55, 1.8, 4.1),
        page.total,
    )
    return Section("annex", "", (), (table,))


def _row(record: Mapping[str, Any], language: str) -> tuple[Cell, ...]:
    title = made_title(record, language)
    people = people_of(record, "trained", language), people_of(record, "participants", language)
    return when(record, language), title, *people, source_of(record)
