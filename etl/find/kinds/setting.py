"""A word for a project -> whether it only says within what something was done: "under the project, they trained".

What is done in the framework of a project or programme, or through it, is not the launch of it; and what was on the
margins of a conference, or ahead of a visit, is neither of these.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from etl.small_words import whole
from etl.terms import Hit

UNDERTAKING = "partnership"  # the kind that a word for a project, programme or initiative says
REACH = 60  # characters between: "in the framework of its three-year regional project"
NEXT = 40  # characters between: "on the margins of the third ministerial conference"
MADE = ("launch", "sign", "join")  # "through the launch of a project": it is launched all the same
PAID = 20  # characters behind the project in which it says who paid: "the project, financed by"
PAYING = "fund"


def is_setting(hit: Hit, acts: Sequence[Hit], text: str) -> bool:
    """Say whether `hit` is a project within which, or an event near which, something else was done.

    `acts` are the verbs of its sentence.
    """
    if _before("occasion").search(text, max(0, hit.start - NEXT), hit.start):
        return True
    if not hit.code.startswith(UNDERTAKING):
        return False
    said = _before("within").search(text, max(0, hit.start - REACH), hit.start)
    return said is not None and not any(a.code in MADE and said.start() < a.start < hit.start for a in acts)


def without_settings(events: list[Hit], acts: list[Hit], text: str) -> tuple[list[Hit], list[Hit]]:
    """Return the events and verbs of a sentence without settings, and verbs that only say who paid for those.

    Where nothing else is told they stay.
    """
    settings = [e for e in events if is_setting(e, acts, text)]
    if not settings:
        return events, acts
    others = [e for e in events if e not in settings]
    done = [a for a in acts if not any(_of(a, setting) for setting in settings)]
    return (others, done) if others or done else (events, acts)


def _of(act: Hit, setting: Hit) -> bool:
    """Say whether a verb is part of a setting: "ahead of a donation of radios", "the project, financed by"."""
    return setting.start <= act.start < setting.end or (act.code == PAYING and 0 <= act.start - setting.end <= PAID)


@cache
def _before(purpose: str) -> re.Pattern[str]:
    """Return the words before a setting, in all languages, with no end of a part of the sentence behind them."""
    return re.compile(rf"(?:{whole(purpose)})\b[^.,;:()\n]*\Z")
