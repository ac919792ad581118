"""Mentions of a document -> those beside an event ("At the same ceremony", "On the third day") with the days of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from etl.dates.day import Day, parsed
from etl.records import EVENT_BEFORE, SAME_EVENT, Finding, Mention

SAME: dict[str, tuple[str, ...]] = {"day": (), "month": ("day",), "year": ("day", "month")}  # what is not the same


def with_days_of_event(mentions: Sequence[Mention]) -> list[Mention]:
    """Return the mentions of one document, in its order, those of a day of an event told of before with that day.

    The event is what their item tells of first, or what was told of last; in an item of its own nothing that stands
    before it. Where its day is not known, they stay.
    """
    result: list[Mention] = []
    for mention in mentions:
        said = next((f for f in mention.findings if f.rule.startswith((SAME_EVENT, EVENT_BEFORE))), None)
        event = _event(said, result) if said else None
        result.append(_on_its_day(mention, said, event) if said and event else mention)
    return result


def _event(said: Finding, before: Sequence[Mention]) -> Mention | None:
    known = [m for m in before if m.row["date_basis"] in ("event", "inferred") and m.row["date"]]
    of_its_item = [m for m in known if m.row["line_start"] >= said.line_start]
    if said.rule.startswith(SAME_EVENT):
        known = of_its_item
    if of_its_item and _day(said) not in SAME:
        return of_its_item[0]
    return known[-1] if known else None


def _day(said: Finding) -> str:
    """Return which day of the event it is."""
    return said.rule.removeprefix(SAME_EVENT).removeprefix(EVENT_BEFORE)


def _on_its_day(mention: Mention, said: Finding, event: Mention) -> Mention:
    """Return the mention with the day of the event that it names, all of them where it names none."""
    first, last = parsed(event.row["date"]), parsed(event.row["end_date"] or event.row["date"])
    day = _day(said)
    if day in SAME:
        first = last = first._replace(**dict.fromkeys(SAME[day]))
    elif day == "last":
        first = last
    elif day.isdigit() and first.day:
        first = last = _later(first, last, int(day) - 1)
    basis = str(event.row["date_basis"])
    dates = {"date": first.iso(), "end_date": last.iso(), "date_basis": basis}
    bounds = {"date_earliest": first.earliest(), "date_latest": first.latest()}
    passed = [replace(f, chosen=f.chosen and f.field not in dates) for f in mention.findings if f is not said]
    stands = [replace(said, field=field, value=value, chosen=True) for field, value in dates.items()]
    return replace(mention, row=mention.row | dates | bounds, findings=(*passed, *stands))


def _later(first: Day, last: Day, days: int) -> Day:
    """Return the day so many days behind the first, or the last one where it is over by then."""
    day = min(first.earliest() + timedelta(days=days), last.latest())
    return Day(day.year, day.month, day.day)
