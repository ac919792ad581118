"""A press on a format -> a job in the background; its progress, its end, and the address of its file."""

from __future__ import annotations

from typing import Any

from dash import ALL, ClientsideFunction, Dash, Input, Output, State, ctx, html, no_update
from flask import Response, abort, send_file

from dashboard import ids, queries
from dashboard.callbacks.briefing_state import Edits, Standing, wanted
from dashboard.exports.exchange.iati import left_out
from dashboard.exports.formats import FORMATS
from dashboard.exports.jobs import Jobs, folder_of_jobs
from dashboard.exports.order import Order
from dashboard.pages import briefing as page
from dashboard.settings import Settings
from dashboard.source import Source
from dashboard.source import State as Shown
from dashboard.words import word
from etl.vocabulary import slug

FILES = "/briefing-files/"
RUNNING, STILL = (False, False), (True, True)  # whether the pulse is off, and the progress is hidden
NAME = 60  # letters of a file's name


def register(app: Dash, source: Source, settings: Settings) -> None:
    """Register the callbacks and the address of the files."""
    jobs, prefix = Jobs(folder_of_jobs(settings.state)), app.config.requests_pathname_prefix.rstrip("/")
    serve(app, jobs)

    @app.callback(
        Output(page.JOB, "data"),
        Output(page.PULSE, "disabled"),
        Output(page.PROGRESS_BOX, "hidden"),
        Output(page.READY, "children"),
        Input({"type": "briefing-export", "format": ALL}, "n_clicks"),
        State(page.STANDING, "data"),
        State(page.EDITS, "data"),
        prevent_initial_call=True,
    )
    def start(clicks: list[int], shown: Standing | None, edits: Edits) -> tuple[Any, ...]:
        if not shown or not any(clicks):
            return no_update, no_update, no_update, no_update
        return jobs.start(order(source, settings, shown[1], edits, ctx.triggered_id["format"])), *RUNNING, None

    @app.callback(
        Output(page.PROGRESS, "value"),
        Output(page.PULSE, "disabled", allow_duplicate=True),
        Output(page.PROGRESS_BOX, "hidden", allow_duplicate=True),
        Output(page.READY, "children", allow_duplicate=True),
        Input(page.PULSE, "n_intervals"),
        State(page.JOB, "data"),
        State(ids.LOCATION, "search"),
        prevent_initial_call=True,
    )
    def watch(pulse: int, key: str, search: str) -> tuple[Any, ...]:
        state, job = source.state(search), jobs.get(key)
        language = state.view.lang
        if job is None:
            return "0", *STILL, word("briefing_cancelled", language)
        if job.failed:
            return "0", *STILL, word("briefing_failed", language, why=job.failed)
        if job.file is None:
            return str(round(job.share * 100)), *RUNNING, no_update
        link = html.A(ready(job.name, state), href=prefix + FILES + key, id="briefing-file", download=job.name)
        return "100", *STILL, link

    @app.callback(
        Output(page.JOB, "data", allow_duplicate=True), Input(page.CANCEL, "n_clicks"), State(page.JOB, "data"),
        prevent_initial_call=True,
    )  # fmt: skip
    def cancel(clicks: int, key: str) -> Any:
        if clicks and key:
            jobs.cancel(key)
        return no_update

    app.clientside_callback(  # type: ignore[no-untyped-call]
        ClientsideFunction("briefing", "take"), Output(page.READY, "title"), Input(page.READY, "children")
    )


def ready(name: str, state: Shown) -> str:
    """Return the words of a finished file; of IATI, which has no place for them, how many undated records lack."""
    said = word("briefing_ready", state.view.lang, name=name)
    if not name.endswith(FORMATS["iati"].ending):
        return said
    undated = left_out(queries.all_records(state.data, state.filters))
    return f"{said}. {word('briefing_iati_left_out', state.view.lang, n=undated)}" if undated else said


def order(source: Source, settings: Settings, search: str, edits: Edits, name: str) -> Order:
    """Return what a press on a format orders: the page as it is, and what the file is called."""
    state = source.state(search)
    view, options = state.view, wanted(state, edits)
    title = slug(options.title or word("briefing_title", view.lang))[:NAME].strip("-") or "briefing"
    made = FORMATS[name]
    file_name = f"{title}.{made.ending}"
    places = settings.data, search, options, settings.template, settings.public_url
    return Order(name, file_name, made.media_type, *places)


def serve(app: Dash, jobs: Jobs) -> None:
    """Hand out finished files by the key of their job."""

    @app.server.route(f"{app.config.routes_pathname_prefix.rstrip('/')}{FILES}<key>")  # type: ignore[untyped-decorator]
    def file(key: str) -> Response:
        job = jobs.get(key)
        if job is None or job.file is None:
            abort(404)
        answer = send_file(job.file, job.media_type, as_attachment=True, download_name=job.name)
        answer.headers["Cache-Control"] = "no-store"
        return answer
