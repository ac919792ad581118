"""Where we worked: the map, and the countries with most activities."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard import queries
from dashboard.briefing.model import Chart, Section, Series, WorldMap
from dashboard.briefing.options import Options
from dashboard.figures.country_map import hover_text, shades
from dashboard.labels import label
from dashboard.queries.answers import Group
from dashboard.source import State
from dashboard.words import number, word, word_of
from etl.vocabulary import countries

MOST_BARS = 15
NAMED = 3  # countries in the message


def where(state: State, options: Options) -> Section:
    """Return the map and the ranking."""
    language = state.view.lang
    groups = queries.by_country(state.data, state.filters, state.view.people)
    title = word_of(state.filters.role, "map_title", language, measure=word("measure_activities", language))
    blocks = (world_map(groups, title, language), ranking(groups, language))
    return Section("where", "", messages(state, groups), blocks)


def world_map(groups: Sequence[Group], title: str, language: str) -> WorldMap:
    """Return the map of activities by country, in the classes of the page."""
    by_code = {group.value: group for group in groups}
    said = {code: plain(hover_text(code, by_code.get(code), "activities", language)) for code in countries()}
    notes = (word("map_disclaimer", language), word("map_footnotes", language))
    return WorldMap(title, tuple(shades(by_code, "activities", language, "light")), said, notes)


def plain(text: str) -> str:
    """Take the marks out of a hover text."""
    return text.replace("<b>", "").replace("</b>", "").replace("<br>", "; ")


def ranking(groups: Sequence[Group], language: str) -> Chart:
    """Return the bars of the first countries."""
    first = [group for group in groups if group.value][:MOST_BARS]
    plain = word("map_title", language, measure=word("measure_activities", language))
    return Chart(
        "bars",
        word("briefing_ranking", language, n=len(first)) if first else plain,
        tuple(label("country", group.value, language) for group in first),
        (Series(word("measure_activities", language), tuple(group.activities for group in first)),),
        word("bridge_why", language),
        "countries",
    )


def messages(state: State, groups: Sequence[Group]) -> tuple[str, ...]:
    """Say which countries have most, how many activities they share, and what is not on the map."""
    language, totals = state.view.lang, queries.totals(state.data, state.filters)
    said = []
    if groups:
        names = [f"{label('country', g.value, language)} ({number(g.activities, language)})" for g in groups[:NAMED]]
        said.append(word("message_most_countries", language, names=", ".join(names)))
    if totals.several_countries:
        said.append(word_of(state.filters.role, "message_several", language, n=totals.several_countries))
    if totals.regional_or_global:
        said.append(word_of(state.filters.role, "message_regional", language, n=totals.regional_or_global))
    return tuple(said)
