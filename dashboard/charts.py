"""A state -> the charts of the pages: figure, title, and the table that says the same."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from dashboard import ids, queries
from dashboard.figures.bars import bars
from dashboard.figures.country_map import country_map
from dashboard.figures.inert import inert
from dashboard.figures.timeline import timeline
from dashboard.labels import label
from dashboard.queries.answers import Group
from dashboard.source import State
from dashboard.view import NOTHING
from dashboard.words import period, word, word_of

Row = tuple[str | float | None, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """A plotly figure as a plain dict, its title, and its table: headings, and rows whose first cell names them.

    `note` says what the title does not, such as that only the largest are drawn;
    `everything` that the filters do not matter. `file_rows` is what files hold instead of
    rows with words of the documents, which stay on the machine. `failed` says that there is nothing to see.
    `records` are the ids of the activities of the rows ("" for none), which the table leads to.
    """

    figure: dict[str, Any]
    title: str
    headings: tuple[str, ...]
    rows: tuple[Row, ...]
    note: str = ""
    everything: bool = False
    file_rows: tuple[Row, ...] = ()
    failed: bool = False
    records: tuple[str, ...] = ()

    def with_table(self) -> dict[str, Any]:
        """Return the figure with its table inside (layout.meta): the browser writes the table when it is asked for."""
        figure = inert(self.figure)
        return figure | {"layout": figure["layout"] | {"meta": self.table()}}

    def table(self) -> dict[str, Any]:
        """Return what the browser writes the table from."""
        return {"caption": self.title, "headings": self.headings, "rows": self.rows, "records": self.records}


def by_country(state: State) -> Chart:
    """Draw the map."""
    measure, language = state.view.counted, state.view.lang
    groups = queries.by_country(state.data, state.filters, state.view.people)
    figure = country_map(groups, measure, state.filters.country, language, state.theme, state.filters.region)
    title = word_of(state.filters.role, "map_title", language, measure=word(f"measure_{measure}", language))
    return Chart(figure, title, _headings("country", language), _rows(groups, "country", language))


def over_time(state: State, tall: bool = False) -> Chart:
    """Draw the timeline; `tall` as timeline() has it."""
    measure, language = state.view.counted, state.view.lang
    stack = "" if state.view.stack == NOTHING else state.view.stack
    answer = queries.by_period(state.data, state.filters, state.view.grain, stack, state.view.scheme)
    chosen = (state.filters.first, state.filters.last)
    figure = timeline(answer, measure, chosen if any(chosen) else None, language, state.theme, stack, tall)
    rows: list[Row] = [
        (_span(span.first, span.last, language), span.activities, span.trained, span.participants)
        for span in (*answer.bars, *answer.bands)
    ]
    rows += [(word("not_stated", language), answer.undated, None, None)] if answer.undated else []
    title = word("timeline_title", language, measure=word(f"measure_{measure}", language))
    return Chart(figure, title, _headings(state.view.grain, language), tuple(rows))


def by_field(field: str) -> Callable[[State], Chart]:
    """Return what draws the bars of one field."""

    def draw(state: State) -> Chart:
        measure, language = state.view.counted, state.view.lang
        groups = queries.by_field(state.data, state.filters, field, state.view.people, state.view.scheme)
        figure = bars(groups, field, measure, state.filters.values(field), language, state.theme)
        names = {"measure": word(f"measure_{measure}", language), "field": word(f"filter_{field}", language).lower()}
        title = word("breakdown_title", language, **names)
        return Chart(figure, title, _headings(field, language), _rows(groups, field, language))

    return draw


# Which field each chart of the overview shows: a click on it filters by that field.
FIELDS = {ids.MAP: "country", ids.BREAKDOWN: "kind", ids.BREAKDOWN_SECOND: "area"}
CHARTS: dict[str, Callable[[State], Chart]] = {
    ids.MAP: by_country,
    ids.TIMELINE: over_time,
    ids.BREAKDOWN: by_field("kind"),
    ids.BREAKDOWN_SECOND: by_field("area"),
}


def _headings(first: str, language: str) -> tuple[str, ...]:
    name = word(f"grain_{first}" if first in ("year", "quarter", "month") else f"filter_{first}", language)
    return (name, *(word(f"measure_{measure}", language) for measure in ("activities", "trained", "participants")))


def _rows(groups: Sequence[Group], field: str, language: str) -> tuple[Row, ...]:
    return tuple(
        (
            label(field, group.value, language),
            group.activities,
            group.trained if group.trained_stated else None,
            group.participants if group.participants_stated else None,
        )
        for group in groups
    )


def _span(first: str, last: str, language: str) -> str:
    if first == last:
        return period(first, language)
    return word("between", language, first=period(first, language), last=period(last, language))
