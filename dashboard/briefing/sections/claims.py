"""Claims that sum up others, each beside what documents it; none is added to the totals."""

from __future__ import annotations

from dashboard import queries
from dashboard.briefing.model import Cell, Section, Table
from dashboard.briefing.options import Options
from dashboard.briefing.titles import made_title, source_of
from dashboard.figures.claims import pairs
from dashboard.parts.claim import claimed_in_words
from dashboard.parts.claims_summary import documented_of
from dashboard.queries.answers import Claim
from dashboard.source import State
from dashboard.words import date, word

MOST = 60  # claims in a briefing


def claims(state: State, options: Options) -> Section:
    """Return the table of the claims that pass the filters."""
    language = state.view.lang
    found = queries.claims(state.data, state.filters, 0, MOST)
    total = queries.totals(state.data, state.filters).claims
    table = Table(
        word("claims_title", language),
        tuple(word(key, language) for key in ("claim_says", "briefing_scope", "claimed", "documented", "source_word")),
        tuple(_row(claim, language) for claim in found),
        (3.2, 1.9, 3.1, 2.6, 3.0),
        total,
        word("read_claims", language),
    )
    said = word("message_claims", language, n=total) if total else word("message_no_claims", language)
    return Section("claims", "", (said,), (table,) if found else ())


def _row(claim: Claim, language: str) -> tuple[Cell, ...]:
    claimed = [claimed_in_words(claim, key, language) for key in pairs(claim)]
    comparable = [key for key, (_, value) in pairs(claim).items() if value is not None]
    documented = dict.fromkeys(documented_of(claim, key, language) for key in comparable)  # "none stated" once
    shown = ", ".join(documented) or word("not_stated", language)
    title, source = made_title(claim.activity, language), source_of(claim.activity)
    return title, _scope(claim, language), ", ".join(claimed), shown, source


def _scope(claim: Claim, language: str) -> str:
    if not claim.scope:
        return word("briefing_no_scope", language)
    days = dict.fromkeys(date(day, language) for day in (claim.first_day, claim.last_day))
    return " – ".join(days)
