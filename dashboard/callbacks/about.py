"""The about page: the rules of counting with the numbers that are on screen; columns and codes with their meaning."""

from __future__ import annotations

from typing import Any

from dash import Output

from dashboard import queries
from dashboard.callbacks.drawing import Draw, draw_page
from dashboard.charts import Chart, Row
from dashboard.following import Dashboard
from dashboard.labels import column_description, column_label
from dashboard.pages.about import CODES, COLUMNS, EXAMPLES
from dashboard.parts.examples import OnScreen, examples
from dashboard.queries.answers import Group
from dashboard.source import Source, State
from dashboard.view import PEOPLE
from dashboard.words import word
from etl import vocabulary
from etl.schema import ACTIVITIES

# Vocabularies whose codes a reader meets; those of countries, organisations and programmes are names.
VOCABULARIES = ("kinds", "areas", "topics", "audiences", "modes", "date_bases", "number_qualifiers", "reviews", "flags")


def register(app: Dashboard, source: Source) -> None:
    """Register the callbacks."""
    draw_page(app, source, CHARTS, TABLES)

    @app.follows(Output(EXAMPLES, "children"))
    def show_examples(shown: list[str] | None) -> list[Any]:
        state = source.state(*shown or [""])
        data, filters = state.data, state.filters
        timeline = queries.by_period(data, filters, state.view.grain)
        found = OnScreen(queries.totals(data, filters), timeline, queries.examples(data, filters), three_ways(state))
        return examples(found, state.view.lang)


def three_ways(state: State) -> tuple[Group, ...]:
    """Return the country where the ways of counting people differ most, in each of the ways; () where there is none."""
    ways = [{g.value: g for g in queries.by_country(state.data, state.filters, way)} for way in PEOPLE]
    stated = [group for group in ways[0].values() if group.participants_stated]
    if not stated:
        return ()
    widest = max(stated, key=lambda g: (g.participants - ways[1][g.value].participants, g.value)).value
    return tuple(way[widest] for way in ways)


def columns(state: State) -> Chart:
    """List the columns of the activities, out of the schema."""
    language = state.view.lang
    rows: list[Row] = [
        (column_label(c.name, language), c.name, c.type, column_description(c.name, language), c.vocabulary)
        for c in ACTIVITIES
    ]
    names = ("column", "column_in_files", "type_of_value", "meaning", "vocabulary")
    headings = tuple(word(name, language) for name in names)
    return Chart({}, word("columns_title", language), headings, tuple(rows), everything=True)


def codes(state: State) -> Chart:
    """List the codes of the vocabularies with their labels and definitions."""
    language = state.view.lang
    names = {column.vocabulary: column_label(column.name, language) for column in ACTIVITIES}
    rows: list[Row] = [
        (names[name], code, vocabulary.label(name, code, language), vocabulary.definition(name, code, language))
        for name in VOCABULARIES
        for code in vocabulary.codes(name)
    ]
    headings = tuple(word(name, language) for name in ("vocabulary", "code", "label", "meaning"))
    return Chart({}, word("codes_title", language), headings, tuple(rows), everything=True)


CHARTS: dict[str, Draw] = {}
TABLES: dict[str, Draw] = {COLUMNS: columns, CODES: codes}
