"""A passage that says it was on a day of the event told of before -> that day by its number, for the mentions to join.

Which event that is, is known only when all mentions of the document are read: see etl/dates_of_one_event.py.
"""

from __future__ import annotations

from etl.dates.same_event import day_of_same_event
from etl.find.events.clauses import cue_sentence
from etl.records import EVENT_BEFORE, SAME_EVENT, Finding, Passage


def of_same_event(passage: Passage, basis: str) -> list[Finding]:
    """Return what says on which day of the event told of before it was, where the passage has no day of its own.

    The lines of the finding are those of the item, in which that event is told of first of all. An item with a heading
    or title is an entry of its own: what stands before it is of other events.
    """
    item = passage.item
    of_its_own = bool(item.heading or item.title)
    begins = passage.start == 0 and of_its_own
    said = None if basis == "event" or begins else day_of_same_event(item.text.string, *cue_sentence(passage))
    if said is None:
        return []
    day, (start, end) = said
    quote, rule = item.text.string[start:end].strip(), f"{SAME_EVENT if of_its_own else EVENT_BEFORE}{day}"
    return [Finding("date_basis", "event", quote, item.line_start, passage.line_end, rule, 0.8, chosen=False)]
