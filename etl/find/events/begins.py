"""A sentence of an item -> whether an activity of its own begins with it, or it tells more of one told before."""

from __future__ import annotations

import re

from etl.dates.written import Expression, expressions
from etl.find.counted import counted
from etl.find.events import sums
from etl.find.events.clauses import MAKING, MANY, Clause
from etl.find.events.determiners import TOLD, determiner
from etl.find.events.line_records import is_record
from etl.find.events.look_alikes import MEETINGS
from etl.find.events.next_parts import is_next_part
from etl.find.events.parts import NOWHERE
from etl.find.events.times import counts, times
from etl.records import Item
from etl.terms import Hits, within

NEW_IN_REPORT = 1.5  # a paragraph is mostly background, so a sentence of its own must say more
SHORTER = 1.0  # weight of a verb that says in a report by itself what was done, where the sentence says when
ALONE = ("train", "give", "sign", "launch", "publish", "assess", "draft")
MET = "attend"
RECORDING = ("report", "page")  # shapes of items whose lines may note an event each
COURSES = ("training", "workshop")
PRONOUN = re.compile(r"(?:It|They|He|She|Il|Elle|Ils|Elles|Él|Ella|Ellos|Ele|Ela|Eles|Он|Она|Оно|Они)\b")
NAMED = 0.8  # "Then Tumbes, from May 11 to 13: the same course for 25 officers" needs no verb
YEAR_FIRST = re.compile(r"(?:In|En|Em|В|Nel|Im Jahr|في عام|في) ((?:19|20)\d\d)(?!\w|\s?[-–/])")
OPENING = 45  # characters in which a paragraph names its month
BEFORE_MONTH = 8  # "Between "
FEWEST_MONTHS = 3  # paragraphs with a month each that make a history
DEEDS = ("sign", "give")
WEAK_ACT = "support"  # "supported", "strengthened": what is meant must be new and one


def begins(clause: Clause, item: Item, hits: Hits) -> bool:
    """Say whether a sentence tells of an activity of its own, not of one told before."""
    if item.shape in RECORDING and is_record(clause, hits):
        return True
    if _is_followed_by(clause) or is_next_part(clause):
        return True
    if clause.act is None or "general" in clause.against or clause.act.code == "fund":
        return False  # who paid is said of what was told before
    if clause.told and not _is_yearly(clause, item):
        return False
    if not (clause.new or clause.also) and PRONOUN.match(item.text.string, clause.start):
        return False
    if clause.sums and (clause.event or clause.act.code != WEAK_ACT):
        return clause.score >= NEW_IN_REPORT
    if clause.act.code == WEAK_ACT and (not clause.new or clause.many or _before(clause)):
        return False  # "the paper provided an overview"
    one = clause.new or clause.counted or not clause.many or _some_of_a_time(clause)
    if not one and not sums.sums_up(item.text.string, clause, hits, item.language):
        return False  # "holds workshops": general work
    if item.shape == "report" and _is_told_alone(clause, hits):
        return clause.score >= SHORTER
    return clause.score >= NEW_IN_REPORT


def _is_followed_by(clause: Clause) -> bool:
    """Say whether a part of a sentence names one new event and its time: "followed by a workshop on 3 May"."""
    part = clause.front != NOWHERE and clause.act is None and clause.event is not None
    return part and clause.new and not clause.against and bool(times(clause))


def _is_yearly(clause: Clause, item: Item) -> bool:
    """Say whether a paragraph opens with a known meeting on its day: "The annual forum took place on 3 May in Lima"."""
    if item.shape != "report" or TOLD in clause.against or not opens_paragraph(clause, item.text.string):
        return False
    return bool(_days(clause.text[clause.start : clause.end]))


def _is_told_alone(clause: Clause, hits: Hits) -> bool:
    """Say whether a sentence says with a verb alone what was done, and when: "In May it drafted a code for wardens".

    Who met on a day in a town did so at a meeting.
    """
    if clause.act is None or clause.against or clause.many:
        return False
    if clause.act.code == MET and within(hits.of("city"), clause.start, clause.end):
        return bool(_days(clause.text[clause.start : clause.end]))
    if clause.act.code not in ALONE:
        return False
    return clause.dated or any(e.first.month for e in expressions(clause.text[clause.start : clause.end]))


def _some_of_a_time(clause: Clause) -> bool:
    """Say whether meetings of a time are told, "held consultations in March 2018", and not those of long standing."""
    event = clause.event
    if event is None or not clause.dated or event.code.removesuffix(MANY) not in MEETINGS:
        return False
    return determiner(clause.text, clause.start, event) != TOLD


def leads_to(clause: Clause, following: list[Clause], item: Item, hits: Hits) -> bool:
    """Say whether a plural that nobody counts only leads to one of the events behind it: "Several seminars"."""
    if not clause.many or clause.event is None or _kind(clause) not in MEETINGS:
        return False
    inside = within(hits, clause.start, clause.end)
    if clause.counted or counted(item.text.string, inside, "activities", item.language) is not None:
        return False
    if sums.ONE_OF.search(clause.text, clause.start, clause.event.start):
        return False  # "one of the seminars"
    return any(not one.many and _kind(one) == _kind(clause) for one in following)


def _before(clause: Clause) -> bool:
    return clause.event is not None and clause.act is not None and clause.event.start < clause.act.start


def stands_alone(clause: Clause) -> bool:
    """Say whether a sentence of a news item tells of a dated event of its own."""
    if clause.headline or clause.many or not clause.new or clause.event is None or clause.event.code not in MEETINGS:
        return False
    return clause.dated


def opens_paragraph(clause: Clause, text: str) -> bool:
    """Say whether a sentence is the first of a paragraph: a page's later sentences tell more of the same event."""
    return clause.start == 0 or text[clause.start - 1] == "\n"


def of_other_days(clauses: list[Clause], text: str) -> list[Clause]:
    """Return the first sentence that tells of a day, and those that tell later of a day of their own.

    They open a paragraph or name one new event. [] where there are none such. A day of another year is background, and
    one before the first too, but for what was signed, given or trained on it.
    """
    weighty = [c for c in clauses if c.act is not None and c.score >= NEW_IN_REPORT]
    told = [c for c in clauses if c in weighty or (_trained(c) and not c.against)]
    first = next((c for c in told if _days(text[c.start : c.end])), None)
    if first is None:
        return []
    named = [c for c in clauses if c in weighty or (c.event and c.event.code in MEETINGS and c.score >= NAMED)]
    # "This was the second workshop, the first one was in May"
    named = [c for c in named if TOLD not in c.against and not _points_back(c, first)]
    others = [c for c in named if c.start > first.start and (c.event or _trained(c))]
    days = _days(text[first.start : first.end])
    others = [c for c in others if opens_paragraph(c, text) or _is_deed(c) or (_is_new(c) and _is_later(c, days, text))]
    others = [c for c in others if _has_own_day(c, days, text)]
    return [first, *others] if others else []


def _points_back(clause: Clause, first: Clause) -> bool:
    """Say whether a sentence tells more of the first one's event: "The seminar, which began on 3 May, brought"."""
    return clause.told and bool(clause.event and first.event) and _kind(clause) == _kind(first)


def _kind(clause: Clause) -> str:
    return clause.event.code.removesuffix(MANY) if clause.event else ""


def _is_new(clause: Clause) -> bool:
    """Say whether a sentence names one new event with its verb, or sums up who came to one."""
    return clause.act is not None and not clause.many and (clause.new or clause.sums)


def _is_deed(clause: Clause) -> bool:
    """Say whether a sentence says what was done so clearly that it counts though it was done before."""
    if _trained(clause):
        return True
    return clause.act is not None and clause.act.code in DEEDS and clause.new and not clause.many


def _is_later(clause: Clause, days: list[Expression], text: str) -> bool:
    """Say whether the day of a sentence is none before that of the first: how it came about is background."""
    own = _days(text[clause.start : clause.end])
    return bool(own) and _place(own[0]) >= _place(days[0])


def _place(e: Expression) -> tuple[int, int]:
    return e.first.month or 0, e.first.day or 0


def of_times(clauses: list[Clause], best: Clause, text: str) -> list[Clause]:
    """Return the sentences that open paragraphs with a time each, where the main one does: "In 2020, the Office ...".

    Two different years do, or three months. [] where the main one has none: then such paragraphs are background.
    """
    weighty = [c for c in clauses if c.act is not None and c.score >= NEW_IN_REPORT and opens_paragraph(c, text)]
    years = {c: year[1] for c in weighty if (year := YEAR_FIRST.match(text, c.start))}
    if len(set(years.values())) > 1 and best in years:
        return list(years)
    months = {c: _place(said[0]) for c in weighty if (said := _month_first(c))}
    return list(months) if len(set(months.values())) >= FEWEST_MONTHS and best in months else []


def _trained(clause: Clause) -> bool:
    """Say whether so many people were trained, which says by itself that there was a course."""
    return clause.act is not None and clause.act.code == "train" and counts(clause)


def _has_own_day(clause: Clause, days: list[Expression], text: str) -> bool:
    own = _days(text[clause.start : clause.end]) or _month_first(clause)
    if not own:
        return False
    day = own[0].first
    years = {e.first.year for e in days if e.first.year}
    if day.year and years and day.year not in years:
        return False
    if not day.day:
        return all(e.first.month != day.month != e.last.month for e in days)
    return not any(_covers(e, day.month or 0, day.day or 0) for e in days)


def _month_first(clause: Clause) -> list[Expression]:
    """Return the month and year with which a paragraph opens: "In September 2014, ..."."""
    text = clause.text[clause.start : min(clause.end, clause.start + OPENING)]
    if not any(map(str.isdigit, text)):
        return []
    return [e for e in expressions(text) if e.first.month and e.first.year and e.start <= BEFORE_MONTH]


def _days(text: str) -> list[Expression]:
    return [e for e in expressions(text) if e.first.day]


def same_days(one: Clause, other: Clause) -> bool:
    """Say whether two sentences name the same days."""
    told = ({(e.first, e.last) for e in _days(c.text[c.start : c.end])} for c in (one, other))
    return not next(told).isdisjoint(next(told))


def _covers(e: Expression, month: int, day: int) -> bool:
    """Say whether a day is one of those of `e`."""
    return (e.first.month or 0, e.first.day or 0) <= (month, day) <= (e.last.month or 0, e.last.day or 0)


def is_another(clause: Clause, best: Clause, item: Item) -> bool:
    """Say whether a paragraph of an undated news item, whose main sentence is of no meeting, begins with one."""
    if item.heading or item.shape != "feed" or (best.event and best.event.code in MEETINGS) or best.end > clause.start:
        return False
    act, met = clause.act, clause.event is not None and clause.event.code in MEETINGS
    meeting = met and act is not None and act.code not in MAKING  # a manual was launched at a meeting
    return meeting and clause.new and not clause.many and opens_paragraph(clause, item.text.string)
