"""Two dates of a passage, or one and its words -> which of them is the activity's, and the days that it takes."""

from __future__ import annotations

import re
from dataclasses import replace

from etl.dates.counted import NEWS, counted
from etl.dates.day import Day
from etl.dates.lasting import lasting
from etl.dates.told import SINCE_THEN, Candidate
from etl.find.events.clauses import cue_sentence, spans
from etl.iso import contains
from etl.lines import ENDS_SENTENCE
from etl.records import Passage
from etl.sentences import sentences

ENOUGH_WITH_HEADING = 3.0  # a heading is a date at hand: the body must speak more clearly
UNTIL = 8  # characters between a weekday and "today" behind it: " until ", " jusqu'à "
FROM_TODAY = 20  # characters from the beginning of "today" to a weekday behind it: "hoy y hasta el viernes"
COUNTED_DAYS = ("today", "yesterday", "before_yesterday", "weekday")
LISTED = 3  # months in one sentence that are those of several events
LONGEST_ENTRY = 180  # characters of a title that stands alone behind its day
FAR_BEHIND = 700  # characters behind the words of the activity


def to_the_last(chosen: Candidate, others: list[Candidate], passage: Passage) -> Candidate:
    """Return `chosen` with the months that a sentence lists, first to last: "in Lima in May, in Quito in June".

    Two months are listed only by what sums up.
    """
    around = ((s, e) for s, e in spans(passage.item.text.string) if s <= chosen.span[0] < e)
    start, end = next(around, chosen.span)
    beside = [c for c in others if start <= c.span[0] < end and c.first.month and not c.first.day]
    listed = chosen in beside and len({c.first.year for c in beside}) == 1
    enough = len({c.first.month for c in beside}) >= (2 if passage.aggregate else LISTED)
    return replace(chosen, last=max(c.last for c in beside)) if listed and enough else chosen


def of_its_sentence(best: Candidate, others: list[Candidate], passage: Passage, enough: float) -> Candidate:
    """Return the date that the sentence of the activity tells, where `best` stands behind it and is no day of that.

    "In June the project gave four boats. From 9 to 13 September clerks went to Accra": the boats came in June.
    """
    start, end = cue_sentence(passage)
    if end <= len(passage.item.title):  # what it names in short the news below it tells
        end = max([end, *(passage.start + last for _, last in sentences(passage.string)[: NEWS + 1])])
    if best.span[0] < end or best.rule == "dateline":
        return best
    own = (c for c in others if start <= c.span[0] < end and c.first.month and c.score >= enough and c.rule == "told")
    said = next(own, None)
    return best if said is None or contains(said.first.iso(), best.first.iso()) else said


def said_in_cue(one: Candidate, other: Candidate, passage: Passage) -> bool:
    """Say whether one date stands in the sentence of the activity, and the other does not."""
    start, end = cue_sentence(passage)
    return start <= one.span[0] < end and not start <= other.span[0] < end


def day_counted(passage: Passage, told_on: Day, other: Candidate) -> Candidate | None:
    """Return the day that the sentence of the activity calls today, yesterday or Monday.

    An `other` day told elsewhere is weaker.
    """
    start, end = cue_sentence(passage)
    relative = counted(passage, told_on)
    if not relative or relative.rule not in COUNTED_DAYS or start <= other.span[0] < end:
        return None
    return relative if start <= relative.span[0] < end else None


def whole_days(chosen: Candidate, told: list[Candidate]) -> Candidate:
    """Return the days of which one was chosen by its weekday: "ended on Friday ... was held from 13 to 17 August"."""
    if chosen.rule not in COUNTED_DAYS or chosen.first != chosen.last:
        return chosen
    day = chosen.first.earliest()
    whole = (c for c in told if c.first.day and c.first != c.last and c.first.earliest() <= day <= c.last.latest())
    return next(whole, chosen)


def is_day_of_news(candidate: Candidate) -> bool:
    """Say whether a date is that of a dateline, and one day."""
    return candidate.rule == "dateline" and candidate.first == candidate.last


def opens(passage: Passage, dateline: Candidate) -> bool:
    """Say whether a day and month head the text as those of a calendar do: "Mar. 5 – Course for judges".

    One with a year does where the text is nothing but a title: "5 March 2019: Course for judges".
    """
    text = passage.item.text.string
    if len(text) <= LONGEST_ENTRY and "\n" not in text and not ENDS_SENTENCE.search(text):
        return not text[: dateline.span[0]].strip()
    no_year = not re.search(r"\d{4}", text[slice(*dateline.span)])
    return no_year and bool(dateline.first.year) and not text[passage.start : dateline.span[0]].strip()


def said_at(chosen: Candidate, passage: Passage) -> int:
    """Return where in the item's text the day is said: "today" where it is that of the heading or dateline."""
    todays = (h.start for h in passage.of("date_context") if h.code == "today")
    by_the_way = chosen.rule in ("dateline", "heading")
    return next(todays, chosen.span[0]) if by_the_way else chosen.span[0]


def lasted(chosen: Candidate, counted_days: list[Candidate], others: list[Candidate], passage: Passage) -> Candidate:
    """Return `chosen` with the days before its end or behind its beginning, wherever the text says which it is.

    The day of a dateline or heading may be said again in words: "Lima, 5 May 2019. The course ended this Friday".
    """
    again = [c.span[0] for c in counted_days if c.first == chosen.first]
    if chosen.rule == "today":
        again += [h.start for h in passage.of("date_context") if h.code == "today"]
        days = [c for c in counted_days if c.rule == "weekday"]
        since = [c for c in days if any(0 < at - c.span[1] <= UNTIL for at in again)]
        if since and since[0].first.earliest() < chosen.first.earliest():
            return replace(chosen, first=since[0].first)  # "from Wednesday until today"
        until = [c for c in days if any(0 < c.span[0] - at <= FROM_TODAY for at in again)]
        if until and until[0].first.earliest() > chosen.first.earliest():
            return replace(chosen, last=until[0].first)  # "from today until Friday"
    longer = (lasting(chosen, at, [*others, *counted_days], passage) for at in (said_at(chosen, passage), *again))
    return next((one for one in longer if one != chosen), chosen)


def clearer(candidate: Candidate, dateline: Candidate, passage: Passage) -> bool:
    """Say whether a date says more clearly than the day of news when the event was: days that hold it need less.

    What is told far behind the news is another matter.
    """
    if candidate.span[0] > passage.cue_end + FAR_BEHIND:
        return False
    if candidate.rule not in ("told", SINCE_THEN) or (dateline.first != dateline.last and not candidate.first.month):
        return False  # "Courses of 2019: 4-6 February 2019 – Dakar"
    if candidate.score >= ENOUGH_WITH_HEADING:
        return True
    days = candidate.first.day and candidate.first.year and candidate.first != candidate.last
    return bool(days) and candidate.first.earliest() <= dateline.first.earliest() <= candidate.last.latest()
