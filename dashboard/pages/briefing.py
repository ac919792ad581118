"""The briefing page: sections and their words at the left, the pages as they will be at the right, exports above."""

from __future__ import annotations

from typing import Any

import dash_mantine_components as dmc
from dash import dcc, html

from dashboard import ids
from dashboard.briefing.options import PAPERS
from dashboard.exports import chromium
from dashboard.exports.formats import FORMATS
from dashboard.parts.attributes import attributes
from dashboard.view import CHOICES, View
from dashboard.words import word

SECTIONS, PREVIEW, EDITS, STANDING, KIND = (
    "briefing-sections", "briefing-preview", "briefing-edits", "briefing-standing", ids.view_control("preview"),
)  # fmt: skip
TITLE, PAPER, NAME, SAVE, OPEN, SAVED = (
    "briefing-title", "briefing-paper", "briefing-name", "briefing-save", "briefing-open", "briefing-saved",
)  # fmt: skip
DELETE, CONFIRM = "briefing-delete", "briefing-confirm"
STATUS, CHANGED, PULSE, JOB = "briefing-status", "briefing-changed", "briefing-pulse", "briefing-job"
PROGRESS, PROGRESS_BOX, CANCEL, READY = "briefing-progress", "briefing-making", "briefing-cancel", "briefing-ready"
PROPOSED = "briefing-proposed"
FIRST = ("pptx", "pdf", "docx", "html", "xlsx", "images")  # what people read; the others are for machines
LOOK_EVERY = 400  # milliseconds between two looks at an export


def layout(language: str) -> html.Div:
    """Return the page, empty but for its controls."""
    stores: list[Any] = [dcc.Store(id=EDITS, data={}), dcc.Store(id=STANDING), dcc.Store(id=PROPOSED, data={})]
    stores += [dcc.Store(id=JOB, data=""), dcc.Interval(id=PULSE, interval=LOOK_EVERY, disabled=True)]
    return html.Div(
        [
            *stores,
            html.H1(word("page_briefing", language), className="sentence"),
            html.P(word("briefing_intro", language), className="text"),
            exports(language),
            html.Div(id=CHANGED, role="status"),
            html.Div([editor(language), preview(language)], className="briefing-sides"),
        ],
        className="stack",
    )


def exports(language: str) -> html.Section:
    """Return the buttons of the formats, the paper, and the progress of an export."""
    first = [format_button(name, language) for name in FIRST]
    others = [format_button(name, language) for name in FORMATS if name not in FIRST]
    summary = html.Summary(word("briefing_more_formats", language))
    more = html.Details([summary, html.Div(others, className="briefing-formats")])
    papers = [{"value": paper, "label": word(f"briefing_paper_{paper}", language)} for paper in PAPERS]
    paper = dmc.Select(
        id=PAPER, data=papers, value=PAPERS[0], allowDeselect=False, size="xs", className="view-control",
        label=word("briefing_paper", language),
    )  # fmt: skip
    bar = html.Progress(id=PROGRESS, value="0", max="100", **attributes(aria_label=word("briefing_making", language)))
    cancel = html.Button(word("briefing_cancel", language), id=CANCEL, className="action", type="button", n_clicks=0)
    making = html.Div([html.Span(word("briefing_making", language)), bar, cancel], id=PROGRESS_BOX, hidden=True)
    return html.Section(
        [
            html.Div([*first, paper], className="briefing-formats"),
            *plain_charts(language),
            more,
            making,
            html.Div(id=READY, role="status"),
        ],
        className="card briefing-exports",
        **attributes(aria_label=word("briefing_export", language)),
    )


def plain_charts(language: str) -> list[html.P]:
    """Say where charts are drawn plainly, and what to do about it."""
    if chromium.is_installed():
        return []
    return [html.P(word("briefing_plain_charts", language), className="card-subtitle", role="note")]


def format_button(name: str, language: str) -> html.Button:
    """Return the button of one format."""
    label, button_id = word(f"briefing_format_{name}", language), {"type": "briefing-export", "format": name}
    return html.Button(label, id=button_id, className="action", type="button", n_clicks=0)


def editor(language: str) -> html.Section:
    """Return the title, the sections (filled by a callback) and the saved briefings."""
    return html.Section(
        [
            dmc.TextInput(id=TITLE, label=word("briefing_whole_title", language), debounce=True, size="sm", value=""),
            html.H2(word("briefing_sections", language)),
            html.P(word("briefing_sections_help", language), className="card-subtitle"),
            html.Ol(id=SECTIONS, className="briefing-list"),
            html.H2(word("briefing_saved", language)),
            saved_tools(language),
            html.P(id=STATUS, role="status", className="card-subtitle"),
        ],
        className="card briefing-editor",
    )


def saved_tools(language: str) -> html.Div:
    """Return the controls that save, open and delete briefings by name."""
    name = dmc.TextInput(id=NAME, label=word("briefing_name", language), size="xs", value="")
    choice = dmc.Select(id=SAVED, label=word("briefing_saved", language), data=[], size="xs", searchable=True)
    save, open_it, delete = (
        html.Button(word(key, language), id=name, className="action", type="button", n_clicks=0)
        for key, name in (("briefing_save", SAVE), ("briefing_open", OPEN), ("briefing_delete", DELETE))
    )
    confirm = dcc.ConfirmDialog(id=CONFIRM)
    return html.Div([name, save, choice, open_it, delete, confirm], className="briefing-saved")


def preview(language: str) -> html.Section:
    """Return where the pages are shown: the slides, or those of the report."""
    kinds = [{"value": name, "label": word(f"briefing_preview_{name}", language)} for name in CHOICES["preview"]]
    kind = dmc.SegmentedControl(id=KIND, data=kinds, value=View().preview, size="xs")
    return html.Section(
        [
            html.Div([html.H2(word("briefing_preview", language)), kind], className="briefing-row"),
            html.P(word("briefing_preview_help", language), className="card-subtitle"),
            html.Div(id=PREVIEW, className="briefing-pages"),
        ],
        className="card",
    )
