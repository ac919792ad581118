"""Data notes: how it was counted, what the numbers can bear, and what stands beside them."""

from __future__ import annotations

from dashboard import queries
from dashboard.briefing.checked import checked
from dashboard.briefing.model import Section, Text
from dashboard.briefing.options import Options
from dashboard.source import State
from dashboard.words import word, word_of


def notes(state: State, options: Options) -> Section:
    """Return the notes."""
    role, language, totals = state.filters.role, state.view.lang, queries.totals(state.data, state.filters)
    once = word_of(
        role,
        "briefing_once",
        language,
        activities=totals.activities,
        participations=totals.participations,
        several=totals.several_countries,
        regional=totals.regional_or_global,
    )
    people = word("about_people", language, stated=totals.trained.stated, of=totals.trained.of)
    said = [
        once,
        *([people] if totals.trained.of else []),
        word("about_dates", language, undated=totals.undated),
        *([word("about_claims", language, claims=totals.claims)] if totals.claims else []),
        ". ".join(text for text in (word("read_by_machine", language), checked(totals, language)) if text) + ".",
    ]
    left = [("n_outside", totals.countries_outside), ("n_projects", totals.projects)]
    left += [("n_left_out", totals.left_out_without_bounds)]
    said += [f"{word_of(role, key, language, n=n)}." for key, n in left if n]
    return Section("notes", "", (), (Text("", tuple(said)),))
