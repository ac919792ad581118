"""The data on screen -> how it counts, each rule with an example of these very numbers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from dash import html

from dashboard.headings import heading
from dashboard.labels import label
from dashboard.parts.people import people_in_words
from dashboard.queries.answers import Group, Timeline, Totals
from dashboard.queries.examples import Examples
from dashboard.words import number, word


@dataclass(frozen=True, slots=True)
class OnScreen:
    """What the examples are made of. `shares` are the figures of one country in the three ways to count its people."""

    totals: Totals
    timeline: Timeline
    found: Examples
    shares: tuple[Group, ...]


def examples(shown: OnScreen, language: str) -> list[html.Section]:
    """Return the rules; one without an example in these data stands without."""
    rules = (once, countries, people, by_country, dates, claims)
    return [html.Section([html.H3(word(f"rule_{rule.__name__}", language)), *rule(shown, language)]) for rule in rules]


def once(shown: OnScreen, language: str) -> Iterator[Any]:
    """Say that nothing is counted twice."""
    yield html.P(word("example_once", language, activities=shown.totals.activities, tellings=shown.found.tellings))
    if row := shown.found.told_most:
        title = heading(row, language)
        yield html.P(word("example_told", language, title=title, n=row["mentions"]), className="example")
        yield html.Ul([html.Li(source) for source in row["sources"]])


def countries(shown: OnScreen, language: str) -> Iterator[Any]:
    """Say that an activity in several countries counts once in the total and once in each."""
    totals = shown.totals
    yield html.P(
        word(
            "example_pairs",
            language,
            activities=totals.activities,
            participations=totals.participations,
            several=totals.several_countries,
            regional=totals.regional_or_global,
        )
    )
    if row := shown.found.most_countries:
        title = heading(row, language)
        yield html.P(word("example_countries", language, title=title, n=len(row["country"])), className="example")


def people(shown: OnScreen, language: str) -> Iterator[Any]:
    """Say that people are added up only where texts state them, and never made surer than they are."""
    trained = shown.totals.trained
    yield html.P(word("example_people", language, stated=trained.stated, of=trained.of))
    words = people_in_words(trained, language)
    yield html.P(word(f"example_sum_{trained.qualifier or 'exact'}", language, people=words), className="example")
    if row := shown.found.inexact:
        title = heading(row, language)
        yield html.P(word("example_inexact", language, title=title, n=row["trained"]), className="example")


def by_country(shown: OnScreen, language: str) -> Iterator[Any]:
    """Tell the three ways to count the people of a country."""
    yield html.P(word("example_ways", language))
    if shown.shares:
        country = label("country", shown.shares[0].value, language)
        ways = [
            f"{word(f'people_{way}', language)}: {number(group.participants, language)}"
            for way, group in zip(("whole", "only", "shared"), shown.shares, strict=True)
        ]
        yield html.P(word("example_shares", language, country=country, ways="; ".join(ways)), className="example")


def dates(shown: OnScreen, language: str) -> Iterator[Any]:
    """Say that every activity stands once in time."""
    bars, bands = (sum(span.activities for span in spans) for spans in (shown.timeline.bars, shown.timeline.bands))
    undated, total = shown.timeline.undated, bars + bands + shown.timeline.undated
    yield html.P(word("example_dates", language))
    sums = word("example_date_sum", language, bars=bars, bands=bands, undated=undated, total=total)
    yield html.P(sums, className="example")
    if left_out := shown.totals.left_out_without_bounds:
        yield html.P(word("n_left_out", language, n=left_out), className="example")


def claims(shown: OnScreen, language: str) -> Iterator[Any]:
    """Say that claims and projects stand apart."""
    yield html.P(word("about_claims", language, claims=shown.totals.claims))
    yield html.P(word("n_projects", language, n=shown.totals.projects), className="example")
