"""The records: the grid follows the state, a row opens its evidence, the download holds what passes the filters."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from dash import Dash, Input, Output, State, ctx, no_update

from dashboard import ids, queries
from dashboard.address import write
from dashboard.exports.records_csv import records_csv
from dashboard.parts.evidence import evidence
from dashboard.parts.records import rows
from dashboard.sentence import sentence
from dashboard.source import Source
from dashboard.words import date, share, word

MOST_ROWS = 300  # in the grid; the download has all
LIST = "records-list"
SEARCH = Output(ids.LOCATION, "search", allow_duplicate=True)


def register(app: Dash, source: Source, public_url: str) -> None:
    """Register the callbacks."""

    @app.callback(
        Output(ids.RECORDS, "rowData"),
        Output(ids.title(LIST), "children"),
        Output(ids.subtitle(LIST), "children"),
        Input(ids.SHOWN, "data"),
    )
    def show_records(shown: list[str] | None) -> tuple[Any, ...]:
        state = source.state(*shown or [""])
        page, language = queries.records(state.data, state.filters, state.view.sort, 0, MOST_ROWS), state.view.lang
        title = f"{word('records_title', language)}: {word('n_activities', language, n=page.total)}"
        return rows(page.rows, language), title, sentence(state.filters, language)

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

    @app.callback(
        Output(ids.DOWNLOAD, "data"),
        Input(ids.DOWNLOAD_RECORDS, "n_clicks"),
        State(ids.LOCATION, "search"),
        prevent_initial_call=True,
    )
    def download(clicks: int, search: str) -> Any:
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
        text = records_csv(queries.all_records(state.data, state.filters), ". ".join(parts))
        return {"content": text, "filename": "records.csv", "type": "text/csv", "base64": False}


def neighbour(names: list[str], name: str, step: int) -> str:
    """Return the name `step` places further in the list; "" for no step, the same name at the ends."""
    if not step:
        return ""
    place = names.index(name) + step if name in names else -1
    return names[place] if 0 <= place < len(names) else name
