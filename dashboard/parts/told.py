"""Activities told more than once -> a list of groups: each opens to its tellings, why they are one, and its record."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from dash import dcc, html

from dashboard.address import write
from dashboard.cells import PEOPLE, people_of
from dashboard.labels import column_label
from dashboard.parts.evidence import merges, place
from dashboard.parts.records import cell
from dashboard.queries.told import Told
from dashboard.source import State
from dashboard.words import date, percent, word

COMPARED = ("title", "date", "country", "host_country", "participants", "trained", "donors")  # where tellings differ


def groups(found: Sequence[Told], state: State) -> list[Any]:
    """Return one group for each activity, closed."""
    return [group(one, state) for one in found]


def group(one: Told, state: State) -> html.Details:
    """Return an activity with its tellings beside each other."""
    language, activity = state.view.lang, one.activity
    parts = (date(activity["date"] or "", language), cell("country", activity["country"], language))
    told = word("n_mentions", language, n=len(one.tellings))
    words = html.Span(" · ".join(filter(None, (*parts, told))), className="group-facts")
    target = "/records" + write(state.filters, replace(state.view, record=activity["activity_id"]))
    link = html.P(dcc.Link(word("open_record", language), href=target), className="claim-links")
    inside = [tellings(one, language), *merges(one.merges, language), link]
    return html.Details([html.Summary([html.Strong(activity["title"]), " ", words]), *inside], className="group")


def tellings(one: Told, language: str) -> html.Div:
    """Return the tellings as a table: where each stands, what it says, how sure it is."""
    heads = (
        word("telling", language),
        *(column_label(name, language) for name in COMPARED),
        word("confidence", language),
    )
    head = html.Thead(html.Tr([html.Th(name, scope="col") for name in heads]))
    body = html.Tbody([html.Tr(cells(row, language)) for row in one.tellings])
    table = html.Table([head, body], className="twin")
    return html.Div(table, className="plain-table", tabIndex=0, role="group", title=one.activity["title"])


def cells(row: dict[str, Any], language: str) -> list[Any]:
    """Return the cells of one telling."""
    said = [
        html.Td(people_of(row, name, language) if name in PEOPLE else cell(name, row[name], language))
        for name in COMPARED
    ]
    where = html.Th(f"{row['document']}, {place(row, language)}", scope="row")
    return [where, *said, html.Td(percent(row["confidence"], language))]


def pager(start: int, count: int, total: int, state: State) -> html.P | None:
    """Return the ways to the pages before and after; none where all are on one."""
    if total <= count:
        return None
    page, last = start // count + 1, -(-total // count)
    found: list[Any] = [word("page_of", state.view.lang, page=page, of=last)]
    for words, other in (("page_before", page - 1), ("page_after", page + 1)):
        if 1 <= other <= last:
            target = write(state.filters, replace(state.view, page=str(other) if other > 1 else ""))
            found += [" · ", dcc.Link(word(words, state.view.lang), href=f"/records{target}")]
    return html.P(found, className="bridge")
