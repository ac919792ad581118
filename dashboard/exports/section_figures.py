"""Sections of a briefing -> the figures of the pages that show the same, by the names of their files."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from dashboard import queries
from dashboard.charts import Chart, by_country, by_field, over_time
from dashboard.figures.bars import bars
from dashboard.queries.answers import Group
from dashboard.source import State
from dashboard.words import word

MOST_COUNTRIES = 15
Draw = Callable[[State], Chart]


def figures_of(sections: Iterable[str]) -> dict[str, Draw]:
    """Return what draws each chart of these sections, in their order."""
    return {name: draw for section in sections for name, draw in FIGURES.get(section, {}).items()}


def countries(state: State) -> Chart:
    """Draw the ranking of the countries."""
    groups = queries.by_country(state.data, state.filters, state.view.people)
    title = word("briefing_ranking", state.view.lang, n=min(len(groups), MOST_COUNTRIES))
    return _bars(state, groups, "country", title, MOST_COUNTRIES)


def trained(state: State) -> Chart:
    """Draw people trained over time."""
    return over_time(replace(state, view=replace(state.view, measure="trained")))


def organisations(field: str) -> Draw:
    """Return what draws the bars of donors or of partners."""

    def draw(state: State) -> Chart:
        language = state.view.lang
        groups = queries.by_field(state.data, state.filters, field, state.view.people)
        unnamed = next((group.activities for group in groups if not group.value), 0)
        note = word(f"briefing_no_{field}", language, n=unnamed) if unnamed else ""
        named = [group for group in groups if group.value]
        return replace(_bars(state, named, field, word(f"briefing_{field}s", language)), note=note)

    return draw


def _bars(state: State, groups: list[Group], field: str, title: str, most: int = 11) -> Chart:
    chosen = state.filters.values(field) if field != "partner" else ()
    drawn = bars(groups, field, state.view.counted, chosen, state.view.lang, state.theme, most)
    return Chart(drawn, title, (), ())


FIGURES: dict[str, dict[str, Draw]] = {
    "overview": {"kinds": by_field("kind")},
    "where": {"map": by_country, "countries": countries},
    "time": {"timeline": over_time, "people-trained": trained},
    "areas": {"areas": by_field("area")},
    "partners": {"donors": organisations("donor"), "partners": organisations("partner")},
}
