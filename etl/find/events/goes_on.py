"""A sentence of a report and the activity told before it -> whether it only tells more of that one.

"People were trained" at the course before it; "during the workshop, a moot court sat"; "case studies were
presented", "manuals were distributed": what a meeting held within it, showed and handed out is a part of it. "Through
those activities" says so too. Else a place or a day of its own, a doer or one new thing makes an activity of its own.
"""

from __future__ import annotations

from etl.dates.month_names import masked
from etl.dates.written import MONTH
from etl.find.events.begins import COURSES
from etl.find.events.clauses import DOERS, MANY, THINGS, Clause
from etl.find.events.determiners import TOLD, determiner
from etl.find.events.line_records import is_record
from etl.find.events.look_alikes import MEETINGS
from etl.find.events.times import apart, counts, times
from etl.small_words import pattern
from etl.terms import Hits, within

TRAIN = "train"
SHOWN = ("launch", "publish", "give")
HANDED_OVER = 1.5  # weight of verbs such as "donated" and "handed over": what was given stands by itself
PLACES = ("city", "country")
OPENING = 60  # characters in which "during the regional workshop" stands
POINTED_AT = (*MEETINGS, "publication", "campaign")
NEXT = 30  # characters before an event word in which "those" stands
WITHOUT_ARTICLES = ("ru", "ar")


def goes_on(clause: Clause, last: Clause, hits: Hits) -> bool:
    """Say whether a sentence tells more of the activity with which `last` begins."""
    if _trained_before(clause, last) or _points_at(clause, hits) or _resumes(clause, last):
        return True
    if last.act is None and last.event and clause.event and clause.event.code == last.event.code:
        return not (is_record(clause, hits) and apart(clause, last))  # below "Course on nets, 5 May"
    if last.sums or not (_is_meeting(last) or _trains(last)) or _has_own(clause, hits):
        return False
    return _during_it(clause, hits) or _shown_there(clause, hits) or (_trains(clause) and not counts(clause))


def _trained_before(clause: Clause, last: Clause) -> bool:
    """Say whether people "were trained" at the course of the sentence before: it counts nobody, or these "in all"."""
    if not (last.event is not None and last.event.code in COURSES and _trains(clause)):
        return False
    return (clause.event is None and not counts(last)) or (clause.sums and not clause.new)


def _resumes(clause: Clause, last: Clause) -> bool:
    """Say whether a sentence tells more of what the one before began: "The boats were built in Graz", of no time."""
    event, act, before = clause.event, clause.act, last.event
    if event is None or act is None or before is None or event.start > act.start or times(clause):
        return False
    same = event.code.removesuffix(MANY) == before.code.removesuffix(MANY)
    return same and not clause.dated and determiner(clause.text, clause.start, event) == TOLD


def _during_it(clause: Clause, hits: Hits) -> bool:
    """Say whether a sentence begins with "during the workshop"."""
    if not pattern("during").match(clause.text, clause.start):
        return False
    named = within(hits.of("event"), clause.start, clause.start + OPENING)
    meeting = next((h for h in named if h.code in MEETINGS), None)
    if meeting is None:
        return False
    return meeting.term.language in WITHOUT_ARTICLES or determiner(clause.text, clause.start, meeting) == TOLD


def _points_at(clause: Clause, hits: Hits) -> bool:
    """Say whether a sentence begins with "through those activities", "all the tools", or "the activities" alone."""
    named = next(iter(within(hits.of("event"), clause.start, clause.start + OPENING)), None)
    if named is None or not named.code.startswith(POINTED_AT):
        return False
    opening = clause.text[clause.start : named.start]
    if pattern("those").search(opening[-NEXT:]):
        return True
    alone = named.code.removesuffix(MANY) in MEETINGS and named.code.endswith(MANY) and len(opening.split()) <= 1
    return alone and determiner(clause.text, clause.start, named) == TOLD


def _shown_there(clause: Clause, hits: Hits) -> bool:
    """Say whether things were presented or distributed by nobody that is named, none of them a new one."""
    act, event = clause.act, clause.event
    if act is None or event is None or not event.code.startswith(THINGS):
        return False
    if act.code not in SHOWN or act.term.weight >= HANDED_OVER or (clause.new and not clause.many) or counts(clause):
        return False
    return not within(hits.of(*DOERS), clause.start, act.start)


def _has_own(clause: Clause, hits: Hits) -> bool:
    """Say whether a sentence names a place, a year or a month."""
    if clause.dated or within(hits.of(*PLACES), clause.start, clause.end):
        return True
    return MONTH.search(masked(clause.text), clause.start, clause.end) is not None


def _is_meeting(clause: Clause) -> bool:
    return clause.event is not None and clause.event.code.removesuffix(MANY) in MEETINGS


def _trains(clause: Clause) -> bool:
    return clause.act is not None and clause.act.code == TRAIN
