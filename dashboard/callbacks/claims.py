"""The claims page: the filters choose which claims are listed, never what they are compared with."""

from __future__ import annotations

from typing import Any

from dash import Output, html

from dashboard import queries
from dashboard.briefing.titles import made_title
from dashboard.callbacks.drawing import Draw, draw_page
from dashboard.charts import Chart, Row
from dashboard.figures.claims import pairs
from dashboard.following import Dashboard
from dashboard.pages.claims import CONTRADICTIONS, LIST, TABLE
from dashboard.parts.claim import claim_card, contradiction_card, scope_in_words
from dashboard.parts.empty import nothing_here
from dashboard.queries.answers import Claim
from dashboard.source import Source, State
from dashboard.words import word

MOST = 60  # listed at once, the newest; each has a scope of its own to be counted


def register(app: Dashboard, source: Source) -> None:
    """Register the callbacks."""
    draw_page(app, source, CHARTS, TABLES)

    @app.follows(Output(CONTRADICTIONS, "children"), Output(LIST, "children"))
    def show(shown: list[str] | None) -> tuple[Any, Any]:
        state = source.state(*shown or [""])
        found, view = queries.claims(state.data, state.filters, count=MOST), state.view
        opposed = [contradiction_card(group, view) for group in queries.contradictions(found)]
        heading = html.H2(word("contradictions_title", view.lang), className="section")
        cards = [claim_card(claim, view) for claim in found] or nothing_here(word("no_claims", view.lang))
        return [heading, *opposed] if opposed else None, cards


def all_claims(state: State) -> Chart:
    """List every number of every claim with what documents it."""
    language = state.view.lang
    found, total = (
        queries.claims(state.data, state.filters, count=MOST),
        queries.totals(state.data, state.filters).claims,
    )
    names = ("claim_says", "scope", "measure", "claimed", "documented", "gap", "sources")
    rows = tuple(row for claim in found for row in rows_of(claim, claim.activity["title"], language))
    in_files = tuple(row for claim in found for row in rows_of(claim, made_title(claim.activity, language), language))
    title = word("claims_all", language, n=total)
    note = word("newest_claims", language, n=MOST) if total > MOST else ""
    return Chart({}, title, tuple(word(name, language) for name in names), rows, note, file_rows=in_files)


def rows_of(claim: Claim, title: str, language: str) -> list[Row]:
    """Return a row for each number of a claim, under a title; without a known scope nothing is compared."""
    sources = ", ".join(claim.activity["sources"])
    scope = scope_in_words(claim, language)
    return [
        (
            title,
            scope,
            word(f"measure_{key}", language),
            claimed,
            documented,
            None if documented is None else max(claimed - documented, 0),
            sources,
        )
        for key, (claimed, documented) in pairs(claim).items()
    ]


CHARTS: dict[str, Draw] = {}
TABLES: dict[str, Draw] = {TABLE: all_claims}
