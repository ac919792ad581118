"""Filters -> claims that sum up others, each beside what the itemised activities of its scope document."""

from __future__ import annotations

from typing import Any

from dashboard.data import Data
from dashboard.filters import Filters, first_day, last_day
from dashboard.queries.answers import Claim, People
from dashboard.queries.condition import inside
from dashboard.queries.memory import remembered
from dashboard.queries.records import records
from dashboard.queries.totals import counted_people, countries_of_events

MOST_CLAIMS = 200  # shown at once


def claims(data: Data, filters: Filters, start: int = 0, count: int = MOST_CLAIMS) -> list[Claim]:
    """Return the claims that pass the filters, newest first; what they are compared with does not follow these."""
    page = records(data, filters, "-date", start, count, "claim")
    return [_claim(data, row) for row in page.rows]


def _claim(data: Data, row: dict[str, Any]) -> Claim:
    scope, first, last = _period(row)
    claim = Claim(row, scope, first, last, tuple(row["country"]), None, None, None, None)
    if not scope:
        return claim
    asked = scope_of(claim)
    return Claim(row, scope, first, last, claim.countries, *_documented(data, asked))


def scope_of(claim: Claim) -> Filters:
    """Return the filters that all activities of a claim's scope pass: its period, its countries or else regions."""
    regions = () if claim.countries else tuple(claim.activity["region"])
    programmes = tuple(claim.activity["programme"])
    return Filters(claim.first_day, claim.last_day, country=claim.countries, region=regions, programme=programmes)


def _period(row: dict[str, Any]) -> tuple[str, str, str]:
    """Return where the period of a claim comes from (own, document or "") and its first and last day."""
    if row["date"]:
        return "own", first_day(row["date"]).isoformat(), last_day(row["end_date"] or row["date"]).isoformat()
    if row["date_earliest"] and row["date_latest"]:
        return "document", row["date_earliest"].isoformat(), row["date_latest"].isoformat()
    return "", "", ""


@remembered
def _documented(data: Data, asked: Filters) -> tuple[int, int, People, People]:
    """Return activities, countries, trained and participants of all events of a scope."""
    activities, trained, participants = counted_people(data, asked)
    countries, area = countries_of_events(data, asked), inside(asked)
    return activities, len(countries if area is None else countries & area), trained, participants
