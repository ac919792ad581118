"""A word for a project -> whether it only says within what something was done: "under the project, they trained".

What is done in the framework of a project or programme, or through it, is not the launch of it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from etl import vocabulary
from etl.terms import Hit

UNDERTAKING = "partnership"  # the kind that a word for a project, programme or initiative says
REACH = 60  # characters between: "in the framework of its three-year regional project"
MADE = ("launch", "sign", "join")  # "through the launch of a project": it is launched all the same
PAID = 20  # characters behind the project in which it says who paid: "the project, financed by"
PAYING = "fund"


def is_setting(hit: Hit, acts: Sequence[Hit], text: str) -> bool:
    """Say whether `hit` is a project within which something else was done; `acts` are the verbs of its sentence."""
    if not hit.code.startswith(UNDERTAKING):
        return False
    said = _within().search(text, max(0, hit.start - REACH), hit.start)
    return said is not None and not any(a.code in MADE and said.start() < a.start < hit.start for a in acts)


def without_settings(events: list[Hit], acts: list[Hit], text: str) -> tuple[list[Hit], list[Hit]]:
    """Return the events and verbs of a sentence without projects that are settings, and who paid for those.

    Where nothing else is told they stay.
    """
    settings = [e for e in events if is_setting(e, acts, text)]
    if not settings:
        return events, acts
    others = [e for e in events if e not in settings]
    done = [a for a in acts if not any(_paid(a, setting) for setting in settings)]
    return (others, done) if others or done else (events, acts)


def _paid(act: Hit, setting: Hit) -> bool:
    return act.code == PAYING and 0 <= act.start - setting.end <= PAID


@cache
def _within() -> re.Pattern[str]:
    """Return the words before a setting, in all languages, with no end of a part of the sentence behind them."""
    rows = (row for row in vocabulary.rows("small_words") if row["purpose"] == "within")
    words = sorted({word.replace("_", " ") for row in rows for word in row["words"].split()})
    return re.compile(rf"\b(?:{'|'.join(words)})\b[^.,;:()\n]*\Z", re.I)
