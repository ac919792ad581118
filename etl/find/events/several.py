"""An item -> the sentences with which its activities begin, where it tells of more than one."""

from __future__ import annotations

import re

from etl.dates.day import Day
from etl.dates.month_names import masked
from etl.dates.written import Expression, expressions
from etl.find.events import accounts, begins, paragraphs
from etl.find.events.apart import apart
from etl.find.events.clauses import HAPPENED, Clause
from etl.find.events.determiners import TOLD, determiner
from etl.find.events.look_alikes import MEETINGS
from etl.find.events.next_parts import with_next_parts
from etl.find.events.paragraphs import PAST, marks, of_earlier_years, word
from etl.find.events.parts import NOWHERE
from etl.find.events.sums import sums_up
from etl.find.events.sums_beside import sums_beside
from etl.find.events.times import counts
from etl.find.events.told_again import without_title
from etl.records import Item
from etl.terms import Hits, within

DONE = ("train", "give", "sign", "launch", "publish", "assess")  # what stands by itself beside the main thing
OPENING = 45  # characters within which a sentence says when: "In June, a workshop"
WEEKDAY = re.compile(r"[\ue020-\ue026]")  # once names of weekdays are masked; Monday first
PERIOD = "period"  # "during the reporting period": the words of a report


def first_sentences(item: Item, clauses: list[Clause], read: list[Clause], best: Clause, hits: Hits) -> list[Clause]:
    """Return the sentences with which the activities of an item begin; fewer than two where it tells of one.

    `clauses` are its sentences, `read` those near its head, `best` the one that tells of its main activity.
    1. In a report each sentence that begins an activity. 2. On a page those with a day of their own. 3. In an undated
    news item a meeting behind a thing. 4. The first, the second of a row; an account of what one doer did. 5. Sentences
    that go on in time, or tell what was also done. 6. In an entry of a digest what was done beside it (apart.py).
    Beside these, those that open a paragraph of a page with an activity of its own (paragraphs.py), and those behind
    that sum up other courses of the house.
    """
    found = _of_their_own(item, clauses, read, best, hits)
    if item.shape == "page":
        found = paragraphs.openings(clauses, found or [best], item, hits)
        found = with_next_parts(found or [best], clauses)
    found = without_title(found, clauses)
    last = max(best.start, *(c.start for c in found)) if found else best.start
    sums = sums_beside([c for c in clauses if c.start > last], best, item, hits)
    return [*(found if len(found) > 1 else [best]), *sums] if sums else found


def _of_their_own(item: Item, clauses: list[Clause], read: list[Clause], best: Clause, hits: Hits) -> list[Clause]:
    own = [c for c in clauses if begins.begins(c, item, hits)]
    if any(h.code == PERIOD for h in hits.of("digest")):
        return own
    alone = [c for c in own if begins.stands_alone(c)]
    if len(joined := _of_one_sentence(best, clauses)) > 1:
        return sorted({*joined, *alone}, key=lambda c: c.start)
    if times := begins.of_times(clauses, best, item.text.string):
        return times
    if item.shape == "page":
        opening = [c for c in alone if begins.opens_paragraph(c, item.text.string)]
        days = begins.of_other_days(read, item.text.string)
        found = sorted({*opening, *days}, key=lambda c: c.start) if len(opening) > 1 else days
        found = [c for c in found if not of_earlier_years(c, best)]
    else:
        others = [c for c in alone or clauses if c.score >= HAPPENED and begins.is_another(c, best, item)]
        found = [best, *others[:1]] if others else alone
    if len(found) > 1:
        return found
    if told := accounts.in_turn(own, item.text.string) or accounts.account(own, clauses, item, hits):
        return told
    if sums_up(item.text.string, best, hits, item.language):
        behind = (c for c in own if c.start > best.end and c.new and not c.many)
        single = [c for c in behind if _told_when(c, item, c.end - c.start)]
        return [best, *single] if single else []
    now = [c for c in own if not any(h.code == "past" for h in within(hits.of(*PAST), c.start, c.end))]
    near = [c for c in now if c in read]
    row = _later_and_later(near, item) or _of_weekdays(near, item)
    return apart(now, row or _besides(best, now, hits) or [best], item, hits)


def _of_one_sentence(best: Clause, clauses: list[Clause]) -> list[Clause]:
    """Return the parts of the sentence that `best` is or is a part of."""
    start = best.front[0] if best.front != NOWHERE else best.start
    return [c for c in clauses if c.start == start or (c.front != NOWHERE and c.front[0] == start)]


def _besides(best: Clause, own: list[Clause], hits: Hits) -> list[Clause]:
    """Return the main sentence and those behind it that begin with "in addition" and tell of something else.

    What was done stands by itself; a meeting that was held does beside what was launched, signed or given, and beside
    another where it is a new one in another town or month.
    """
    main = next((c for c in own if not c.also), best) if best.also else best
    behind = [c for c in own if c.also and c.start > main.start and not of_earlier_years(c, main)]
    others = [c for c in behind if _is_beside(c, main, hits)]
    return [main, *others] if others else []


def _is_beside(clause: Clause, main: Clause, hits: Hits) -> bool:
    if word(clause) != word(main):
        return _done(clause) or (_is_meeting(clause) and not _is_meeting(main) and not _is_known(clause))
    if clause.many or not clause.new:
        return False
    own_marks = zip(marks(clause, hits), marks(main, hits), strict=True)
    return _done(clause) or any(own and not own & of_main for own, of_main in own_marks)


def _is_known(clause: Clause) -> bool:
    """Say whether "the" stands before its event word: "it also led to the training of", no course of its own."""
    return clause.event is not None and determiner(clause.text, clause.start, clause.event) == TOLD


def _is_meeting(clause: Clause) -> bool:
    return word(clause) in MEETINGS


def _done(clause: Clause) -> bool:
    return clause.act is not None and clause.act.code in DONE


def _later_and_later(own: list[Clause], item: Item) -> list[Clause]:
    """Return the sentences with a day or month of their own, each later than the one before, in one year.

    The first may say it anywhere, and so may one that names one new meeting; the others say it first.
    """
    told: list[tuple[Clause, Expression]] = []
    for clause in own:
        anywhere = not told or (clause.new and not clause.many and _is_meeting(clause))
        when = _told_when(clause, item, clause.end - clause.start if anywhere else OPENING)
        if told and _goes_on(clause, told[-1][0]):
            continue  # "On 5 May, the wardens received their certificates"
        if when and (not told or _is_later(told[-1][1], when)):
            told.append((clause, when))
    return [c for c, _ in told] if len(told) > 1 else []


def _goes_on(clause: Clause, last: Clause) -> bool:
    """Say whether a sentence counts nobody and names nothing, or only what the one before told of: "the course"."""
    if clause.event is None:
        return clause.act is not None and clause.act.code == "train" and not counts(clause)
    return word(clause) == word(last) and _is_known(clause) and not _is_held(clause)


def _is_held(clause: Clause) -> bool:
    return clause.act is not None and clause.act.code in ("hold", "train")


def _of_weekdays(own: list[Clause], item: Item) -> list[Clause]:
    """Return the sentences that begin with a weekday and tell of one new event or deed each, later and later."""
    told: list[tuple[Clause, str]] = []
    for clause in own:
        if clause.event is None or clause.many or not (clause.new or (_done(clause) and clause.counted)):
            continue
        day = WEEKDAY.search(masked(item.text.string), clause.start, min(clause.end, clause.start + OPENING))
        if day and (not told or day[0] > told[-1][1]):
            told.append((clause, day[0]))
    return [c for c, _ in told] if len(told) > 1 else []


def _told_when(clause: Clause, item: Item, reach: int) -> Expression | None:
    told = expressions(item.text.string[clause.start : clause.start + reach])
    return next((e for e in told if e.first.month), None)


def _is_later(one: Expression, other: Expression) -> bool:
    if one.first.year and other.first.year and one.first.year != other.first.year:
        return False
    return _place(one.last) < _place(other.first)


def _place(day: Day) -> tuple[int, int]:
    return day.month or 0, day.day or 0
