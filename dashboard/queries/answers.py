"""What the queries give back: small frozen records that figures and parts draw, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class People:
    """A number of people, each activity once; a person at two courses counts twice.

    `qualifier`: "about", "at_least" or "" (every term exact, every activity that should state a number does).
    `stated` of the `of` activities state a number; nothing is known where `stated` is 0.
    """

    value: int
    qualifier: str
    stated: int
    of: int


@dataclass(frozen=True, slots=True)
class Totals:
    """The numbers of the tiles and of the bridge line over S, the events that pass the filters.

    `countries` are different countries inside the country or region filter, `countries_outside` those outside it that
    took part; `participations` counts pairs of activity and country inside the filter; `several_countries` and
    `regional_or_global` (no country at all) are activities. `undated` have no bounds; `left_out_without_bounds` would
    pass but for the date filter. `claims` and `projects` pass the same filters and are not in S. `reviewed` of
    `activities` have been checked or corrected by a person. `data_date` is the day of the newest run, ISO 8601.
    """

    activities: int
    countries: int
    countries_outside: int
    participations: int
    several_countries: int
    regional_or_global: int
    trained: People
    participants: People
    women: int
    men: int
    donors: int
    undated: int
    left_out_without_bounds: int
    claims: int
    projects: int
    reviewed: int
    data_date: str


@dataclass(frozen=True, slots=True)
class Group:
    """Figures of one value of a field (a country, a kind, a donor ...); `value` "" are the activities without any.

    `shared` of its `activities` also stand under another value of the field. `trained` and `participants` follow the
    mode of counting people: whole (default), only (those of activities with this value alone) or shared (equal parts,
    so no whole numbers). `donors` are different ones; 0 where they were not asked for.
    """

    value: str
    activities: int
    shared: int
    trained: float
    participants: float
    trained_stated: int
    participants_stated: int
    donors: int = 0

    @property
    def donors_stated(self) -> int:
        """How many donors are named: nothing is known of a group without any."""
        return self.donors


@dataclass(frozen=True, slots=True)
class Span:
    """Activities that started between the periods `first` and `last` (equal: a bar; else a band between them).

    Periods are written 2016-11, 2016-Q4 or 2016. `value` is the stacked field's, "" where nothing is stacked.
    """

    first: str
    last: str
    activities: int
    trained: int
    participants: int
    value: str = ""


@dataclass(frozen=True, slots=True)
class Timeline:
    """Bars, bands and undated activities: bars + bands + undated = |S| (where nothing is stacked by a list)."""

    grain: str
    bars: tuple[Span, ...]
    bands: tuple[Span, ...]
    undated: int


Node = tuple[str, str]  # name of a field in the address, value
Link = tuple[Node, Node, int]  # from, to, activities that have both


@dataclass(frozen=True, slots=True)
class Flow:
    """Bands between the values of fields, in the order of these; an activity with several values runs in several.

    `drawn` are those of `links` between the largest values. `activities` of the `of` that pass are in them.
    """

    links: tuple[Link, ...]
    drawn: tuple[Link, ...]
    activities: int
    of: int


@dataclass(frozen=True, slots=True)
class Matrix:
    """Activities by two fields: `cells[row][column]`, and marginal totals that count each activity once.

    `rows` and `columns` are values ("" for none); `row_totals`, `column_totals` and `total` follow the counting rules,
    so they are smaller than the sums of the cells where an activity has several values.
    """

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: tuple[tuple[int, ...], ...]
    row_totals: tuple[int, ...]
    column_totals: tuple[int, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Option:
    """One value that a filter offers, with the number of events that have it, whatever the filters."""

    value: str
    activities: int


@dataclass(frozen=True, slots=True)
class Page:
    """One page of records: `rows` are dicts by column name of etl/schema.py; `total` counts all that match."""

    rows: tuple[dict[str, Any], ...]
    total: int
    start: int


@dataclass(frozen=True, slots=True)
class Record:
    """One activity with all that speaks for it.

    `activity`: its row. `mentions`: rows of its mentions, best first. `evidence`: rows of evidence by mention_id, those
    chosen first. `merges`: why its mentions are one activity. `changes`: what runs did to it, newest first.
    `corrections`: what a person said of it.
    """

    activity: dict[str, Any]
    mentions: tuple[dict[str, Any], ...]
    evidence: dict[str, tuple[dict[str, Any], ...]]
    merges: tuple[dict[str, Any], ...]
    changes: tuple[dict[str, Any], ...]
    corrections: tuple[Correction, ...] = ()


@dataclass(frozen=True, slots=True)
class Correction:
    """A hand correction, as the run lists it (see etl/corrections_listed.py).

    `activity` is the row that it is about, {} where there is none (any more); `standing` is in_force, read_so (the
    machine reads it so by itself by now) or refused (it no longer fits).
    """

    activity_id: str
    place: str
    action: str
    field: str
    old: str
    new: str
    reason: str
    by: str
    date: str
    standing: str
    activity: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim that sums up others, and what all events of the same scope document, whatever the filter.

    `scope` is "own" (the claim states its period), "document" (the period that its document covers) or "" (unknown:
    then every `documented_*` is None and nothing is compared). `countries` of the scope are the claim's own, empty for
    any.
    """

    activity: dict[str, Any]
    scope: str
    first_day: str
    last_day: str
    countries: tuple[str, ...]
    documented_activities: int | None
    documented_countries: int | None
    documented_trained: People | None
    documented_participants: People | None


@dataclass(frozen=True, slots=True)
class Completeness:
    """How many of `of` events state a field, and the mean confidence of its chosen values (None: no evidence)."""

    field: str
    stated: int
    of: int
    confidence: float | None


@dataclass(frozen=True, slots=True)
class Quality:
    """The state of the data: completeness by field, documents (rows), flags and reviews counted, what was merged."""

    completeness: tuple[Completeness, ...]
    documents: tuple[dict[str, Any], ...]
    flags: tuple[Option, ...]
    reviews: tuple[Option, ...]
    merged_activities: int
    merges: tuple[dict[str, Any], ...]


@dataclass(frozen=True, slots=True)
class Change:
    """One activity that a run made new, changed or withdrew; its row is None where it is gone."""

    run: str
    activity_id: str
    change: str
    fields: tuple[str, ...]
    activity: dict[str, Any] | None
