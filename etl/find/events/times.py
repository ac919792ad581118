"""The times that sentences name -> whether two may tell of one thing; and which numbers are none of a day."""

from __future__ import annotations

from etl.dates.written import Expression, expressions
from etl.find.events.clauses import COUNT, Clause

LAST_DAY = 31  # of a month whose day is not told


def times(clause: Clause) -> list[Expression]:
    """Return the days and months that a sentence names."""
    return [e for e in expressions(clause.text[clause.start : clause.end]) if e.first.month]


def overlap(one: Expression, other: Expression) -> bool:
    """Say whether two times have a day in common, whatever the year that one of them leaves out."""
    years = {e.first.year for e in (one, other) if e.first.year}
    return len(years) < 2 and _first(one) <= _last(other) and _first(other) <= _last(one)


def apart(one: Clause, other: Clause) -> bool:
    """Say whether each of two sentences names a time, and they have none in common."""
    told, of_other = times(one), times(other)
    return bool(told and of_other) and not any(overlap(a, b) for a in told for b in of_other)


def counts(clause: Clause) -> bool:
    """Say whether a sentence has a number that is none of a day."""
    days = [(e.start, e.end) for e in expressions(clause.text[clause.start : clause.end])]
    figures = (f.start() - clause.start for f in COUNT.finditer(clause.text, clause.start, clause.end))
    return any(not any(first <= figure < last for first, last in days) for figure in figures)


def _first(e: Expression) -> tuple[int, int]:
    return e.first.month or 0, e.first.day or 0


def _last(e: Expression) -> tuple[int, int]:
    return e.last.month or 0, e.last.day or LAST_DAY
