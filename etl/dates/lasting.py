"""A day on which something began or ended, and how long it lasted -> its first and its last day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from etl.dates.day import Day
from etl.dates.duration import days_stated
from etl.dates.told import SINCE, SINCE_THEN, Candidate
from etl.records import Passage
from etl.sentences import sentences
from etl.terms import Hit

BEGAN, ENDED = "began", "ended"
SIDES = {BEGAN: BEGAN, ENDED: ENDED, "ends": ENDED}  # meanings in data/terms/date_context.csv
RIGHT_BESIDE = 30  # characters between "opened" and its day
LONGEST = 7  # days in a row; what lasts longer has days off, whose number nobody says
LONGEST_COURSE = timedelta(days=200)  # between the two days that a text names as the first and the last


def lasting(chosen: Candidate, said_at: int, others: Sequence[Candidate], passage: Passage) -> Candidate:
    """Return `chosen` with the days before its end or behind its beginning, where the text says which it is.

    `said_at` is where in the item's text the day is said ("today"); `others` are the other dates that it tells.
    """
    if chosen.first != chosen.last or not (chosen.first.day and chosen.first.year):
        return chosen
    side, day = _side(said_at, others, passage), chosen.first.earliest()
    if not side and (last := _other_side(ENDED, _beside(said_at, others, passage), passage, day, day + LONGEST_COURSE)):
        return replace(chosen, last=_as_day(last))  # "launched on 16 May and will last until 27 May"
    if side == ENDED:
        first = _other_side(BEGAN, others, passage, day - LONGEST_COURSE, day)
        return replace(chosen, first=_as_day(first or day - _further(passage)))
    if side == BEGAN:
        last = _other_side(ENDED, others, passage, day, day + LONGEST_COURSE)
        return replace(chosen, last=_as_day(last or day + _further(passage)))
    return chosen


def _side(at: int, others: Sequence[Candidate], passage: Passage) -> str:
    """Return "began" or "ended" for what the sentence at `at` says of its day; "" where it says neither.

    Where it says both, the one right before the day ("opened on 12 August and ended on 14 August"), or else the one
    right behind it ("this Thursday, at the end of the meeting opened on Tuesday"). What stands behind it, nearer to
    another day, speaks of that one ("launched on 16 May and will last until 27 May").
    """
    around = (s for s in sentences(passage.string) if s[0] <= at - passage.start < s[1])
    start, end = next(around, (0, 0))
    inside = (h for h in passage.of("date_context") if start <= h.start - passage.start < end)
    said = [h for h in inside if h.code in SIDES and not _is_of_another(h, at, others)]
    if len({SIDES[h.code] for h in said}) == 2:
        before = [h for h in said if 0 <= at - h.end <= RIGHT_BESIDE][-1:]
        said = before or [h for h in said if 0 <= h.start - at <= RIGHT_BESIDE][:1]
    return SIDES[said[0].code] if said else ""


def _is_of_another(hit: Hit, at: int, others: Sequence[Candidate]) -> bool:
    """Say whether a word behind the day at `at` stands nearer to another day behind it."""
    return any(0 <= c.span[0] - hit.end <= min(hit.start - at, RIGHT_BESIDE) for c in others)


def _beside(at: int, others: Sequence[Candidate], passage: Passage) -> list[Candidate]:
    """Return those of the dates that stand in the sentence at `at`, behind it."""
    around = (s for s in sentences(passage.string) if s[0] <= at - passage.start < s[1])
    _, end = next(around, (0, 0))
    return [c for c in others if at < c.span[0] < passage.start + end]


def _other_side(side: str, others: Sequence[Candidate], passage: Passage, earliest: date, latest: date) -> date | None:
    known = [c for c in others if c.first.day and c.first.year]
    sides = ((c, BEGAN if _since(c, passage) else _side(c.span[0], others, passage)) for c in known)
    days = (c.first.earliest() for c, said in sides if said == side)
    return next((day for day in days if earliest <= day <= latest), None)


def _since(day: Candidate, passage: Passage) -> bool:
    """Say whether it had gone on since a day: "ended on Thursday a course that had met since Monday"."""
    weekday = day.rule == "weekday" and SINCE.search(passage.item.text.string, 0, day.span[0])
    return day.rule == SINCE_THEN or bool(weekday)


def _further(passage: Passage) -> timedelta:
    """Return how many days lie between the first and the last: two of a three-day course."""
    stated = days_stated(passage.string)
    days = stated.pop() if len(stated) == 1 else 1
    return timedelta(days=days - 1 if days <= LONGEST else 0)


def _as_day(day: date) -> Day:
    return Day(day.year, day.month, day.day)
