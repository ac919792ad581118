"""Checks, flags and reviews -> what a person should look at, and what a person has looked at."""

from __future__ import annotations

from typing import Any

from dashboard import queries
from dashboard.briefing.titles import made_title
from dashboard.charts import Chart, Row
from dashboard.headings import heading
from dashboard.labels import column_label, label
from dashboard.source import State
from dashboard.words import date, percent, word
from dashboard.words.sentences import said
from etl import vocabulary
from etl.checks import MOST_ROWS, Check


def checks(state: State) -> Chart:
    """List the checks of the tables and what fails."""
    language, found = state.view.lang, queries.checks(state.data)
    headings = (word("checks", language), word("result", language), word("what_fails", language))
    rows: list[Row] = [
        (
            said(check.what, language),
            word(f"check_{'passed' if check.passed else 'failed' if check.required else 'look'}", language),
            message(check, language),
        )
        for check in found
    ]
    note = "" if found else word("checks_too_large", language)
    return Chart({}, word("checks", language), headings, tuple(rows), note, everything=True)


def message(check: Check, language: str) -> str:
    """Say what fails, where, and what to do; "" where nothing does."""
    if check.passed:
        return ""
    rows = "; ".join(said(row, language) for row in check.rows[:MOST_ROWS])
    left = len(check.rows) - MOST_ROWS
    more = f" {word('and_more_names', language, n=left)}" if left > 0 else ""
    return f"{rows}{more}. {said(check.mend, language)}"


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
    shown = [row | {"title": heading(row, language)} for row in found]
    rows = tuple(tuple(cell(name, row[name], state) for name in names) for row in shown)
    in_files = tuple((made_title(row, language), *cells[1:]) for row, cells in zip(found, rows, strict=True))
    words = word("title_and_count", language, title=word(title, language), n=len(found))
    headings = tuple(column_label(name, language) for name in names)
    ids = tuple(row["activity_id"] for row in found)
    return Chart({}, words, headings, rows, everything=True, file_rows=in_files, records=ids)


def cell(name: str, value: Any, state: State) -> str:
    """Write one value of an activity."""
    language = state.view.lang
    if name in ("flags", "sources"):
        return ", ".join(label("flags", one, language) if name == "flags" else one for one in value)
    if name == "confidence":
        return percent(value, language)
    if name == "review":
        return word(f"review_{value}", language)
    return date(value or "", language) if name == "date" else str(value or "")
