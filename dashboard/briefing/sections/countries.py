"""Countries in detail: a row a country, with its kinds of activity."""

from __future__ import annotations

from dashboard import queries
from dashboard.briefing.model import Cell, Section, Table
from dashboard.briefing.options import Options
from dashboard.labels import label
from dashboard.queries.answers import Group, Matrix
from dashboard.source import State
from dashboard.words import number, word, word_of

NAMED = 3  # kinds of a country
TIED = "\u00a0"  # no line ends between a kind and its number


def countries(state: State, options: Options) -> Section:
    """Return the table of all countries inside the filter."""
    language = state.view.lang
    groups = queries.by_country(state.data, state.filters, state.view.people)
    kinds = main_kinds(queries.matrix(state.data, state.filters, "country", "kind"), language) if groups else {}
    keys = ("filter_country", "measure_activities", "briefing_shared", "measure_trained", "measure_participants")
    table = Table(
        word("section_countries", language),
        (*(word(key, language) for key in keys), word("briefing_main_kinds", language)),
        tuple(_row(group, kinds, language) for group in groups),
        (2.5, 1.55, 1.7, 1.65, 1.85, 4.2),
        len(groups),
        f"{word('bridge_why', language)} {word('people', language)}: {word(f'people_{state.view.people}', language)}.",
    )
    said = (word_of(state.filters.role, "message_countries", language, n=len(groups)),) if groups else ()
    return Section("countries", "", said, (table,))


def _row(group: Group, kinds: dict[str, str], language: str) -> tuple[Cell, ...]:
    trained = round(group.trained) if group.trained_stated else None
    participants = round(group.participants) if group.participants_stated else None
    name = label("country", group.value, language)
    return name, group.activities, group.shared, trained, participants, kinds.get(group.value, "")


def main_kinds(matrix: Matrix, language: str) -> dict[str, str]:
    """Return the kinds with most activities of each country, in words."""
    found = {}
    for country, cells in zip(matrix.rows, matrix.cells, strict=True):
        most = sorted((-n, kind) for n, kind in zip(cells, matrix.columns, strict=True) if n)[:NAMED]
        found[country] = ", ".join(f"{label('kind', kind, language)}{TIED}{number(-n, language)}" for n, kind in most)
    return found
