"""The records: the grid follows the state, a row opens its evidence, the download holds what passes the filters."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from dash import Dash, Input, Output, State, ctx, no_update

from dashboard import ids, queries
from dashboard.address import write
from dashboard.exports.records_csv import records_csv
from dashboard.parts.evidence import evidence
from dashboard.parts.records import chosen_columns, columns, rows
from dashboard.parts.shell import PAGES
from dashboard.sentence import sentence
from dashboard.source import Source
from dashboard.words import date, share, word

MOST_ROWS = 300  # in the grid below other things; the download has all
MOST_ROWS_ALONE = 3_000  # on the page of its own
LIST = "records-list"
SEARCH = Output(ids.LOCATION, "search", allow_duplicate=True)


def register(app: Dash, source: Source, public_url: str) -> None:
    """Register the callbacks."""

    @app.callback(
        Output(ids.RECORDS, "rowData"),
        Output(ids.RECORDS, "columnDefs"),
        Output(ids.title(LIST), "children"),
        Output(ids.subtitle(LIST), "children"),
        Input(ids.SHOWN, "data"),
        State(ids.LOCATION, "pathname"),
    )
    def show_records(shown: list[str] | None, path: str) -> tuple[Any, ...]:
        state = source.state(*shown or [""])
        view, most = state.view, MOST_ROWS_ALONE if path == PAGES["records"] else MOST_ROWS
        page, names = queries.records(state.data, state.filters, view.sort, 0, most), chosen_columns(view.show)
        title = f"{word('records_title', view.lang)}: {word('n_activities', view.lang, n=page.total)}"
        note = word("first_rows", view.lang, n=most) if page.total > most else ""
        words = " · ".join(filter(None, (sentence(state.filters, view.lang), note)))
        return rows(page.rows, view.lang, names), columns(names, view.sort, view.lang), title, words

    @app.callback(SEARCH, Input(ids.RECORDS, "columnState"), State(ids.LOCATION, "search"), prevent_initial_call=True)
    def sort(columns_now: list[dict[str, Any]] | None, search: str) -> Any:
        state, by = source.state(search), sorted_by(columns_now or [])
        return no_update if by in ("", state.view.sort) else write(state.filters, replace(state.view, sort=by))

    @app.callback(
        SEARCH,
        Output(ids.RECORDS, "selectedRows"),
        Input(ids.RECORDS, "selectedRows"),
        State(ids.LOCATION, "search"),
        prevent_initial_call=True,
    )
    def open_record(selected: list[dict[str, Any]] | None, search: str) -> tuple[Any, Any]:
        if not selected:
            return no_update, no_update
        state = source.state(search)
        return write(state.filters, replace(state.view, record=selected[0]["activity_id"])), []

    @app.callback(
        Output(ids.RECORD, "children"),
        Output(ids.RECORD, "hidden"),
        Input(ids.OPENED, "data"),
        State(ids.LANGUAGE_ASKED, "data"),
    )
    def show_record(opened: str, language: str) -> tuple[Any, bool]:
        found = queries.record(source.data(), opened) if opened else None
        return evidence(found, language) if found else None, found is None

    @app.callback(
        SEARCH,
        Input(ids.RECORD_PREVIOUS, "n_clicks"),
        Input(ids.RECORD_NEXT, "n_clicks"),
        Input(ids.RECORD_CLOSE, "n_clicks"),
        State(ids.RECORDS, "virtualRowData"),
        State(ids.LOCATION, "search"),
        prevent_initial_call=True,
    )
    def leave_record(
        previous: int, following: int, close: int, listed: list[dict[str, Any]] | None, search: str
    ) -> Any:
        if not any((previous, following, close)):
            return no_update  # a panel that has just been opened
        state = source.state(search)
        step = {ids.RECORD_PREVIOUS: -1, ids.RECORD_NEXT: 1}.get(ctx.triggered_id, 0)
        names = [row["activity_id"] for row in listed or []]
        return write(state.filters, replace(state.view, record=neighbour(names, state.view.record, step)))

    let_download(app, source, public_url)


def let_download(app: Dash, source: Source, public_url: str) -> None:
    """Let the button hand out all records that pass the filters, those of the grid's columns too."""

    @app.callback(
        Output(ids.DOWNLOAD, "data"),
        Input(ids.DOWNLOAD_RECORDS, "n_clicks"),
        State(ids.LOCATION, "search"),
        State(ids.RECORDS, "filterModel"),
        State(ids.RECORDS, "virtualRowData"),
        prevent_initial_call=True,
    )
    def download(clicks: int, search: str, filtered: dict[str, Any] | None, listed: list[dict[str, Any]] | None) -> Any:
        if not clicks:
            return no_update
        state = source.state(search)
        totals, language = queries.totals(state.data, state.filters), state.view.lang
        parts = [
            sentence(state.filters, language),
            word("n_activities", language, n=totals.activities),
            word("reviewed", language, share=share(totals.reviewed, totals.activities, language)),
            word("data_date", language, date=date(totals.data_date, language)),
            public_url + write(state.filters, state.view),
        ]
        found = queries.all_records(state.data, state.filters)
        if filtered:  # the filters of the columns count too
            names = {row["activity_id"] for row in listed or []}
            found = [record for record in found if record["activity_id"] in names]
            parts.insert(2, word("column_filters", language, n=len(found)))
        text = records_csv(found, ". ".join(parts))
        return {"content": text, "filename": "records.csv", "type": "text/csv", "base64": False}


def sorted_by(columns_now: list[dict[str, Any]]) -> str:
    """Return the column that the grid is sorted by, with "-" before it for downwards; "" for none."""
    found = next((column for column in columns_now if column.get("sort")), None)
    return f"{'-' if found['sort'] == 'desc' else ''}{found['colId']}" if found else ""


def neighbour(names: list[str], name: str, step: int) -> str:
    """Return the name `step` places further in the list; "" for no step, the same name at the ends."""
    if not step:
        return ""
    place = names.index(name) + step if name in names else -1
    return names[place] if 0 <= place < len(names) else name
