"""An address and what is typed -> the options of the briefing; what stands on the page, so that an echo is no news."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from dashboard.address import write
from dashboard.briefing import packed, saved
from dashboard.briefing.options import Options, chosen_sections, read, written
from dashboard.filters import Filters
from dashboard.settings import Settings
from dashboard.source import Source, State
from dashboard.view import View

Edits = dict[str, Any]  # what options.written returns
Standing = list[str]  # the run of the data, and the address that the page stands for


def standing(state: State) -> Standing:
    """Return what the page stands for when it shows a state."""
    return [state.data.run, write(state.filters, replace(state.view, record="", theme="", preview=View().preview))]


def wanted(state: State, edits: Edits | None) -> Options:
    """Return the options: sections from the address, words from the page."""
    return replace(read(edits or {}), sections=chosen_sections(state.view.sections))


def edits_of(state: State, settings: Settings, edits: Edits | None) -> Edits:
    """Return what the address says was edited, or the saved briefing that it names, or what no address can hold."""
    if state.view.edits:
        return written(packed.unpack(state.view.edits) or Options())
    if found := opened(state, settings):
        return written(found.options)
    now = read(edits or {})
    return written(now if len(packed.pack(now)) > packed.LONGEST else Options())


def opened(state: State, settings: Settings) -> saved.Saved | None:
    """Return the saved briefing that the address names."""
    name = state.view.briefing
    return saved.load(settings.state, name) if settings.state and name else None


def with_edits(state: State, options: Options) -> State:
    """Return the state whose address says what was edited, as far as an address can hold it."""
    text = packed.pack(options, even_nothing=bool(state.view.briefing))
    return replace(state, view=replace(state.view, edits=text if len(text) <= packed.LONGEST else ""))


def address_of(found: saved.Saved, source: Source, now: View) -> str:
    """Return the address that shows a saved briefing: its filters, its sections and its words."""
    then = source.state(found.query)
    view = replace(then.view, briefing=found.name, lang=now.lang, theme=now.theme, preview=now.preview)
    then = with_edits(replace(then, view=view), found.options)
    return write(then.filters, then.view)


def whole_address(state: State, source: Source, settings: Settings) -> str:
    """Return the address of the saved briefing that this one only names; "" where it says more, or is all there is."""
    plain = View(lang=state.view.lang, theme=state.view.theme, preview=state.view.preview, briefing=state.view.briefing)
    found = opened(state, settings) if (state.filters, state.view) == (Filters(), plain) else None
    whole = address_of(found, source, state.view) if found else ""
    return whole if whole != write(state.filters, state.view) else ""
