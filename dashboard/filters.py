"""What a reader has chosen to see, as one frozen object: values of the filters, and how a click changes them."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

LISTS = ("region", "country", "kind", "area", "topic", "programme", "donor", "audience", "mode")
ROLES = ("beneficiary", "host", "donor")
BASES = ("any", "event")
BUCKETS = ("undated", "unplaced", "several")  # what the bridge line counts apart: each opens as a list
# Which columns country, region and map mean in each role (names of the engine's fields).
PLACES = {"beneficiary": "country", "host": "host_country", "donor": "donor_country"}
REGIONS = {"beneficiary": "region", "host": "host_region", "donor": "donor_region"}
# The engine's fields by the names that filters and breakdowns have in the address.
FIELDS = {
    "kind": "kind", "area": "areas", "topic": "topics", "programme": "programme", "donor": "donors",
    "partner": "partners", "audience": "audience", "mode": "mode", "host": "host_country", "basis": "date_basis",
}  # fmt: skip
Active = tuple[str, str]  # name and value of one filter


@dataclass(frozen=True, slots=True)
class Filters:
    """Canonical values (codes, canonical names): OR within a field, AND across fields; empty means any.

    `first` and `last` are ISO 8601 of any precision: the dates of `from` and `to`; `q` are words, all to be found.
    """

    first: str = ""
    last: str = ""
    region: tuple[str, ...] = ()
    country: tuple[str, ...] = ()
    role: str = "beneficiary"
    kind: tuple[str, ...] = ()
    area: tuple[str, ...] = ()
    topic: tuple[str, ...] = ()
    programme: tuple[str, ...] = ()
    donor: tuple[str, ...] = ()
    audience: tuple[str, ...] = ()
    mode: tuple[str, ...] = ()
    q: str = ""
    basis: str = "any"
    bucket: str = ""

    def values(self, name: str) -> tuple[str, ...]:
        """Return the chosen values of a filter that has several."""
        return tuple(getattr(self, name))

    def _with(self, changes: Mapping[str, Any]) -> Filters:
        return replace(self, **changes)

    def field(self, name: str, scheme: str = "m49") -> str:
        """Return the engine's field that a name of the address means in this role (KeyError for an unknown one)."""
        return (FIELDS | {"country": PLACES[self.role], "region": f"{REGIONS[self.role]}_{scheme}"})[name]

    def active(self) -> list[Active]:
        """Return name (as in the address) and value of everything that narrows, in a fixed order."""
        basis = self.basis if self.basis != "any" else ""
        single = {"from": self.first, "to": self.last, "q": self.q, "basis": basis, "bucket": self.bucket}
        lists = [(name, value) for name in LISTS for value in self.values(name)]
        return [*((name, single[name]) for name in ("from", "to") if single[name]), *lists,
                *((name, single[name]) for name in ("q", "basis", "bucket") if single[name])]  # fmt: skip

    def without(self, name: str, value: str) -> Filters:
        """Take one filter off."""
        if name in LISTS:
            return self._with({name: tuple(v for v in self.values(name) if v != value)})
        empty: dict[str, Mapping[str, str]] = {
            "from": {"first": ""},
            "to": {"last": ""},
            "q": {"q": ""},
            "basis": {"basis": "any"},
            "bucket": {"bucket": ""},
        }
        return self._with(empty[name])

    def toggled(self, name: str, value: str) -> Filters:
        """Add a value to a filter, or take it off where it is chosen already."""
        if value in self.values(name):
            return self.without(name, value)
        return self._with({name: (*self.values(name), value)})

    def narrowed(self, chosen: Mapping[str, str]) -> Filters:
        """Choose exactly these values of lists and of "year", or take them off where they are chosen already.

        What no filter knows, and no value (""), changes nothing.
        """
        asked: dict[str, Any] = {name: (value,) for name, value in chosen.items() if value and name in LISTS}
        if year := chosen.get("year"):
            asked |= {"first": year, "last": year}
        off = all(getattr(self, name) == value for name, value in asked.items())
        return self._with({name: getattr(Filters(), name) if off else value for name, value in asked.items()})

    def toggled_dates(self, first: str, last: str) -> Filters:
        """Choose the dates of a span, or none where they are chosen already."""
        chosen = (self.first, self.last) == (first, last)
        return replace(self, first="" if chosen else first, last="" if chosen else last)


def first_day(date: str) -> dt.date:
    """Return the first day of YYYY, YYYY-MM or YYYY-MM-DD; ValueError for anything else."""
    year, month, day = _parts(date)
    return dt.date(year, month or 1, day or 1)


def last_day(date: str) -> dt.date:
    """Return the last day of YYYY, YYYY-MM or YYYY-MM-DD; ValueError for anything else."""
    year, month, day = _parts(date)
    month = month or 12
    return dt.date(year, month, day or calendar.monthrange(year, month)[1])


def _parts(date: str) -> tuple[int, int, int]:
    parts = date.split("-")
    if [len(part) for part in parts] != [4, 2, 2][: len(parts)] or not date.replace("-", "").isdecimal():
        raise ValueError(f"{date!r} is no date of the form YYYY, YYYY-MM or YYYY-MM-DD")
    dt.date.fromisoformat(date + "-01-01"[: 10 - len(date)])  # the month and the day exist
    year, month, day = (*map(int, parts), 0, 0)[:3]
    return year, month, day


def dates_of(period: str) -> tuple[str, str]:
    """Return `from` and `to` of a period of the timeline: 2016, 2016-Q4 or 2016-11."""
    if "-Q" not in period:
        return period, period
    year, quarter = period.split("-Q")
    return f"{year}-{int(quarter) * 3 - 2:02d}", f"{year}-{int(quarter) * 3:02d}"
