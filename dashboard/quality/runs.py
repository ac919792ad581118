"""Runs -> which tellings they took as one activity, and what they changed."""

from __future__ import annotations

from dashboard import queries
from dashboard.charts import Chart, Row
from dashboard.headings import heading
from dashboard.labels import column_label
from dashboard.source import State
from dashboard.words import date, share, word
from dashboard.words.sentences import said

FIRST = "first"  # the choice of the first run


def merged(state: State) -> Chart:
    """List which tellings were taken as one activity, and why; the least sure first."""
    language = state.view.lang
    names = ("activity", "telling", "other_telling", "why_merged", "likeness")
    rows: list[Row] = [
        (
            heading(one.activity, language),
            one.first,
            one.second,
            said(one.why, language),
            share(round(one.score * 100), 100, language),
        )
        for one in queries.merged(state.data)
    ]
    ids = tuple(one.activity["activity_id"] for one in queries.merged(state.data))
    in_files = tuple((name, *row[1:]) for name, row in zip(ids, rows, strict=True))
    title = word("merged_title", language, n=queries.quality(state.data).merged_activities)
    headings = tuple(word(name, language) for name in names)
    return Chart({}, title, headings, tuple(rows), everything=True, file_rows=in_files, records=ids)


def changes(state: State) -> Chart:
    """List what runs did to activities since an earlier one."""
    language = state.view.lang
    found = queries.changes(state.data, state.view.since)
    names = ("activity", "change", "fields_changed", "run")
    rows: list[Row] = [
        (
            heading(one.activity, language) if one.activity else one.activity_id,
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
    ids = tuple(one.activity_id if one.activity else "" for one in found)
    return Chart({}, title, headings, tuple(rows), note, everything=True, file_rows=in_files, records=ids)


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
