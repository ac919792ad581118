"""The records: a row opens its evidence, next and previous walk through the list, the download holds the whole list."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from dash import Dash, Input, Output, State, ctx, no_update

from dashboard import ids, queries
from dashboard.address import write
from dashboard.column_filters import read
from dashboard.exports.note import note
from dashboard.exports.records_csv import records_csv
from dashboard.parts.evidence import evidence
from dashboard.source import Source
from dashboard.words import word

SEARCH = Output(ids.LOCATION, "search", allow_duplicate=True)


def register(app: Dash, source: Source, public_url: str) -> None:
    """Register the callbacks."""

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
        State(ids.LOCATION, "search"),
        prevent_initial_call=True,
    )
    def leave_record(previous: int, following: int, close: int, search: str) -> Any:
        if not any((previous, following, close)):
            return no_update  # a panel that has just been opened
        state = source.state(search)
        view, step = state.view, {ids.RECORD_PREVIOUS: -1, ids.RECORD_NEXT: 1}.get(ctx.triggered_id, 0)
        if not step:
            return write(state.filters, replace(view, record=""))
        asked = (view.record, step, view.sort, read(view.where), view.lang)
        return write(state.filters, replace(view, record=queries.neighbour(state.data, state.filters, *asked)))

    let_download(app, source, public_url)


def let_download(app: Dash, source: Source, public_url: str) -> None:
    """Let the button hand out all records that pass the filters, those of the grid's columns too."""

    @app.callback(
        Output(ids.DOWNLOAD, "data"),
        Input(ids.DOWNLOAD_RECORDS, "n_clicks"),
        State(ids.OWN_TITLES, "checked"),
        State(ids.LOCATION, "search"),
        prevent_initial_call=True,
    )
    def download(clicks: int, own_titles: bool, search: str) -> Any:
        if not clicks:
            return no_update
        state = source.state(search)
        asked, language = read(state.view.where), state.view.lang
        sort = state.view.sort or "-date"
        found = queries.all_records(state.data, state.filters, sort=sort, columns=asked, language=language)
        lines = note(state, public_url)
        if asked:  # the filters of the columns count too
            lines.insert(2, word("column_filters", language, n=len(found)))
        text = records_csv(found, " ".join(lines), bool(own_titles))
        return {"content": text, "filename": "records.csv", "type": "text/csv", "base64": False}
