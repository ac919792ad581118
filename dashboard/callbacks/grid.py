"""The grid of records: its rows, columns, order and filters are those of the address."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from dash import ClientsideFunction, Input, Output, State, ctx, no_update

from dashboard import ids, queries
from dashboard.address import write
from dashboard.column_filters import from_grid, read, to_grid, written
from dashboard.following import Dashboard
from dashboard.parts.records import BLOCK, chosen_columns, columns, rows
from dashboard.sentence import sentence
from dashboard.source import Source
from dashboard.words import word

MOST_ROWS = 100_000_000  # no table has more; what asks for a later row is no grid
LIST = "records-list"
SEARCH = Output(ids.LOCATION, "search", allow_duplicate=True)


def register(app: Dashboard, source: Source) -> None:
    """Register the callbacks."""

    @app.follows(Output(ids.RECORDS, "columnDefs"), Output(ids.RECORDS, "filterModel"))
    def show_columns(shown: list[str] | None) -> tuple[Any, Any]:
        view = source.state(*shown or [""]).view
        return columns(chosen_columns(view.show), view.sort, view.lang), to_grid(read(view.where))

    app.clientside_callback(  # type: ignore[no-untyped-call]
        ClientsideFunction("later", "grid"), Output(ids.GRID_PLACE, "children"), Input(ids.GRID_LATER, "data")
    )

    app.clientside_callback(  # type: ignore[no-untyped-call]
        ClientsideFunction("records", "askAgain"), Input(ids.SHOWN, "data"), prevent_initial_call=True
    )

    @app.callback(
        Output(ids.RECORDS, "getRowsResponse"),
        Output(ids.title(LIST), "children"),
        Output(ids.subtitle(LIST), "children"),
        Input(ids.RECORDS, "getRowsRequest"),
        State(ids.LOCATION, "search"),
        prevent_initial_call=True,
    )
    def show_rows(asked: dict[str, Any] | None, search: str) -> tuple[Any, ...]:
        state, start = source.state(search), first_row(asked)
        view, columns_asked = state.view, read(state.view.where)
        page = queries.records(
            state.data, state.filters, view.sort, start, BLOCK, columns=columns_asked, language=view.lang
        )
        found = rows(page.rows, view.lang, chosen_columns(view.show))
        total = queries.totals(state.data, state.filters).activities
        counted = word("n_activities", view.lang, n=total)
        title = word("title_and_count", view.lang, title=word("records_title", view.lang), n=counted)
        narrowed = [word("column_filters", view.lang, n=page.total)] if columns_asked else []
        words = " · ".join([sentence(state.filters, view.lang), *narrowed])
        return {"rowData": found, "rowCount": page.total}, title, words

    @app.callback(
        SEARCH,
        Input(ids.RECORDS, "columnState"),
        Input(ids.RECORDS, "filterModel"),
        State(ids.LOCATION, "search"),
        prevent_initial_call=True,
    )
    def follow_grid(columns_now: list[dict[str, Any]] | None, model: Any, search: str) -> Any:
        state = source.state(search)
        view = replace(state.view, sort=sorted_by(columns_now or []) or state.view.sort)
        if f"{ids.RECORDS}.filterModel" in ctx.triggered_prop_ids:
            view = replace(view, where=written(from_grid(model)))
        return no_update if view == state.view else write(state.filters, view)


def first_row(asked: Any) -> int:
    """Return the row from which the grid asks for more."""
    start = asked.get("startRow") if isinstance(asked, dict) else 0
    return start if isinstance(start, int) and 0 <= start <= MOST_ROWS else 0


def sorted_by(columns_now: list[dict[str, Any]]) -> str:
    """Return the column that the grid is sorted by, with "-" before it for downwards; "" for none."""
    found = next((column for column in columns_now if column.get("sort")), None)
    return f"{'-' if found['sort'] == 'desc' else ''}{found['colId']}" if found else ""
