"""Areas of intervention: for each its activities, the people trained and the tools published."""

from __future__ import annotations

from dashboard import queries
from dashboard.briefing.model import Cell, Chart, Section, Series, Table
from dashboard.briefing.options import Options
from dashboard.labels import label
from dashboard.queries.answers import Group, Matrix
from dashboard.source import State
from dashboard.words import number, word

PUBLICATION = "publication"  # the kind of what is a tool published


def areas(state: State, options: Options) -> Section:
    """Return the bars and the table of the areas."""
    language = state.view.lang
    found = queries.by_field(state.data, state.filters, "area")
    published = tools(queries.matrix(state.data, state.filters, "area", "kind"))
    names = tuple(label("area", group.value, language) for group in found)
    chart = Chart(
        "bars",
        word("breakdown_title", language, measure=word("measure_activities", language), field=_area(language)),
        names,
        (Series(word("measure_activities", language), tuple(group.activities for group in found)),),
        word("briefing_several_areas", language),
        "areas",
    )
    headings = tuple(word(key, language) for key in ("filter_area", "measure_activities", "measure_trained"))
    table = Table(
        word("briefing_areas_table", language),
        (*headings, word("briefing_stated_by", language), word("briefing_tools", language)),
        tuple(_row(group, published, language) for group in found),
        (3.3, 1.75, 1.75, 1.9, 1.9),
        len(found),
        word("briefing_people_note", language),
    )
    return Section("areas", "", messages(found, state), (chart, table))


def _area(language: str) -> str:
    return word("filter_area", language).lower()


def _row(group: Group, published: dict[str, int], language: str) -> tuple[Cell, ...]:
    trained = round(group.trained) if group.trained_stated else None
    name = label("area", group.value, language)
    return name, group.activities, trained, group.trained_stated, published.get(group.value, 0)


def tools(matrix: Matrix) -> dict[str, int]:
    """Return the publications of each area."""
    if PUBLICATION not in matrix.columns:
        return {}
    column = matrix.columns.index(PUBLICATION)
    return {area: cells[column] for area, cells in zip(matrix.rows, matrix.cells, strict=True)}


def messages(groups: list[Group], state: State) -> tuple[str, ...]:
    """Name the area with most activities."""
    known = [group for group in groups if group.value]
    if not known:
        return ()
    language, total = state.view.lang, queries.count(state.data, state.filters)
    name, shown = label("area", known[0].value, language), number(known[0].activities, language)
    return (word("message_most_area", language, area=name, activities=shown, total=total),)
