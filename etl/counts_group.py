"""What was counted in a text: so many people of a kind, between two of its characters."""

from __future__ import annotations

from etl.fixed import fixed

PARTICIPANT, TRADE, UNKNOWN, OTHER_PEOPLE, TO_COME = "participant", "trade", "unknown", "other_people", "to_come"
GENDERS = ("women", "men")


@fixed
class Group:
    """People counted at the half-open span `start:end`, from the qualifier to the noun.

    `role` is what the noun says: participant, professional, person, `other_people` (victims, migrants: whom an
    activity is about), `trade` (of no list, but with an ending of trades), or `unknown` (a noun of no list); `to_come`
    are those whom the people before them will train, or of whom these are a part.
    `gender` is women, men or ""; `qualifier` a code of number_qualifiers.
    """

    start: int
    end: int
    value: int
    role: str
    gender: str
    qualifier: str
