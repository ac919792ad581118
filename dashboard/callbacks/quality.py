"""The quality page: the state of all data, whatever the filters; what is new since an earlier run."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from dash import Dash, Input, Output, no_update
from dash import State as FromPage

from dashboard import ids, queries
from dashboard.address import write
from dashboard.briefing.titles import made_title
from dashboard.callbacks.drawing import SEARCH, Draw, draw_page
from dashboard.charts import Chart, Row
from dashboard.figures.columns import columns
from dashboard.figures.shares import shares
from dashboard.labels import column_label, label
from dashboard.pages import quality as page
from dashboard.queries.by_document import ASKED
from dashboard.queries.by_document import Source as Document
from dashboard.queries.looked_at import BANDS
from dashboard.source import Source, State
from dashboard.words import date, share, word
from etl import vocabulary

FIRST = "first"  # the choice of the first run


def register(app: Dash, source: Source) -> None:
    """Register the callbacks."""
    draw_page(app, source, CHARTS, {name: draw for name, draw in TABLES.items() if name != page.CHECKS})
    draw_page(app, source, {}, {page.CHECKS: checks})  # the first time they take a moment: the others do not wait
    control = ids.view_control("since")

    @app.callback(Output(control, "data"), Output(control, "value"), Input(ids.SHOWN, "data"))
    def offer(shown: list[str] | None) -> tuple[Any, str]:
        state = source.state(*shown or [""])
        return choices(state), state.view.since or FIRST

    @app.callback(SEARCH, Input(control, "value"), FromPage(ids.LOCATION, "search"), prevent_initial_call=True)
    def choose(value: str | None, search: str) -> Any:
        state = source.state(search)
        if value is None or value == (state.view.since or FIRST):
            return no_update
        return write(state.filters, replace(state.view, since="" if value == FIRST else value))


def completeness(state: State) -> Chart:
    """Draw how many activities state each field."""
    language, found = state.view.lang, queries.quality(state.data).completeness
    lines = sorted(found, key=lambda line: -line.stated)
    figure = shares(
        [(column_label(line.field, language), line.stated, line.of) for line in lines], language, state.theme
    )
    headings = tuple(word(key, language) for key in ("field", "stated", "of_all", "confidence"))
    rows: list[Row] = [
        (
            column_label(line.field, language),
            line.stated,
            share(line.stated, line.of, language),
            percent(line.confidence, state),
        )
        for line in lines
    ]
    return Chart(figure, word("completeness", language), headings, tuple(rows), everything=True)


def confidence(state: State) -> Chart:
    """Draw how many activities are how sure."""
    language = state.view.lang
    counts = [option.activities for option in queries.by_confidence(state.data)]
    bounds = zip(BANDS, BANDS[1:], strict=False)
    names = [f"{round(low * 100)}–{share(round(high * 100), 100, language)}" for low, high in bounds]
    rows = tuple(zip(names, counts, strict=True))
    headings = (word("confidence", language), word("measure_activities", language))
    return Chart(
        columns(rows, language, state.theme), word("confidence_title", language), headings, rows, everything=True
    )


def by_source(state: State) -> Chart:
    """List how much the tellings of each document state."""
    language, found = state.view.lang, queries.by_document(state.data)
    headings = (
        word("documents", language),
        word("mentions_found", language),
        *(column_label(name, language) for name in ASKED),
        word("confidence", language),
    )
    rows = tuple(by_source_row(one, name_of(one.row), state) for one in found)
    in_files = tuple(by_source_row(one, one.row["document"], state) for one in found)
    return Chart({}, word("by_source_title", language), headings, rows, everything=True, file_rows=in_files)


def by_source_row(one: Document, name: str, state: State) -> Row:
    """Return the row of a document under a name: tellings, the share that states each field, confidence."""
    shares_of = (share(stated, one.of, state.view.lang) for stated in one.stated)
    return (name, one.of, *shares_of, percent(one.confidence, state))


def freshness(state: State) -> Chart:
    """List how old the documents are, and what they tell of."""
    language = state.view.lang
    names = ("documents", "data_of", "period_covered", "newest_activity", "language", "items_read", "warnings")
    found = queries.by_document(state.data)
    rows = tuple(freshness_row(one, name_of(one.row), language) for one in found)
    in_files = tuple(freshness_row(one, one.row["document"], language) for one in found)
    note = word("data_date", language, date=date(state.data.date, language)) if state.data.date else ""
    headings = tuple(word(name, language) for name in names)
    return Chart({}, word("freshness_title", language), headings, rows, note, True, in_files)


def freshness_row(one: Document, name: str, language: str) -> Row:
    """Return the row of a document under a name."""
    published, newest = (date(day or "", language) for day in (one.row["published"], one.last))
    covered = span(one.row["period_from"] or "", one.row["period_to"] or "", language)
    return (name, published, covered, newest, one.row["language"], one.row["items"], "; ".join(one.row["warnings"]))


def checks(state: State) -> Chart:
    """List the checks of the tables and what fails."""
    language, found = state.view.lang, queries.checks(state.data)
    headings = (word("checks", language), word("result", language), word("what_fails", language))
    rows: list[Row] = [
        (
            check.what,
            word(f"check_{'passed' if check.passed else 'failed' if check.required else 'look'}", language),
            check.message,
        )
        for check in found
    ]
    note = "" if found else word("checks_too_large", language)
    return Chart({}, word("checks", language), headings, tuple(rows), note, everything=True)


def flags(state: State) -> Chart:
    """List the flags with what they mean and how many activities carry each."""
    language = state.view.lang
    meanings = {code: vocabulary.definition("flags", code, language) for code in vocabulary.codes("flags")}
    headings = (word("flags", language), word("measure_activities", language), word("meaning", language))
    rows: list[Row] = [
        (label("flags", flag.value, language), flag.activities, meanings.get(flag.value, ""))
        for flag in queries.quality(state.data).flags
    ]
    return Chart({}, word("flags", language), headings, tuple(rows), everything=True)


def flagged(state: State) -> Chart:
    """List the activities that a person should look at, dates that break their order first."""
    return activities(
        state, queries.flagged(state.data), "flagged_title", ("title", "date", "flags", "confidence", "sources")
    )


def reviewed(state: State) -> Chart:
    """List what a person has corrected or checked."""
    return activities(state, queries.reviewed(state.data), "reviewed_title", ("title", "review", "date", "sources"))


def activities(state: State, found: tuple[dict[str, Any], ...], title: str, names: tuple[str, ...]) -> Chart:
    """List activities with some of their columns, the title first."""
    language = state.view.lang
    rows = tuple(tuple(cell(name, row[name], state) for name in names) for row in found)
    in_files = tuple((made_title(row, language), *cells[1:]) for row, cells in zip(found, rows, strict=True))
    words = word("title_and_count", language, title=word(title, language), n=len(found))
    headings = tuple(column_label(name, language) for name in names)
    return Chart({}, words, headings, rows, everything=True, file_rows=in_files)


def cell(name: str, value: Any, state: State) -> str:
    """Write one value of an activity."""
    language = state.view.lang
    if name in ("flags", "sources"):
        return ", ".join(label("flags", one, language) if name == "flags" else one for one in value)
    if name == "confidence":
        return percent(value, state)
    if name == "review":
        return word(f"review_{value}", language)
    return date(value or "", language) if name == "date" else str(value or "")


def merged(state: State) -> Chart:
    """List which tellings were taken as one activity, and why; the least sure first."""
    language = state.view.lang
    names = ("activity", "telling", "other_telling", "why_merged", "likeness")
    rows: list[Row] = [
        (one.title, one.first, one.second, one.why, share(round(one.score * 100), 100, language))
        for one in queries.merged(state.data)
    ]
    in_files = tuple((one.activity_id, *row[1:]) for one, row in zip(queries.merged(state.data), rows, strict=True))
    title = word("merged_title", language, n=queries.quality(state.data).merged_activities)
    headings = tuple(word(name, language) for name in names)
    return Chart({}, title, headings, tuple(rows), everything=True, file_rows=in_files)


def changes(state: State) -> Chart:
    """List what runs did to activities since an earlier one."""
    language = state.view.lang
    found = queries.changes(state.data, state.view.since)
    names = ("activity", "change", "fields_changed", "run")
    rows: list[Row] = [
        (
            one.title or one.activity_id,
            word(f"change_{one.change}", language),
            ", ".join(column_label(name, language) for name in one.fields),
            run_name(one.run, state),
        )
        for one in found
    ]
    counts = {kind: sum(one.change == kind for one in found) for kind in ("new", "changed", "withdrawn")}
    in_files = tuple((one.activity_id, *row[1:]) for one, row in zip(found, rows, strict=True))
    headings, title = tuple(word(name, language) for name in names), word("changes_title", language, **counts)
    _, sure = queries.run_before(state.data, state.view.since)
    note = "" if sure else word("since_unknown", language, date=date(state.view.since, language))
    return Chart({}, title, headings, tuple(rows), note, everything=True, file_rows=in_files)


def choices(state: State) -> list[dict[str, str]]:
    """Return the runs since which changes can be told, the newest first."""
    names = [name for (name,) in state.data.rows("select distinct run from changes order by run desc")]
    kept = [name for name, _ in state.data.history]
    runs = sorted({*names, *kept} - {state.data.run}, reverse=True)
    first = {"value": FIRST, "label": word("first_run", state.view.lang)}
    offered = [first, *({"value": run, "label": run_name(run, state)} for run in runs)]
    asked = state.view.since
    if asked and all(one["value"] != asked for one in offered):  # a day in the address
        offered.append({"value": asked, "label": date(asked, state.view.lang)})
    return offered


def run_name(run: str, state: State) -> str:
    """Name a run by its number, and by its day where that is kept."""
    day = dict(state.data.history).get(run, "")[:10]
    number = run.split("-")[0].lstrip("0")
    when = f", {date(day, state.view.lang)}" if day else ""
    return word("run_number", state.view.lang, number=number) + when


def percent(value: float | None, state: State) -> str:
    """Write a confidence from 0 to 1; "" where there is none."""
    return "" if value is None else share(round(value * 100), 100, state.view.lang)


def name_of(document: dict[str, Any]) -> str:
    """Return the title of a document, else its path."""
    return str(document["title"] or document["document"])


def span(first: str, last: str, language: str) -> str:
    """Write a period; "" where none is known."""
    return f"{date(first, language)} – {date(last, language)}" if first or last else ""


CHARTS: dict[str, Draw] = {page.COMPLETENESS: completeness, page.CONFIDENCE: confidence}
TABLES: dict[str, Draw] = {
    page.FLAGS: flags,
    page.BY_SOURCE: by_source,
    page.FRESHNESS: freshness,
    page.CHECKS: checks,
    page.FLAGGED: flagged,
    page.MERGED: merged,
    page.REVIEWED: reviewed,
    page.CHANGES: changes,
}
