"""A passage -> the dates that it tells, each with how much speaks for its being that of the activity."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from etl.dates.apart import BEFORE, MARKS_A_DAY, Span, of_other_things, said_near
from etl.dates.day import Day
from etl.dates.score import ASIDE, PREPOSITION, TIME, is_aside, score_of
from etl.dates.written import Expression, expressions
from etl.dates.years import LATER, ahead, goes_on, near_heading, with_year
from etl.fixed import fixed
from etl.heading import LABEL
from etl.headings import is_town
from etl.iso import contains
from etl.records import Passage
from etl.sentences import below_title, sentences
from etl.small_words import spelt, whole
from etl.text import FIGURE

DIGIT = re.compile(FIGURE)
YEAR_PREPOSITION = re.compile(
    rf"(?:\b(?:{spelt('before a year')})(?: early| late| mid-?)?|(?:{spelt('before a year in Arabic')}){TIME})\s*$",
    re.I,
)
DATELINE = re.compile(r"(?:^|\n)[^\n.]{0,60}$")
AFTER_DATELINE = re.compile(r"(?:\s*(?:года|г\.))?\s*\)?\.?\s*(?:[-–—:|]|\((?!\d)[^()\n]{2,40}\)\.?\s*[-–—:|])")
FULL_STOP = re.compile(r"(?:\s*года)?\)?\.\s+[^\W\d_]")  # "Lima, 5 May 2019. The Office": behind places alone
BRACKET = re.compile(r"\)\s+[^\W\d_]")  # "(Lima, 5 May 2019) The Office": behind a bracket that opens the line
DAY = rf"\s+(?i:{spelt('a day')})\b"
LAST_DAY = re.compile(rf"(?:{whole('closing')}){DAY}")
FIRST_DAY = re.compile(rf"(?:{whole('opening')}){DAY}")
AFTER = 25  # characters behind a date in which words say what it is the date of
CLAUSE = 160  # characters of a clause: "on the last day of the ... session, held from 3 to 5 May"
OF_OTHERS = {"not", "past", "earlier", "changed"}  # what words before a date say that it is not of the activity
CLOCK = re.compile(r"[\s,|–—-]*(?:at |à |kl )?\d{1,2}[:h]\d\d")
LEADS = 8  # characters before a date with which a sentence opens: "In early"
FIRST = 1  # sentences before the one that tells the news: its title
AGREES_WEIGHS = 2.0
SINCE = re.compile(rf"(?:{whole('since a day')})\s?$")
SINCE_THEN, SINCE_WEIGHS = "since", 3.0  # a rule; what other dates of the sentence outweigh, those of others do not
HEADS = 2.0  # score of a month that alone, or behind a place, heads the text


@fixed
class Candidate:
    """A date that might be the activity's: its place, first and last day, how it was found, how much speaks for it."""

    span: Span
    first: Day
    last: Day
    rule: str
    score: float


def told(passage: Passage, reference: Day | None, month_first: bool = False) -> list[Candidate]:
    """Return the dates of `passage`; a yearless one in the year that puts it nearest before `reference`.

    `month_first` says how the document means 03/04/2016. Dates of laws, deadlines, observed days, hours of publication
    and other such things are left out, what is still to come, and history far before `reference` that the sentence of
    the activity does not tell first of all.
    """
    text = passage.string
    if not DIGIT.search(text) and not reference:
        return []
    found = expressions(text, month_first)
    cut = sentences(text) if found else []
    reference = reference or _said_elsewhere(found)
    own = [e for e in found if not (reference and _of_the_page(e, text, cut, reference))]
    own = [lent for e in own if (lent := _with_year_of_month(e, found, reference))]
    kept = [c for e in own if (c := _candidate(e, passage, text, cut, reference))]
    return [replace(c, score=c.score + AGREES_WEIGHS) if any(_confirms(o, c) for o in kept) else c for c in kept]


def _of_the_page(e: Expression, text: str, cut: list[Span], reference: Day) -> bool:
    """Say whether a date is that of the hour at which the news appeared, or is still to come.

    "Friday, 12 April 2019, 9:15 am", "Publié le 12 mai 2019 | Rédaction", "learnt to look after the goats that come in
    July", told in June. But a month with which a sentence opens has been, and months from one until another: "In
    January", "from March until May", said in December.
    """
    opens = next((e.start - s[0] for s in cut if s[0] <= e.start < s[1]), 0)
    line = text.rfind("\n", 0, e.start) + 1
    if e.first == reference and ((opens == 0 and CLOCK.match(text, e.end)) or LABEL.fullmatch(text, line, e.start)):
        return True
    months = e.first.day is None and (opens <= LEADS or e.range)
    return ahead(e, reference) is not None and not months


def _with_year_of_month(e: Expression, found: Sequence[Expression], reference: Day | None) -> Expression | None:
    """Return a day without a year in that of its month before it; None where that is still to come.

    "In the last week of March 2024 ... from 26 to 28 March", "Calendar of December 2019: 9 to 11 December".
    """
    if e.first.year or e.first.month != e.last.month:
        return e
    before = (o.first.year for o in reversed(found) if o.start < e.start and o.first.month == e.first.month)
    year = next(filter(None, before), None)
    if year is None:
        return e
    lent = replace(e, first=e.first._replace(year=year), last=e.last._replace(year=year))
    to_come = reference and reference.month and lent.first.earliest() > reference.latest() + LATER
    return None if to_come else lent


def _said_elsewhere(found: Sequence[Expression]) -> Day | None:
    """Return the year that the only full dates of a text say ("on 12 June ... until 15 June 2019"), as a Day."""
    years = {e.first.year for e in found if e.first.day and e.first.year}
    return Day(years.pop()) if len(years) == 1 else None


def _confirms(other: Candidate, candidate: Candidate) -> bool:
    """Say whether a coarser date elsewhere ("in October 2011") covers this one: they speak of the same event."""
    return contains(other.first.iso(), candidate.first.iso())


def _candidate(e: Expression, passage: Passage, text: str, cut: list[Span], reference: Day | None) -> Candidate | None:
    before, after = text[max(0, e.start - BEFORE) : e.start], text[e.end : e.end + AFTER]
    sentence = next((s for s in cut if s[0] <= e.start < s[1]), (0, len(text)))
    near = said_near(passage, e, sentence)
    if reference and goes_on(e, reference):
        near.discard("not")  # "is being held ... will last from 1 to 3 April", said on the first day
    since = SINCE.search(before) is not None and _began_then(e, passage, sentence, cut)
    near -= {"not"} if since else set()
    if near & OF_OTHERS or MARKS_A_DAY.match(after):
        return None
    if of_other_things(e, passage, text, sentence, cut):
        return None
    if not e.first.month and not _year_of_it(e, passage, sentence, near, reference):
        return None
    dateline = bool(e.first.day and DATELINE.search(before)) and _ends_dateline(e, passage, text, after)
    heads = e.start == 0 and AFTER_DATELINE.match(after)  # "April: handover of six radios"
    if not e.first.day and e.first.month and not e.first.year and not (since or heads or PREPOSITION.search(before)):
        return None
    score = SINCE_WEIGHS if since else 4.0 if dateline else score_of(e, passage, before, sentence, near, cut)
    if not e.first.day and e.first.month and _heads(e, passage, text, after):
        score = max(score, HEADS)
    first, last = with_year(e, reference)
    if _is_far(first, reference, dateline) and not _leads(e, passage, sentence, cut):
        return None
    clause = text[max(sentence[0], e.start - CLAUSE) : e.start]
    if first != last and LAST_DAY.search(clause):
        first = last
    elif first != last and FIRST_DAY.search(clause):
        last = first
    span = (passage.start + e.start, passage.start + e.end)
    return Candidate(span, first, last, SINCE_THEN if since else "dateline" if dateline else "told", score)


def _began_then(e: Expression, passage: Passage, sentence: Span, cut: list[Span]) -> bool:
    """Say whether what the sentence of the activity tells of has gone on since a day or month: it began then.

    A sum over the time since then did not, nor what is said by the way ("which has been a member since May").
    """
    told = passage.cue_start - passage.start
    own = sentence[0] <= told < sentence[1] or sentence == below_title(passage.string, cut, told)
    said = own and bool(e.first.month) and not e.range and not passage.aggregate
    return said and ASIDE.search(passage.string, sentence[0], e.start) is None


def _leads(e: Expression, passage: Passage, sentence: Span, cut: list[Span]) -> bool:
    """Say whether the first sentences tell what was done with a month of a year: "In August 2010, the well was opened".

    However late a page is put up, that is when it was.
    """
    if not (e.first.year and e.first.month):
        return False
    if passage.string[: e.start].endswith("(") and passage.string.startswith(")", e.end):
        return sentence[0] <= passage.cue_start - passage.start < sentence[1]  # "Three boats handed over (June 2020)"
    if e.start - sentence[0] > LEADS or cut.index(sentence) > FIRST:
        return False
    inside = range(passage.start + sentence[0], passage.start + sentence[1])
    return any(h.start in inside for h in passage.of("act"))


def _is_far(first: Day, reference: Day | None, dateline: bool) -> bool:
    known = reference if reference and reference.day and first.year else None
    return known is not None and not near_heading(first, known, dateline)


def _year_of_it(e: Expression, passage: Passage, sentence: Span, near: set[str], reference: Day | None) -> bool:
    """Say whether a bare year, behind "in" or "at the end of", may be the activity's.

    News may tell of another activity further on, and say in the same sentence in what year that was.
    """
    text, part = passage.string, "part" in near
    if not (part or YEAR_PREPOSITION.search(text, max(0, e.start - BEFORE), e.start)):
        return False
    told_beside = passage.start > 0 and sentence[0] <= passage.cue_start - passage.start < sentence[1]
    return (_of_news(e, reference) or "held" in near or told_beside) and not (part and is_aside(e, passage, sentence))


def _of_news(e: Expression, reference: Day | None) -> bool:
    """Say whether a bare year may be the activity's: no day is known of its telling, and its report is no older."""
    return not reference or (not reference.day and (e.first.year or 0) <= (reference.year or 0))


def _heads(e: Expression, passage: Passage, text: str, after: str) -> bool:
    """Say whether a month stands on a line of its own, beside a town: "Lima, June 2017", "June 2017 Lima, Peru"."""
    if after.startswith("\n"):
        return _ends_dateline(e, passage, text, after)
    begins = e.first.year is not None and text.endswith("\n", 0, e.start)
    return begins and is_town(text[e.end :].partition("\n")[0].strip())


def _ends_dateline(e: Expression, passage: Passage, text: str, after: str) -> bool:
    """Say whether a dash or colon, or, behind nothing but a place, a full stop or line end, sets a date off.

    The place stands at the head of the text or right below its title.
    """
    line = text.rfind("\n", 0, e.start) + 1
    if AFTER_DATELINE.match(after) or (e.first.year and text[line] == "(" and BRACKET.match(after)):
        return True
    sets_off = FULL_STOP.match(after) or after.startswith("\n")
    if not (sets_off and e.first.year) or "\n" in text[: max(0, line - 1)]:
        return False
    return not any(line <= h.start - passage.start < e.start for h in passage.of("event", "act"))
