"""Claims that sum up others, each beside what documents it; none is added to the totals."""

from __future__ import annotations

from dashboard import queries
from dashboard.briefing.model import Cell, Section, Table
from dashboard.briefing.options import Options
from dashboard.briefing.titles import made_title, source_of
from dashboard.figures.claims import pairs
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
        (3.2, 2.2, 2.3, 2.3, 3.8),
        total,
        word("read_claims", language),
    )
    said = word("message_claims", language, n=total) if total else word("message_no_claims", language)
    return Section("claims", "", (said,), (table,) if found else ())


def _row(claim: Claim, language: str) -> tuple[Cell, ...]:
    said = pairs(claim)
    claimed = [_measure(key, value, language) for key, (value, _) in said.items()]
    documented = [_measure(key, value, language) for key, (_, value) in said.items() if value is not None]
    shown = ", ".join(documented) or word("not_stated", language)
    title, source = made_title(claim.activity, language), source_of(claim.activity)
    return title, _scope(claim, language), ", ".join(claimed), shown, source


def _scope(claim: Claim, language: str) -> str:
    if not claim.scope:
        return word("briefing_no_scope", language)
    days = dict.fromkeys(date(day, language) for day in (claim.first_day, claim.last_day))
    return " – ".join(days)


def _measure(key: str, value: int, language: str) -> str:
    return word(f"n_{key}", language, n=value)
