"""Hand corrections -> the list of what was changed, from what to what, why, by whom and when."""

from __future__ import annotations

from dashboard import queries
from dashboard.briefing.titles import made_title
from dashboard.charts import Chart, Row
from dashboard.headings import heading
from dashboard.parts.corrections import values, what
from dashboard.queries.answers import Correction
from dashboard.source import State
from dashboard.words import date, word

MOST = 500  # listed at once
HEADINGS = (
    "activity", "correction_what", "correction_old", "correction_new", "correction_why", "correction_by",
    "correction_date", "correction_standing", "place",
)  # fmt: skip


def corrections(state: State) -> Chart:
    """List the corrections that were at hand, those that no longer fit first."""
    language, found = state.view.lang, queries.corrections(state.data)
    rows, in_files = (tuple(row(one, stays, language) for one in found[:MOST]) for stays in (True, False))
    title = word("title_and_count", language, title=word("corrections_title", language), n=len(found))
    note = word("first_rows_only", language, n=MOST) if len(found) > MOST else ""
    headings = tuple(word(name, language) for name in HEADINGS)
    ids = tuple(one.activity_id if one.activity else "" for one in found[:MOST])
    return Chart({}, title, headings, rows, note, everything=True, file_rows=in_files, records=ids)


def row(one: Correction, stays: bool, language: str) -> Row:
    """Return the row of one correction; a title that leaves the page is made from the fields."""
    title = (heading(one.activity, language) if stays else made_title(one.activity, language)) if one.activity else ""
    old, new = values(one, language)
    standing = word(f"standing_{one.standing}", language)
    day = date(one.date, language)
    return (title or one.activity_id, what(one, language), old, new, one.reason, one.by, day, standing, one.place)
