"""Sections of a briefing -> the figures of the pages that show the same, by the names of their files.

A chart of a briefing has the name of its figure: what stands on a page is drawn in its files too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial

from dashboard import queries
from dashboard.briefing.sections import partners, where
from dashboard.charts import Chart, by_country, over_time
from dashboard.figures.bars import bars, folded
from dashboard.queries.answers import Group
from dashboard.source import State
from dashboard.words import word

MOST_BARS = 11
Draw = Callable[[State], Chart]


def figures_of(sections: Iterable[str]) -> dict[str, Draw]:
    """Return what draws each chart of these sections, in their order."""
    return {name: draw for section in sections for name, draw in FIGURES.get(section, {}).items()}


def countries(state: State) -> Chart:
    """Draw the ranking of the countries."""
    groups = queries.by_country(state.data, state.filters, state.view.people)
    title = word("briefing_ranking", state.view.lang, n=min(len(groups), where.MOST_BARS))
    return _bars(state, groups, "country", title, word("bridge_why", state.view.lang), where.MOST_BARS)


def trained(state: State) -> Chart:
    """Draw people trained over time."""
    drawn = over_time(replace(state, view=replace(state.view, measure="trained")), tall=True)
    return replace(drawn, note=word("briefing_trained_note", state.view.lang))


def fields(field: str, note: str = "") -> Draw:
    """Return what draws the bars of one field; `note` is the key of the words under them."""

    def draw(state: State) -> Chart:
        measure, language = state.view.counted, state.view.lang
        groups = queries.by_field(state.data, state.filters, field, state.view.people)
        names = {"measure": word(f"measure_{measure}", language), "field": word(f"filter_{field}", language).lower()}
        said = word(note, language) if note else ""
        return _bars(state, groups, field, word("breakdown_title", language, **names), said)

    return draw


def organisations(field: str) -> Draw:
    """Return what draws the bars of donors or of partners."""

    def draw(state: State) -> Chart:
        language = state.view.lang
        groups = queries.by_field(state.data, state.filters, field, state.view.people)
        unnamed = next((group.activities for group in groups if not group.value), 0)
        note = word(f"briefing_no_{field}", language, n=unnamed) if unnamed else ""
        named = [group for group in groups if group.value]
        return _bars(state, named, field, word(f"briefing_{field}s", language), note, partners.MOST_BARS)

    return draw


def _bars(state: State, groups: list[Group], field: str, title: str, note: str, most: int = MOST_BARS) -> Chart:
    chosen = state.filters.values(field) if field != "partner" else ()
    measure, language = state.view.counted, state.view.lang
    drawn = bars(groups, field, measure, chosen, language, state.theme, most, folded)
    return Chart(drawn, title, (), (), note)


FIGURES: dict[str, dict[str, Draw]] = {
    "overview": {"kinds": fields("kind")},
    "where": {"map": by_country, "countries": countries},
    "time": {"timeline": partial(over_time, tall=True), "people-trained": trained},
    "areas": {"areas": fields("area", "briefing_several_areas")},
    "partners": {"donors": organisations("donor"), "partners": organisations("partner")},
}
