"""A date and the words around it -> whether it is of something else: a law, an earlier event, an observed day."""

from __future__ import annotations

import re

from etl.dates.written import Expression
from etl.other_times import HAD_BEEN
from etl.records import Passage
from etl.small_words import phrases, spelt
from etl.terms import Hit, within

Span = tuple[int, int]

SUBORDINATE = re.compile(rf"(?:{spelt('after which')})\s")
MARKS_A_DAY = re.compile(
    r"\s*(?:marks|is the|was the|,? (?:the )?(?:international|world|european) day|marque|marca)\b", re.I
)
A_FIRST = re.compile(rf"\b(?:{spelt('a first')})\s(?:{spelt('event told of')})\b", re.I)  # of which this is the second
SET_OFF = re.compile(rf",\s(?:(?:{spelt('before a date')})\s)?$", re.I)
OF_IT = re.compile(rf",?\s(?:{spelt('of a month')}|du|des)\b", re.I)
BEFORE = 45  # characters before a date in which words say what it is the date of
# Characters before a date from which such words still speak of it.
REACH = {"not": 14, "changed": 14, "past": 300, "earlier": 80, "part": 1}
NEWS = 1  # sentences before which a bare year may be that of the news


def of_other_things(e: Expression, passage: Passage, text: str, sentence: Span, cut: list[Span]) -> bool:
    """Say whether a sentence behind that of the activity tells what had been before, or figures of a year.

    In its own sentence, whether the date is that of what it tells before the activity.
    """
    if passage.start + sentence[0] <= passage.cue_start < passage.start + sentence[1]:
        return _of_a_deed_before(e, passage, sentence)
    told = passage.cue_start - passage.start
    titled = passage.start == 0 and told < len(passage.item.title)
    if not e.first.month and (cut.index(sentence) > NEWS or (told < sentence[0] and not titled)):
        return True
    before = HAD_BEEN.search(text, *sentence) or A_FIRST.search(text, sentence[0], e.start)
    return before is not None or _in_a_clause_before(e, text, sentence)


def _of_a_deed_before(e: Expression, passage: Passage, sentence: Span) -> bool:
    """Say whether a date closes what was done before: "signed an agreement in May, trained nine clerks and held talks".

    The next verb stands right behind it, and then, or with that, the words of the activity.
    """
    start, end = passage.start + e.start, passage.start + e.end
    if not end < passage.cue_start or not passage.item.text.string.startswith(", ", end):
        return False
    acts = within(passage.of("act"), passage.start + sentence[0], passage.cue_end)
    return any(h.end < start for h in acts) and any(h.start == end + len(", ") for h in acts)


def _in_a_clause_before(e: Expression, text: str, sentence: Span) -> bool:
    """Say whether a date stands in a clause that says after what the rest was: "After Togo joined in May 1999,"."""
    start = SUBORDINATE.match(text, sentence[0])
    return start is not None and "," not in text[start.end() : e.start]


def said_near(passage: Passage, e: Expression, sentence: Span) -> set[str]:
    """Return what the words shortly before a date, in its sentence, say it is the date of."""
    start, found, past_end = passage.start + e.start, set[str](), 0
    for hit in within(passage.hits, passage.start + sentence[0], start):
        if hit.end > start:
            continue
        if hit.start >= past_end and (hit.code == "held" or hit.start == passage.cue_start):
            found.discard("past")
        if hit.code == "past":
            past_end = hit.end
        near = hit.group == "date_context" and start - hit.end <= REACH.get(hit.code, BEFORE)
        if near and not _is_set_off(hit, e, passage):
            found.add(hit.code)
    return found


def _is_set_off(hit: Hit, e: Expression, passage: Passage) -> bool:
    """Say whether a date stands between commas behind "before the session": it is the day of what was done then.

    Not "after the adoption, on 5 May, of the law".
    """
    if hit.term.term.lower() not in phrases("before or after another"):
        return False
    between = passage.item.text.string[hit.end : passage.start + e.start]
    return SET_OFF.search(between) is not None and not OF_IT.match(passage.string, e.end)
