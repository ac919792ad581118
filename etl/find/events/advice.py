"""The words of a sentence -> the help with a law that it tells of: "comments on the competition bill of Peru".

No table can list the laws: words for advice (data/terms/kind.csv, "advice") with a word for a law not far behind them
tell of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from etl.find.events.against import NOT, RELATIVE
from etl.find.events.determiners import DETERMINERS
from etl.terms import Hit

ADVICE, COMMENT = "advice", "comment"  # the second may be a verb too: "the minister comments on"
LAWS = ("law", "legislative", "legislative:named")
HELP, GIVEN = "legislative", "draft"  # what the two say together: an event and, where no other verb stands, an act
REACH = 60  # characters between them: "the ministry's draft regulations"
WEIGHT, WEIGHT_OF_ACT = 1.0, 0.4


def help_with_a_law(kinds: Sequence[Hit], text: str, start: int) -> tuple[Hit, Hit] | None:
    """Return the event and the act that words for advice and the law behind them make; None where none are so.

    `start` is where the sentence begins: "The minister comments on the bill" says only what he thinks of it.
    """
    for advice in (h for h in kinds if h.code in (ADVICE, COMMENT) and not _is_voiced(h, text, start)):
        law = next((h for h in kinds if h.code in LAWS and 0 <= h.start - advice.end <= REACH), None)
        if law and not any(text.find(word, advice.end, law.start) >= 0 for word in RELATIVE):
            event = replace(law.term, group="event", code=HELP, weight=WEIGHT)
            act = replace(advice.term, group="act", code=GIVEN, weight=WEIGHT_OF_ACT)
            return Hit(law.start, law.end, event), Hit(advice.start, advice.end, act)
    return None


def _is_voiced(advice: Hit, text: str, start: int) -> bool:
    """Say whether somebody voices "comments on" a law, or has none: a noun or "no" stands before it."""
    before = text[start : advice.start].split()[-1:]
    if text.endswith(NOT, start, advice.start):
        return True
    noun = bool(before) and before[0][-1].isalpha() and before[0].lower() not in DETERMINERS
    return advice.code == COMMENT and noun


def without_its_words(against: list[Hit], helped: tuple[Hit, Hit]) -> list[Hit]:
    """Leave out the words that are part of the advice: "comments on" a bill is no speech."""
    advice = helped[1]
    return [h for h in against if h.end <= advice.start or advice.end <= h.start]
