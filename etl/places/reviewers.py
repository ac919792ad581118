"""Places of an assessment -> those without the States whose people assessed another State.

"Auditors of Peru and Chile carried out a peer review of the tax office of Togo": it was for Togo.
"""

from __future__ import annotations

from collections.abc import Sequence

from etl.places.roles import Place
from etl.records import Passage
from etl.terms import within

NEAR = 2  # ranks below it: the sentence of the activity, and the title
PEOPLE_OF = ("person", "people +", "attendant")  # how rules begin that name a country by its people
REVIEWED = ("subject", "where", "held")
ASSESS = "assess"  # how the meanings of such verbs and events begin


def without_reviewers(places: Sequence[Place], passage: Passage) -> list[Place]:
    """Return `places` without those whose people assessed what was of or in another State."""
    told = within(passage.of("event", "act"), passage.cue_start, passage.cue_end)
    if not any(h.code.startswith(ASSESS) for h in told):
        return list(places)
    people = {p.codes[0] for p in places if _came(p)}
    reviewed = {p.codes[0] for p in places if p.role in REVIEWED and p.rank < NEAR and p.kind != "organisation"}
    return [p for p in places if not (reviewed and reviewed.isdisjoint(people) and _came(p))]


def _came(place: Place) -> bool:
    return place.role == "recipient" and place.rank < NEAR and place.rule.startswith(PEOPLE_OF)
