"""One claim -> a card: what it says and of what, and each of its numbers beside what is documented, with the gap."""

from __future__ import annotations

from typing import Any

from dash import html

from dashboard.address import write
from dashboard.cells import PEOPLE, QUALIFIERS
from dashboard.figures.claims import pairs
from dashboard.filters import Filters
from dashboard.headings import heading
from dashboard.labels import label
from dashboard.parts.attributes import attributes
from dashboard.parts.people import people_in_words
from dashboard.queries.answers import Claim
from dashboard.queries.claims import scope_of
from dashboard.queries.contradictions import Contradiction, said
from dashboard.view import View
from dashboard.words import date, number, word

MOST_COUNTRIES = 8  # named in a scope; more are counted


def claim_card(claim: Claim, view: View) -> html.Article:
    """Return the card; where the scope is not known it says so and draws no bar."""
    language = view.lang
    measures: list[Any] = [measure(claim, key, language) for key in pairs(claim)]
    links = [html.A(word("open_claim", language), href=record_link(claim, view))]
    if claim.scope:
        records = "/records" + write(scope_of(claim), View(lang=view.lang, theme=view.theme))
        links.append(html.A(word("open_scope", language), href=records))
    return html.Article(
        [
            html.H2(heading(claim.activity, language)),
            html.P(scope_in_words(claim, language), className="card-subtitle"),
            *(measures or [html.P(word("no_number", language))]),
            html.P(links, className="claim-links"),
            html.P(", ".join(claim.activity.get("sources") or ()), className="card-foot"),
        ],
        className="card claim",
    )


def record_link(claim: Claim, view: View) -> str:
    """Return where the words of the claim are shown."""
    opened = View(lang=view.lang, theme=view.theme, record=claim.activity["activity_id"])
    return "/records" + write(scope_of(claim) if claim.scope else Filters(), opened)


def scope_in_words(claim: Claim, language: str) -> str:
    """Say what period, countries and programmes the claim speaks of, and whose words the period is."""
    if not claim.scope:
        return word("no_scope", language)
    first, last = date(claim.first_day, language), date(claim.last_day, language)
    parts = [word(f"scope_{claim.scope}", language, first=first, last=last), places(claim, language)]
    return " · ".join([*filter(None, parts), *claim.activity["programme"]])


def places(claim: Claim, language: str) -> str:
    """Name the countries of a claim, or count them where they are many; without any, its regions as named."""
    if len(claim.countries) > MOST_COUNTRIES:
        return word("n_countries", language, n=len(claim.countries))
    names = [label("country", code, language) for code in claim.countries]
    return ", ".join(names or claim.activity["region_text"])


def measure(claim: Claim, key: str, language: str) -> html.Div:
    """Return one number of the claim, with its bar and its gap where they can be compared."""
    claimed, documented = pairs(claim)[key]
    heading = html.H3(claimed_in_words(claim, key, language))
    if documented is None:
        return html.Div([heading], className="claim-measure")
    most = max(claimed, documented, 1)
    rows = [
        bar(word("claimed", language), number(claimed, language), claimed / most, "claimed"),
        bar(word("documented", language), documented_in_words(claim, key, language), documented / most, "documented"),
    ]
    return html.Div(
        [heading, *rows, html.P(gap_in_words(claim, key, language), className="claim-gap")], className="claim-measure"
    )


def bar(name: str, figure: str, share: float, style: str) -> html.Div:
    """Return one bar: its name, its length as a share of the longer one, its figure."""
    line = html.Div(
        style={"inlineSize": f"{share:.1%}"}, className=f"claim-bar {style}", **attributes(aria_hidden="true")
    )
    return html.Div(
        [html.Span(name), html.Div(line, className="claim-track"), html.Span(figure)], className="claim-row"
    )


def documented_in_words(claim: Claim, key: str, language: str) -> str:
    """Write what is documented, as sure as it is."""
    people = {"trained": claim.documented_trained, "participants": claim.documented_participants}.get(key)
    if people is not None:
        return people_in_words(people, language)
    return number(
        {"activities": claim.documented_activities, "countries": claim.documented_countries}[key] or 0, language
    )


def contradiction_card(contradiction: Contradiction, view: View) -> html.Article:
    """Return claims that do not fit together side by side, the wider one first, and what is documented of its scope."""
    language, key, wider = view.lang, contradiction.measure, contradiction.wider
    sides: list[Any] = [side(claim, key, view) for claim in (wider, *contradiction.inside)]
    documented = [
        html.Span(word("documented_wider", language), className="card-subtitle"),
        html.P(documented_in_words(wider, key, language), className="claim-figure claim-documented"),
    ]
    heading = html.H3(word(f"contradiction_{key}", language))
    return html.Article(
        [heading, html.Div([*sides, html.Div(documented)], className="claim-sides")], className="card claim"
    )


def side(claim: Claim, key: str, view: View) -> html.Div:
    """Return what one claim says, of what scope, and where."""
    return html.Div(
        [
            html.Span(word("claimed", view.lang), className="card-subtitle"),
            html.P(claimed_in_words(claim, key, view.lang), className="claim-figure"),
            html.P(scope_in_words(claim, view.lang)),
            html.A(", ".join(claim.activity.get("sources") or ()), href=record_link(claim, view)),
        ]
    )


def claimed_in_words(claim: Claim, key: str, language: str) -> str:
    """Write what is claimed, as sure as the claim says it."""
    text = word(f"n_{key}", language, n=said(claim, key))
    qualifier = QUALIFIERS.get(claim.activity["number_qualifier"] or "") if key in PEOPLE else None
    return f"{word(qualifier, language)} {text}" if qualifier else text


def gap_in_words(claim: Claim, key: str, language: str) -> str:
    """Say how far claim and documents are apart."""
    claimed, documented = pairs(claim)[key]
    people = {"trained": claim.documented_trained, "participants": claim.documented_participants}.get(key)
    if people is not None and not people.stated:
        return word("gap_unstated", language)
    gap = claimed - (documented or 0)
    return word("gap_less" if gap > 0 else "gap_more" if gap else "gap_none", language, n=abs(gap))
