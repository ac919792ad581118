"""One activity with all that speaks for it -> the panel of evidence: each field, its words, place, rule, confidence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from dash import html

from dashboard.briefing.clean import clean
from dashboard.headings import heading as title_of
from dashboard.labels import column_label, label
from dashboard.parts.attributes import attributes
from dashboard.parts.corrections import corrections
from dashboard.parts.icon import with_icon
from dashboard.parts.records import cell_of
from dashboard.queries.answers import Record
from dashboard.words import date, share, word
from dashboard.words.sentences import said

Row = Mapping[str, Any]
DATES = ("date", "end_date", "date_earliest", "date_latest")


def evidence(record: Record, language: str) -> list[Any]:
    """Return the panel's inside: heading, what a person said, the mentions, why they are one, what runs changed."""
    record = clean(record)
    quotes = any(row.get("quote") for rows in record.evidence.values() for row in rows)
    return [
        heading(record.activity, language),
        *corrections(record.corrections, language),
        None if quotes else html.P(word("no_quote", language), className="panel-note"),
        html.H3(word("mentions", language)),
        *[mention(row, record.evidence.get(row["mention_id"], ()), language) for row in record.mentions],
        *merges(record.merges, language),
        *history(record.changes, language),
    ]


def heading(activity: Row, language: str) -> html.Header:
    """Return what the activity is, who has checked it, and the ways to its neighbours."""
    fields = ("date", "kind", "country", "host_country", "participants", "trained", "donors", "flags")
    shown = [(column_label(name, language), cell_of(activity, name, language)) for name in fields]
    pairs = [html.Div([html.Dt(name), html.Dd(str(value))]) for name, value in shown if value not in (None, "", [])]
    buttons = [
        panel_button("record-previous", "previous", word("previous", language)),
        panel_button("record-next", "next", word("next", language)),
        panel_button("record-close", "close", word("close", language)),
    ]
    review = html.Span(word(f"review_{activity['review']}", language), className="review")
    title = html.Div([html.H2(title_of(activity, language), id="record-title"), review])
    return html.Header(
        [html.Div([title, html.Div(buttons, className="card-tools")], className="card-head"), html.Dl(pairs)]
    )


def panel_button(identity: str, picture: str, label: str) -> html.Button:
    """Return a button of the panel's head."""
    return html.Button(
        id=identity,
        className=with_icon(picture, "tool"),
        type="button",
        n_clicks=0,
        title=label,
        **attributes(aria_label=label),
    )


def mention(row: Row, found: Sequence[Row], language: str) -> html.Details:
    """Return one telling with the evidence for its fields, the values that lost below."""
    where = f"{row['document']}, {place(row, language)}"
    chosen = [line(entry, language) for entry in found if entry["chosen"]]
    lost = [line(entry, language) for entry in found if not entry["chosen"]]
    inside: list[Any] = [html.Summary(where), html.Ul(chosen, className="proofs")]
    if lost:
        inside += [html.H4(word("not_chosen", language)), html.Ul(lost, className="proofs proofs-lost")]
    return html.Details(inside, open=True, className="mention")


def line(entry: Row, language: str) -> html.Li:
    """Return one field's value, the words that say so, and how it was found."""
    name = column_label(entry["field"], language)
    values = [proposed(entry["field"], value, language) for value in (entry["value"] or "").split(";")]
    how = f"{place(entry, language)} · {entry['rule']} · {share(round(entry['confidence'] * 100), 100, language)}"
    return html.Li(
        [
            html.Div([html.Span(name, className="proof-field"), html.Strong(", ".join(values))]),
            html.Blockquote(html.Mark(entry["quote"])) if entry.get("quote") else None,
            html.Div(how, className="proof-how"),
        ]
    )


def proposed(field: str, value: str, language: str) -> str:
    """Return a value of the evidence as a reader writes it: dates, yes and no, labels."""
    if value in ("True", "False"):
        return word("yes" if value == "True" else "no", language)
    return date(value, language) if value and field in DATES else label(field, value, language)


def place(row: Row, language: str) -> str:
    """Say where it stands: lines, and the page or slide where there is one."""
    first, last = row["line_start"], row["line_end"]
    lines = (
        word("line", language, first=str(first))
        if first == last
        else word("lines", language, first=str(first), last=str(last))
    )
    locator = row.get("locator") or ""
    return lines if not locator or locator.startswith("line") else f"{locator}, {lines}"


def merges(rows: Sequence[Row], language: str) -> list[Any]:
    """Say why several tellings are one activity."""
    if not rows:
        return []
    whys = [(said(row["why"], language), share(round(row["score"] * 100), 100, language)) for row in rows]
    reasons = [html.Li(f"{why} · {alike}") for why, alike in whys]
    return [html.H3(word("why_merged", language)), html.Ul(reasons)]


def history(rows: Sequence[Row], language: str) -> list[Any]:
    """Say what runs did to the activity."""
    if not rows:
        return []
    lines = [html.Li(f"{row['run']}: {told(row, language)}") for row in rows]
    return [html.H3(word("history", language)), html.Ul(lines)]


def told(row: Row, language: str) -> str:
    """Say what one run did: new, withdrawn, or which fields it changed."""
    fields = ", ".join(column_label(name, language) for name in row.get("fields") or ())
    return " ".join(filter(None, (word(f"change_{row['change']}", language), fields)))
