"""Rows of activities -> the grid of records, its columns named by the schema, its cells in the reader's words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date as date_type
from typing import Any

import dash_ag_grid as dag

from dashboard import ids
from dashboard.cells import PEOPLE, people_of
from dashboard.column_filters import is_number
from dashboard.headings import heading
from dashboard.labels import column_description, column_label, label
from dashboard.words import date, word
from dashboard.words.grid import grid_words
from etl.schema import ACTIVITIES

SHOWN = ("date", "title", "kind", "country", "host_country", "areas", "participants", "trained", "donors", "review")
WIDTHS = {"title": 320, "country": 220, "donors": 180, "date": 120}
WIDTH = 130
NUMBER_WIDTH = 175  # "Personnes formées" beside the button of its filter
BLOCK = 100  # rows that the grid asks the server for at a time, as they come into sight
MOST_BLOCKS = 30  # that a browser keeps
ONE_CONDITION = {"maxNumConditions": 1, "debounceMs": 400}  # of a column's filter; the time is that between two letters
EMPTY = ("noRowsToShow", "noMatchingRows")  # the grid's keys of the words for no rows
COLUMNS = {column.name: column for column in ACTIVITIES}
THEME = (
    "themeQuartz.withParams({accentColor: 'var(--accent)', backgroundColor: 'var(--card)', "
    "foregroundColor: 'var(--ink)', borderColor: 'var(--line)', headerBackgroundColor: 'var(--card)', "
    "headerTextColor: 'var(--ink-2)', rowHoverColor: 'var(--accent-soft)', fontFamily: 'var(--sans)', "
    "fontSize: 14, headerFontWeight: 600, spacing: 6, wrapperBorderRadius: 0, wrapperBorder: false, "
    "oddRowBackgroundColor: 'var(--card)', selectedRowBackgroundColor: 'var(--accent-soft)'})"
)


def grid(language: str) -> dag.AgGrid:
    """Return the empty grid; a row opens by click or Enter."""
    return dag.AgGrid(
        id=ids.RECORDS,
        columnDefs=columns(SHOWN, "", language),
        rowModelType="infinite",  # the server sorts and filters all records
        getRowId="params.data.activity_id",
        defaultColDef={
            "resizable": True,
            "sortable": True,
            "sortingOrder": ["asc", "desc"],
            "filter": "agTextColumnFilter",
            "filterParams": ONE_CONDITION,
        },
        dashGridOptions={
            "theme": {"function": THEME},
            "rowSelection": {"mode": "singleRow", "checkboxes": False, "enableClickSelection": True},
            "animateRows": False,
            "cacheBlockSize": BLOCK,
            "maxBlocksInCache": MOST_BLOCKS,
            "maxConcurrentDatasourceRequests": 1,  # dash-ag-grid answers only the last that was asked
            "localeText": grid_words(language) | dict.fromkeys(EMPTY, word("empty_title", language)),
            "suppressCellFocus": False,
        },
        className="records-grid",
        style={"height": None, "width": None},
    )


def columns(names: Sequence[str], sort: str, language: str) -> list[dict[str, Any]]:
    """Return the definitions of columns; `sort` names one, with "-" before it for downwards."""
    direction = "desc" if sort.startswith("-") else "asc"
    by = sort.removeprefix("-")
    return [column(name, language) | {"sort": direction if name == by else None} for name in names]


def chosen_columns(show: str) -> tuple[str, ...]:
    """Return the columns that the address asks for; those that nobody knows are left out, and none means the usual."""
    return tuple(name for name in show.split(",") if name in COLUMNS) or SHOWN


def column(name: str, language: str) -> dict[str, Any]:
    """Return the definition of one column."""
    definition: dict[str, Any] = {
        "field": name,
        "headerName": column_label(name, language),
        "headerTooltip": column_description(name, language),
        "width": WIDTHS.get(name, WIDTH),
        "tooltipField": name,
    }
    if is_number(name):
        definition |= {"type": "rightAligned", "filter": "agNumberColumnFilter", "width": NUMBER_WIDTH}
    return definition  # of fixed width: a column that fills what is left keeps AG Grid's rows hidden on a phone


def rows(activities: Iterable[Mapping[str, Any]], language: str, names: Sequence[str] = SHOWN) -> list[dict[str, Any]]:
    """Return what the grid shows of each activity: words for codes, and its id."""
    return [
        {name: cell_of(activity, name, language) for name in names} | {"activity_id": activity["activity_id"]}
        for activity in activities
    ]


def cell_of(activity: Mapping[str, Any], name: str, language: str) -> Any:
    """Return one cell of an activity; a title that was made, in the reader's language; people as sure as stated."""
    if name in PEOPLE:
        return people_of(activity, name, language)
    return heading(activity, language) if name == "title" else cell(name, activity.get(name), language)


def cell(name: str, value: Any, language: str) -> Any:
    """Return one value in words; numbers stay numbers, so that they sort."""
    if value is None or value == "":
        return None
    if name == "review":
        return word(f"review_{value}", language)
    if isinstance(value, list | tuple):
        return ", ".join(label(name, member, language) for member in value)
    if isinstance(value, date_type):
        return date(value.isoformat(), language)
    if name in ("date", "end_date"):
        return date(value, language)
    return label(name, value, language) if isinstance(value, str) else value
