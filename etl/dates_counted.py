"""A passage and the date of its heading -> the day that "today", "yesterday" or "on Thursday" means."""

from __future__ import annotations

import re
from datetime import date, timedelta

from etl.dates_told import Candidate
from etl.day import Day
from etl.month_names import WEEKDAY_MARK, masked
from etl.records import Passage
from etl.sentences import sentences
from etl.terms import Hit

COUNTED = ("today", "ago", "yesterday", "last_week")  # meanings in data/terms/date_context.csv
NEWS = 2  # sentences in which the news stands; later ones tell of other days

A_WEEKDAY = re.compile("[\ue020-\ue027]")
WEEKDAY = re.compile(
    r"(?:\b(?:on|last|this|le|ce|el|este|na|no|nesta|neste|esta|в|во)\s+|يوم\s+)(?:last\s+)?([\ue020-\ue027])\1{2,}(?!\s*,?\s*\d)",
    re.I,
)


def counted(passage: Passage, first: Day) -> Candidate | None:
    """Return the day that today, yesterday or on Thursday means, counted from the heading; None where none is said."""
    if not first.day:
        return None
    cut = sentences(passage.string)
    said = [h for h in reversed(passage.hits) if h.group == "date_context" and h.code in COUNTED]
    told = {h.code: h for h in said if _in_the_news(h, passage, cut)}
    day = first.earliest()
    if "today" in told and "ago" not in told:
        return Candidate((told["today"].start, told["today"].end), first, first, "today", 1.0)
    if "last_week" in told:
        monday = day - timedelta(days=day.weekday() + 7)
        month = Day(monday.year, monday.month)
        return Candidate((told["last_week"].start, told["last_week"].end), month, month, "last_week", 1.0)
    if "yesterday" in told:
        return _counted((told["yesterday"].start, told["yesterday"].end), day - timedelta(days=1), "yesterday")
    marked = masked(passage.string)
    match = WEEKDAY.search(marked) if A_WEEKDAY.search(marked) else None
    if match:
        weekday = (ord(match[1]) - WEEKDAY_MARK) % 7
        back = (day.weekday() - weekday) % 7
        span = (passage.start + match.start(), passage.start + match.end())
        return _counted(span, day - timedelta(days=back), "weekday")
    return None


def _counted(span: tuple[int, int], day: date, rule: str) -> Candidate:
    stands = Day(day.year, day.month, day.day)
    return Candidate(span, stands, stands, rule, 1.0)


def _in_the_news(hit: Hit, passage: Passage, cut: list[tuple[int, int]]) -> bool:
    """Say whether a word stands in the title or first sentences, or in the sentence of the cue."""
    start, cue = hit.start - passage.start, passage.cue_start - passage.start
    where = next((n for n, (a, b) in enumerate(cut) if a <= start < b), 0)
    return where <= NEWS or cut[where][0] <= cue < cut[where][1]
