"""The map page: countries or regions by measure and role; the ranking; what is regional or global."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dashboard import queries
from dashboard.callbacks.drawing import Draw, draw_page, filter_by_click
from dashboard.charts import Chart, Row
from dashboard.figures.country_map import country_map
from dashboard.figures.region_map import region_map
from dashboard.filters import Filters
from dashboard.following import Dashboard
from dashboard.labels import label
from dashboard.pages.map import CHART, RANKING, REGIONAL
from dashboard.parts.listing import listing
from dashboard.queries.answers import Group
from dashboard.source import Source, State
from dashboard.words import word, word_of
from etl.vocabulary import regions_of


def register(app: Dashboard, source: Source) -> None:
    """Register the callbacks."""
    draw_page(app, source, CHARTS, TABLES)
    filter_by_click(app, source, CHART, after_click)


def level_of(state: State) -> str:
    """Return what the map colours: country or region."""
    return "region" if state.view.rows == "region" else "country"


def groups_of(state: State) -> Sequence[Group]:
    """Return the figures of countries or regions, the largest first."""
    level, view = level_of(state), state.view
    groups = queries.by_field(state.data, state.filters, level, view.people, view.scheme)
    if view.measure == "donors":
        return queries.with_donors(state.data, state.filters, groups, level, view.scheme)
    return sorted(groups, key=lambda group: -getattr(group, view.measure))


def large_map(state: State) -> Chart:
    """Draw the map, with the number of activities that it cannot show."""
    level, view = level_of(state), state.view
    groups, chosen, regions = groups_of(state), state.filters.values(level), state.filters.region
    if level == "region":
        figure = region_map(groups, view.measure, chosen, view.lang, state.theme)
    else:
        figure = country_map(groups, view.measure, chosen, view.lang, state.theme, regions)
    apart = queries.totals(state.data, state.filters).regional_or_global
    note = word_of(state.filters.role, "n_regional", view.lang, n=apart) if apart else ""
    return Chart(figure, title_of(state), headings(state), rows(groups, state), note)


def ranking(state: State) -> Chart:
    """List the same figures, the largest first."""
    return Chart({}, word("ranking_title", state.view.lang), headings(state), rows(groups_of(state), state))


def regional(state: State) -> Chart:
    """List the activities that name no country."""
    page, language = queries.without_place(state.data, state.filters), state.view.lang
    title = word("title_and_count", language, title=word("regional_title", language), n=page.total)
    return listing(page, title, ("title", "date", "kind", "region_text"), language)


def after_click(state: State, value: Any) -> Filters:
    """Filter by the country of a mark, or by its region where regions are shown."""
    code = value[0] if isinstance(value, list) else value
    if level_of(state) == "country":
        return state.filters.toggled("country", code)
    shown = {group.value for group in groups_of(state)}
    region = next((region for region in regions_of(code) if region in shown), "")
    return state.filters.toggled("region", region) if region else state.filters


def title_of(state: State) -> str:
    """Say measure, level and role."""
    view, language = state.view, state.view.lang
    measure = word(f"measure_{view.measure}", language)
    return word(f"map_title_{level_of(state)}_{state.filters.role}", language, measure=measure)


def headings(state: State) -> tuple[str, ...]:
    """Return the headings of the table: the place, the measure, and activities where these are not the measure."""
    names = [word(f"measure_{name}", state.view.lang) for name in measures(state)]
    return (word(f"filter_{level_of(state)}", state.view.lang), *names)


def rows(groups: Sequence[Group], state: State) -> tuple[Row, ...]:
    """Return the rows of the table; a number that no text states is an empty cell."""
    field, language = level_of(state), state.view.lang
    return tuple(
        (label(field, group.value, language), *(figure(group, name) for name in measures(state))) for group in groups
    )


def measures(state: State) -> tuple[str, ...]:
    """Return the measures of the table."""
    return tuple(dict.fromkeys((state.view.measure, "activities")))


def figure(group: Group, measure: str) -> float | None:
    """Return a figure of a group, None where no activity states it."""
    return getattr(group, measure) if measure == "activities" or getattr(group, f"{measure}_stated") else None


CHARTS: dict[str, Draw] = {CHART: large_map}
TABLES: dict[str, Draw] = {RANKING: ranking, REGIONAL: regional}
