"""A state and options -> the briefing: chosen sections in their order, with edited titles and messages put in."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from dashboard import queries
from dashboard.address import write
from dashboard.briefing.checked import checked
from dashboard.briefing.clean import clean
from dashboard.briefing.model import Briefing, Section
from dashboard.briefing.options import Options
from dashboard.briefing.sections.annex import annex
from dashboard.briefing.sections.areas import areas
from dashboard.briefing.sections.claims import claims
from dashboard.briefing.sections.countries import countries
from dashboard.briefing.sections.notes import notes
from dashboard.briefing.sections.overview import overview
from dashboard.briefing.sections.partners import partners
from dashboard.briefing.sections.priorities import priorities
from dashboard.briefing.sections.time import time
from dashboard.briefing.sections.where import where
from dashboard.sentence import sentence
from dashboard.source import State
from dashboard.view import View
from dashboard.words import date, word

MAKE: dict[str, Callable[[State, Options], Section]] = {
    "overview": overview,
    "where": where,
    "time": time,
    "areas": areas,
    "countries": countries,
    "claims": claims,
    "partners": partners,
    "priorities": priorities,
    "notes": notes,
    "annex": annex,
}


def compose(state: State, options: Options, public_url: str = "") -> Briefing:
    """Ask the queries and return the briefing in the language of the view, without empty sections."""
    language, totals = state.view.lang, queries.totals(state.data, state.filters)
    scope = sentence(state.filters, language)
    day = date(totals.data_date, language)
    # What was edited stands in the file itself, and would make a line of three thousand letters under each chart.
    query = write(state.filters, replace(state.view, record="", theme="", edits="", preview=View().preview))
    link = f"{public_url}/{query}" if public_url else query
    facts = (
        (word("briefing_filters", language), scope),
        (word("measure_activities", language), word("n_activities", language, n=totals.activities)),
        (word("how_counted", language), word("briefing_counted", language)),
        (word("briefing_checked", language), checked(totals, language)),
        (word("briefing_date", language), word("data_date", language, date=day) if day else ""),
        (word("source_word", language), word("briefing_documents", language)),
        (word("briefing_link", language), link),
    )
    made = (section(state, options, key) for key in options.sections)
    sections = tuple(one for one in made if one.messages or one.blocks)
    title = options.title or word("briefing_title", language)
    return clean(Briefing(title, scope, language, options.paper, state.data.date, link, facts, sections))


def section(state: State, options: Options, key: str) -> Section:
    """Make one section; what the manager edited wins over what is proposed."""
    made = MAKE[key](state, options)
    title = options.titles.get(key) or word(f"section_{key}", state.view.lang)
    messages = tuple(text for text in options.messages.get(key, made.messages) if text)
    return replace(made, title=title, messages=messages)


def proposed(state: State, keys: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return the messages that the figures of each section give."""
    return {key: section(state, Options(), key).messages for key in keys}
