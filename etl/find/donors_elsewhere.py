"""Who is named as paying -> whether it was for something else: another time, a house, things that were at hand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from etl.find.events.clauses import MANY
from etl.find.events.look_alikes import MEETINGS
from etl.find.funding_said import names_a_project
from etl.other_times import HAD_BEEN, of_other_years
from etl.places.roles import Place
from etl.records import Passage
from etl.sentences import below_title, sentences
from etl.terms import Hit, within

OTHER_TIMES = ("earlier", "past")  # meanings in data/terms/date_context.csv and participation.csv
MONEY = ("sum", "money")
YEAR_BEHIND = 12  # characters behind a name: "funded by Norway in 2015"


def of_this_activity(paying: Sequence[Place], passage: Passage) -> list[Place]:
    """Return those who paid for the activity itself, as far as their sentence says.

    Not in another sentence than its own: 1. who paid in other years, for what had been or is to come, unless it is the
    project ("which started in 2015, is funded by"); 2. whose things were at a meeting ("boats given by Japan").
    """
    if passage.aggregate or not paying:
        return list(paying)
    cut = sentences(passage.string)
    cue = passage.cue_start - passage.start
    own = [below_title(passage.string, cut, cue), *(s for s in cut if s[0] <= cue < s[1])]
    elsewhere = [(passage.start + start, passage.start + end) for start, end in cut if (start, end) not in own]
    other = [p for p in paying if any(a <= p.start < b and _of_other(p, a, b, passage) for a, b in elsewhere)]
    return [p for p in paying if p not in other]


def _of_other(place: Place, start: int, end: int, passage: Passage) -> bool:
    text = passage.item.text.string
    start = max(start, text.rfind(";", start, place.start))
    before = list(within(passage.hits, start, place.start))
    if names_a_project(text[start : place.start]):
        return False
    if of_other_years(passage, start, min(end, place.end + YEAR_BEHIND)):
        return True
    if any("," not in text[m.end() : place.start] for m in HAD_BEEN.finditer(text, start, place.start)):
        return True
    if any(h.code in OTHER_TIMES or (h.group == "not_activity" and h.code == "future") for h in before):
        return True
    return next(_things(before), None) is not None and _is_a_meeting(passage)


def _things(before: Sequence[Hit]) -> Iterator[Hit]:
    """Yield the things, not money, with which a sentence begins that names no event."""
    if any(h.group == "event" for h in before if h.code != "support"):
        return
    money = {h.start for h in before if h.group == "role" and h.code in MONEY}
    yield from (h for h in before if h.group == "role" and h.code == "gift" and h.start not in money)


def _is_a_meeting(passage: Passage) -> bool:
    cues = within(passage.of("event", "act"), passage.cue_start, passage.cue_end)
    return any(h.code.removesuffix(MANY) in (*MEETINGS, "train") for h in cues)
