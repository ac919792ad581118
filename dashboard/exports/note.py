"""A state -> the lines that every file carries: filters in words, how it was counted, how much, of when, the link."""

from __future__ import annotations

from dashboard import queries
from dashboard.address import write
from dashboard.briefing.checked import checked
from dashboard.sentence import sentence
from dashboard.source import State
from dashboard.words import date, word


def note(state: State, public_url: str) -> list[str]:
    """Return the lines in the reader's language; without a public address the link is the query alone."""
    language, totals = state.view.lang, queries.totals(state.data, state.filters)
    day = totals.data_date  # "" where the register or the run does not say when it was made
    return [
        sentence(state.filters, language),
        word("n_activities", language, n=totals.activities),
        word("bridge_why", language),
        *filter(None, [checked(totals, language)]),
        *([word("data_date", language, date=date(day, language))] if day else []),
        public_url + write(state.filters, state.view),
    ]
