"""The newest claims that pass the filters -> a short list: what was reported, and what is documented here of it."""

from __future__ import annotations

from collections.abc import Sequence

from dash import dcc, html

from dashboard.address import write
from dashboard.figures.claims import pairs
from dashboard.headings import heading
from dashboard.parts.claim import claimed_in_words
from dashboard.queries.answers import Claim
from dashboard.source import State
from dashboard.words import word

MOST = 3  # lines; the page of claims has all


def claims_summary(claims: Sequence[Claim], total: int, state: State) -> html.Section | None:
    """Return the card, nothing where there is no claim with a number."""
    language = state.view.lang
    lines = [line for claim in claims if (line := claim_line(claim, language))][:MOST]
    if not lines:
        return None
    to_all = dcc.Link(word("n_claims_more", language, n=total), href="/claims" + write(state.filters, state.view))
    head = html.Header([html.H2(word("claims_summary", language)), to_all], className="card-head")
    explained = html.P(word("claims_summary_help", language), className="card-foot")
    return html.Section([head, html.Ul(lines, className="claim-lines"), explained], className="card")


def claim_line(claim: Claim, language: str) -> html.Li | None:
    """Return "reported: ...; documented here: ..." for all numbers of a claim; None for a claim without any."""
    keys = list(pairs(claim))
    if not keys:
        return None
    reported = ", ".join(claimed_in_words(claim, key, language) for key in keys)
    if not claim.scope:
        said = word("claim_line_unknown", language, reported=reported)
    else:
        documented = ", ".join(documented_of(claim, key, language) for key in keys)
        said = word("claim_line", language, reported=reported, documented=documented)
    return html.Li([html.Span(heading(claim.activity, language), className="claim-title"), said])


def documented_of(claim: Claim, key: str, language: str) -> str:
    """Return one documented number with its unit, as sure as it is: "at least 120 people trained"."""
    people = {"trained": claim.documented_trained, "participants": claim.documented_participants}.get(key)
    if people is None:
        return word(f"n_{key}", language, n=pairs(claim)[key][1] or 0)
    if not people.stated:
        return word("none_stated", language)
    said = word(f"n_{key}", language, n=people.value)
    return f"{word(f'qualifier_{people.qualifier}', language)} {said}" if people.qualifier else said
