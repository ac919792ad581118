"""A sentence -> whether it only frames what a page tells: a menu, or what the text says of itself.

"Home | Training | Campaigns | Contact"; "This update covers the projects of the Office". A paper that is itself
launched, or discussed at one meeting, is told of all the same.
"""

from __future__ import annotations

import re

from etl.find.events.clauses import MAKING, MANY, Clause
from etl.find.events.look_alikes import MEETINGS
from etl.small_words import pattern

LINK = r"[^\n|•·»>–-]{2,30}"  # a few words between two marks
MENU = re.compile(rf"\W*(?:{LINK}\s[|•·»>–-]\s){{3,}}{LINK}")


def is_frame(clause: Clause) -> bool:
    """Say whether a sentence is a menu, or says what the text is about."""
    if clause.act is None:
        return MENU.match(clause.text, clause.start, clause.end) is not None
    if clause.act.code in MAKING or (_is_meeting(clause) and not clause.many):
        return False
    return pattern("of itself").match(clause.text, clause.start) is not None


def _is_meeting(clause: Clause) -> bool:
    return clause.event is not None and clause.event.code.removesuffix(MANY) in MEETINGS
