"""The counting rules once more, written plainly with pandas over the activities: what the queries must equal."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pandas as pd

from dashboard.filters import Filters, first_day, last_day
from etl import vocabulary

LISTS = {"area": "areas", "topic": "topics", "programme": "programme", "donor": "donors", "audience": "audience"}


def places(row: Any, role: str) -> list[str]:
    """Return the countries of an activity in a role."""
    if role == "host":
        return [row.host_country] if isinstance(row.host_country, str) else []
    if role == "donor":
        return [donor for donor in row.donors if donor in vocabulary.countries()]
    return list(row.country)


def regions(row: Any, role: str) -> set[str]:
    if role == "beneficiary":
        return set(row.region)
    return {region for code in places(row, role) for region in vocabulary.regions_of(code)}


def bounds(row: Any) -> tuple[dt.date, dt.date] | None:
    if row.date_earliest is None or row.date_latest is None:
        return None
    end = last_day(row.end_date) if isinstance(row.end_date, str) else row.date_latest
    return row.date_earliest, max(row.date_latest, end)


def in_dates(row: Any, filters: Filters) -> bool:
    if not filters.first and not filters.last:
        return True
    known = bounds(row)
    if known is None:
        return False
    starts_in_time = not filters.last or known[0] <= last_day(filters.last)
    return starts_in_time and (not filters.first or known[1] >= first_day(filters.first))


def passes(row: Any, filters: Filters) -> bool:
    checks = [in_dates(row, filters), filters.basis == "any" or row.date_basis == "event"]
    if filters.country:
        checks.append(bool(set(filters.country) & set(places(row, filters.role))))
    if filters.region:
        checks.append(bool(set(filters.region) & regions(row, filters.role)))
    for name in ("kind", "mode"):
        if filters.values(name):
            checks.append(getattr(row, name) in filters.values(name))
    for name, column in LISTS.items():
        if filters.values(name):
            checks.append(bool(set(filters.values(name)) & set(getattr(row, column))))
    if filters.bucket:
        own = len(places(row, filters.role))
        in_it = {"undated": bounds(row) is None, "unplaced": own == 0, "several": own > 1}
        checks.append(in_it[filters.bucket])
    checks += [word.casefold() in row.title.casefold() for word in filters.q.split()]
    return all(checks)


def passing(frame: pd.DataFrame, filters: Filters) -> pd.DataFrame:
    return frame[[passes(row, filters) for row in frame.itertuples()]]


def events(frame: pd.DataFrame) -> pd.DataFrame:
    return frame[(frame["level"] == "event") & ~frame["aggregate"]]


def area(filters: Filters) -> set[str]:
    """Return the countries inside the filter; all of them where there is none."""
    found = set(vocabulary.countries())
    if filters.country:
        found &= set(filters.country)
    if filters.region:
        found &= {c for c in vocabulary.countries() if set(vocabulary.regions_of(c)) & set(filters.region)}
    return found


def people(frame: pd.DataFrame, column: str) -> tuple[int, str, int, int]:
    """Return value, qualifier, stated, of."""
    told = frame[frame[column].notna()]
    of = len(frame) if column == "participants" else int(((frame["kind"] == "training") | frame[column].notna()).sum())
    said = set(told["number_qualifier"])
    if said & {"approximately", "at_most"}:
        qualifier = "about"
    else:
        qualifier = "at_least" if len(told) and (said != {"exact"} or len(told) < of) else ""
    return int(told[column].sum()), qualifier, len(told), of


def by_place(frame: pd.DataFrame, filters: Filters, mode: str) -> dict[str, tuple[int, float, float]]:
    """Return activities, trained and participants of each country inside the filter."""
    found: dict[str, tuple[int, float, float]] = {}
    for row in frame.itertuples():
        own = places(row, filters.role)
        share = {"whole": 1.0, "only": float(len(own) == 1), "shared": 1 / max(len(own), 1)}[mode]
        numbers = [0 if pd.isna(n) else int(n) for n in (row.trained, row.participants)]
        for code in set(own) & area(filters):
            activities, trained, participants = found.get(code, (0, 0.0, 0.0))
            found[code] = activities + 1, trained + numbers[0] * share, participants + numbers[1] * share
    return found
