"""A section of a briefing -> its row on the page: tick, arrows, what changed, and its words to edit."""

from __future__ import annotations

from typing import Any

import dash_mantine_components as dmc
from dash import html

from dashboard.briefing.model import Section
from dashboard.parts.attributes import attributes
from dashboard.words import word

Priorities = dict[str, tuple[str, str]]  # label and text by area
Messages = tuple[str, ...]


def section_row(
    made: Section, is_chosen: bool, priorities: Priorities, was_and_is: tuple[Messages, Messages], language: str
) -> html.Li:
    """Return the row. `was_and_is` are the proposed messages when it was saved (none: as now) and now."""
    tick = dmc.Checkbox(id={"type": "briefing-tick", "section": made.key}, checked=is_chosen, label=made.title)
    was, now = was_and_is
    changed = [html.Span(word("briefing_section_changed", language), className="briefing-changed")] if was else []
    fields = [*differences(was, now, language), *words_of(made, language), *priority_fields(priorities, language)]
    name = word("briefing_edit", language)
    summary = html.Summary(name, **attributes(aria_label=f"{name}: {made.title}"))
    edit = html.Details([summary, html.Div(fields, className="briefing-fields")])
    row = html.Div([tick, *changed, *arrows(made.key, language)], className="briefing-row")
    return html.Li([row, edit], className="briefing-section")


def arrows(key: str, language: str) -> list[html.Button]:
    """Return the buttons that move a section."""
    name = word(f"section_{key}", language)
    return [
        html.Button(
            sign, id={"type": "briefing-move", "section": key, "by": by}, className="tool", type="button", n_clicks=0,
            **attributes(aria_label=word(said, language, section=name)),
        )
        for sign, by, said in (("↑", -1, "briefing_up"), ("↓", 1, "briefing_down"))
    ]  # fmt: skip


def differences(was: Messages, now: Messages, language: str) -> list[html.Div]:
    """Return what the figures said when the briefing was saved, and what they say now."""
    if not was:
        return []
    said = (("briefing_then", was), ("briefing_now", now))
    parts = [[html.B(word(key, language)), html.Ul([html.Li(text) for text in texts])] for key, texts in said]
    return [html.Div([*parts[0], *parts[1]], className="briefing-difference")]


def words_of(made: Section, language: str) -> list[Any]:
    """Return the fields of title and key messages."""
    return [
        dmc.TextInput(
            id={"type": "briefing-section-title", "section": made.key},
            label=word("briefing_section_title", language), value=made.title, debounce=True, size="xs",
        ),
        dmc.Textarea(
            id={"type": "briefing-messages", "section": made.key}, label=word("briefing_key_messages", language),
            value="\n".join(made.messages), debounce=True, autosize=True, minRows=2, size="xs",
        ),
    ]  # fmt: skip


def priority_fields(priorities: Priorities, language: str) -> list[Any]:
    """Return a field for the priorities of each area."""
    return [
        dmc.Textarea(
            id={"type": "briefing-priority", "area": area}, label=word("briefing_priorities_of", language, area=label),
            value=text, debounce=True, autosize=True, size="xs",
        )
        for area, (label, text) in priorities.items()
    ]  # fmt: skip
