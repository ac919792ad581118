"""The words of a sentence -> the help with a law that it tells of: "comments on the competition bill of Peru".

Which law it was no table can list: words for advice (data/terms/kind.csv, "advice") with a word for a law not far behind
them tell of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from etl.find.events.against import NOT, RELATIVE
from etl.terms import Hit

ADVICE = "advice"
LAWS = ("law", "legislative", "legislative:named")
HELP, GIVEN = "legislative", "draft"  # what the two say together: an event and, where no other verb stands, an act
REACH = 60  # characters between them: "the ministry's draft regulations"
WEIGHT, WEIGHT_OF_ACT = 1.0, 0.4  # anybody comments on a law: who did, or when, must be said too


def help_with_a_law(kinds: Sequence[Hit], text: str) -> tuple[Hit, Hit] | None:
    """Return the event and the act that words for advice and the law behind them make; None where none are so."""
    for advice in (h for h in kinds if h.code == ADVICE and not text.endswith(NOT, 0, h.start)):
        law = next((h for h in kinds if h.code in LAWS and 0 <= h.start - advice.end <= REACH), None)
        if law and not any(text.find(word, advice.end, law.start) >= 0 for word in RELATIVE):
            event = replace(law.term, group="event", code=HELP, weight=WEIGHT)
            act = replace(advice.term, group="act", code=GIVEN, weight=WEIGHT_OF_ACT)
            return Hit(law.start, law.end, event), Hit(advice.start, advice.end, act)
    return None


def without_its_words(against: list[Hit], helped: tuple[Hit, Hit]) -> list[Hit]:
    """Leave out the words that are part of the advice: "comments on" a bill is no speech."""
    advice = helped[1]
    return [h for h in against if h.end <= advice.start or advice.end <= h.start]
