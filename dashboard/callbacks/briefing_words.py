"""What is typed on the page -> the edits, where they differ from what is proposed, and the address that says them."""

from __future__ import annotations

from typing import Any

from dash import ALL, Dash, Input, Output, State, ctx, no_update

from dashboard import ids
from dashboard.address import write
from dashboard.briefing import packed
from dashboard.briefing.options import read, written
from dashboard.callbacks.briefing_state import Edits, standing, with_edits
from dashboard.pages import briefing as page
from dashboard.source import Source
from dashboard.words import word


def register(app: Dash, source: Source) -> None:
    """Register the callback."""

    @app.callback(
        Output(page.EDITS, "data", allow_duplicate=True),
        Output(page.STANDING, "data", allow_duplicate=True),
        Output(ids.LOCATION, "search", allow_duplicate=True),
        Output(page.STATUS, "children", allow_duplicate=True),
        Input(page.TITLE, "value"),
        Input(page.PAPER, "value"),
        Input({"type": "briefing-section-title", "section": ALL}, "value"),
        Input({"type": "briefing-messages", "section": ALL}, "value"),
        Input({"type": "briefing-priority", "area": ALL}, "value"),
        State(page.PROPOSED, "data"),
        State(page.EDITS, "data"),
        State(ids.LOCATION, "search"),
        prevent_initial_call=True,
    )
    def keep(
        title: str, paper: str, titles: list[str], messages: list[str], priorities: list[str],
        proposed: dict[str, Any], edits: Edits, search: str,
    ) -> Any:  # fmt: skip
        state = source.state(search)
        typed = [named(entries, key) for entries, key in zip(ctx.inputs_list[2:], KEYS, strict=True)]
        own_title = title if title != word("briefing_title", state.view.lang) else ""
        kept = read({"title": own_title, "paper": paper, **edited(typed, proposed)})
        if not titles or written(kept) == written(read(edits or {})):
            return no_update, no_update, no_update, no_update  # the list is not there yet, or shows what is kept
        state = with_edits(state, kept)
        is_long = len(packed.pack(kept)) > packed.LONGEST
        said = word("briefing_too_long", state.view.lang) if is_long else ""
        return written(kept), standing(state), write(state.filters, state.view), said


KEYS = ("section", "section", "area")


def named(entries: list[dict[str, Any]], key: str) -> dict[str, str]:
    """Return the values of a group of fields by section or area."""
    return {entry["id"][key]: entry.get("value") or "" for entry in entries}


def edited(typed: list[dict[str, str]], proposed: dict[str, Any]) -> dict[str, Any]:
    """Return titles and messages that differ from what is proposed, and all priorities."""
    titles, messages, priorities = typed
    return {
        "titles": {key: text for key, text in titles.items() if text != proposed[key]["title"]},
        "messages": {k: text.split("\n") for k, text in messages.items() if text != proposed[k]["messages"]},
        "priorities": priorities,
    }
