"""The areas page: a card for each area, areas by year and by who was trained, programmes and projects."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from dash import Output

from dashboard import queries
from dashboard.callbacks.drawing import Draw, draw_page, filter_by_click, toggle
from dashboard.charts import Chart, Row, by_field
from dashboard.figures.matrix import matrix
from dashboard.figures.nothing import nothing
from dashboard.filters import Filters
from dashboard.following import Dashboard
from dashboard.labels import label
from dashboard.pages.areas import AUDIENCES, CARDS, PROGRAMME_TABLE, PROGRAMMES, PROJECTS, YEARS
from dashboard.parts.area import area_card
from dashboard.parts.listing import listing
from dashboard.parts.people import people_in_words
from dashboard.queries.summaries import Summary
from dashboard.source import Source, State
from dashboard.words import number, word
from etl import vocabulary

MOST_PROGRAMMES = 30
MOST_PROJECTS = 200
TRAINING = "training"


def register(app: Dashboard, source: Source) -> None:
    """Register the callbacks."""
    draw_page(app, source, CHARTS, TABLES)
    filter_by_click(app, source, PROGRAMMES, toggle("programme"))
    filter_by_click(app, source, YEARS, year_chosen)
    filter_by_click(app, source, AUDIENCES, audience_chosen)

    @app.follows(Output(CARDS, "children"))
    def show_cards(shown: list[str] | None) -> list[Any]:
        state = source.state(*shown or [""])
        areas = vocabulary.codes("areas")
        found = queries.summaries(state.data, state.filters, "area", areas, state.view.scheme)
        return [area_card(summary, state) for summary in found]


def by_year(state: State) -> Chart:
    """Draw areas by year."""
    return two_fields(state, state.filters, "year", "matrix_title")


def by_audience(state: State) -> Chart:
    """Draw areas by who was trained."""
    if state.filters.kind and TRAINING not in state.filters.kind:
        words = word("no_trainings", state.view.lang)
        return Chart(nothing(words, state.theme), title_of("audiences_title", "audience", state.view.lang), (), ())
    return two_fields(state, replace(state.filters, kind=(TRAINING,)), "audience", "audiences_title")


def two_fields(state: State, filters: Filters, column: str, title: str) -> Chart:
    """Draw areas by another field; the table has the same with its totals."""
    view, total = state.view, word("total", state.view.lang)
    answer = queries.matrix(state.data, filters, "area", column, view.scheme)
    figure = matrix(answer, "area", column, view.lang, state.theme)
    headings = (word("filter_area", view.lang), *(label(column, value, view.lang) for value in answer.columns), total)
    lines = zip(answer.rows, answer.cells, answer.row_totals, strict=True)
    rows: list[Row] = [(label("area", value, view.lang), *cells, sum_) for value, cells, sum_ in lines]
    rows.append((total, *answer.column_totals, answer.total))
    return Chart(figure, title_of(title, column, view.lang), headings, tuple(rows))


def title_of(title: str, column: str, lang: str) -> str:
    """Return the title of a chart of areas by another field, with the names of both."""
    names = {name: word(f"filter_{field}", lang).lower() for name, field in (("row", "area"), ("column", column))}
    return word(title, lang, **names)


def year_chosen(state: State, value: Any) -> Filters:
    """Filter by area and year of a cell; `value` are the places of its row and column."""
    answer = queries.matrix(state.data, state.filters, "area", "year", state.view.scheme)
    return state.filters.narrowed({"area": answer.rows[value[0]], "year": answer.columns[value[1]]})


def audience_chosen(state: State, value: Any) -> Filters:
    """Filter by area and audience of a cell, and by trainings, which are what it counts."""
    trainings = replace(state.filters, kind=(TRAINING,))
    answer = queries.matrix(state.data, trainings, "area", "audience", state.view.scheme)
    chosen = {"area": answer.rows[value[0]], "audience": answer.columns[value[1]], "kind": TRAINING}
    return state.filters.narrowed(chosen)


def programme_table(state: State) -> Chart:
    """Summarise each programme."""
    language = state.view.lang
    groups = queries.by_field(state.data, state.filters, "programme")
    values = tuple(group.value for group in groups if group.value)[:MOST_PROGRAMMES]
    found = queries.summaries(state.data, state.filters, "programme", values, state.view.scheme)
    names = ("kpi_activities", "kpi_countries", "kpi_trained", "women_men", "area_tools", "last_year")
    headings = (word("filter_programme", language), *(word(name, language) for name in names))
    return Chart({}, word("programmes_title", language), headings, tuple(summary_row(s, language) for s in found))


def summary_row(summary: Summary, language: str) -> Row:
    """Return the figures of one programme."""
    totals = summary.totals
    people = f"{number(totals.women, language)} / {number(totals.men, language)}" if totals.women or totals.men else ""
    trained = people_in_words(totals.trained, language)
    name = label("programme", summary.value, language)
    return (name, totals.activities, totals.countries, trained, people, summary.tools, summary.last_year)


def projects(state: State) -> Chart:
    """List the projects, which are counted apart."""
    page, language = queries.projects(state.data, state.filters, MOST_PROJECTS), state.view.lang
    title = word("title_and_count", language, title=word("projects_title", language), n=page.total)
    return listing(page, title, ("title", "date", "end_date", "country", "areas", "donors"), language)


CHARTS: dict[str, Draw] = {YEARS: by_year, AUDIENCES: by_audience, PROGRAMMES: by_field("programme")}
TABLES: dict[str, Draw] = {PROGRAMME_TABLE: programme_table, PROJECTS: projects}
