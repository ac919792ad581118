"""What was counted in a text: so many people of a kind, between two of its characters; and its sentence."""

from __future__ import annotations

from dataclasses import dataclass

from etl.fixed import fixed
from etl.terms import Hit

PARTICIPANT, TRADE, UNKNOWN, OTHER_PEOPLE, TO_COME = "participant", "trade", "unknown", "other_people", "to_come"
CERTIFICATE = "certificate"
GENDERS = ("women", "men")


@fixed
class Group:
    """People counted at the half-open span `start:end`, from the qualifier to the noun.

    `role` is what the noun says: participant, professional, person, `other_people` (victims, migrants: whom an
    activity is about), `trade` (of no list, but with an ending of trades), or `unknown` (a noun of no list); `to_come`
    are those whom the people before them will train, or of whom these are a part; `certificate` what they got.
    `gender` is women, men or ""; `qualifier` a code of number_qualifiers.
    """

    start: int
    end: int
    value: int
    role: str
    gender: str
    qualifier: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence at `start:end` of an item's text, with the people counted and the words about taking part in it."""

    start: int
    end: int
    counted: tuple[Group, ...]
    hits: tuple[Hit, ...]

    def holds(self, offset: int) -> bool:
        """Say whether the character at `offset` is in the sentence."""
        return self.start <= offset < self.end
