"""A city in a passage -> whether it is the seat of the body whose own meeting the passage tells of."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from etl import vocabulary
from etl.places.home import home_of, places_of
from etl.places.linked import OWN_SEAT
from etl.places.roles import Place
from etl.places.sentence import Sentence, parts
from etl.records import Document, Passage
from etl.terms import Hit, within

NEAR = 2  # ranks below it: the sentence of the activity, and the title
MEETINGS = frozenset(("conference", "expert_meeting"))
WORKS_IN = 4  # countries that a document names of a body that works in several
OF_PEOPLE = 25  # characters behind "national" in which a word for people stands
HANDS = ("donor", "support", "partner", "thanked")  # roles of bodies that help with what others held


def away_from_seats(places: Sequence[Place], every: Sequence[Place], publisher: str | None) -> list[Place]:
    """Return `places` without the cities where a body that held it has its seat: "ECOWAS held a meeting in Abuja".

    `every` are all places and bodies of the passage. Like any seat of conferences such a city makes its country no
    beneficiary.
    """
    cities = [p for p in places if p.kind == "city"]
    if not cities:
        return list(places)
    places = [p for p in places if p.rule != OWN_SEAT]
    doers = {vocabulary.slug(code) for p in every if _did(p) for code in p.codes}
    doers |= {vocabulary.slug(publisher)} if publisher else set()
    seats = [seat for doer in doers for seat in _seats().get(doer, ())]
    return [p for p in places if p.kind != "city" or not any(_is_in(p, *seat) for seat in seats)]


def met_on_its_round(places: Sequence[Place], passage: Passage, document: Document) -> bool:
    """Say whether a meeting, of which the text says nothing but the town, is that of a body that works in many States.

    Then it makes the country of the town no beneficiary, for such a body meets now here, now there.
    """
    met = {h.code for h in within(passage.of("event"), passage.cue_start, passage.cue_end)}
    if not met or not met <= MEETINGS or any(p.kind != "city" for p in places if p.rank <= NEAR):
        return False
    if any(_is_of_a_state(word, s) for s in parts(passage) if s.rank < NEAR for word in s.of("national")):
        return False
    return not home_of(document) and len({code for code, _, _ in places_of(document)}) >= WORKS_IN


def _is_of_a_state(national: Hit, sentence: Sentence) -> bool:
    """Say whether "national" is no word for people of several States: "the national committee", not "focal points"."""
    behind = sentence.text[national.end : national.end + OF_PEOPLE].split()[:2]
    plural = any(word.rstrip(".,;").endswith(("s", "x")) for word in (national.term.term, *behind))
    people = any(0 <= h.start - national.end <= OF_PEOPLE for h in sentence.of("person", "attendant"))
    return not (plural or people)


def _did(place: Place) -> bool:
    return place.kind in ("organisation", "bloc") and place.rank < NEAR and place.role not in HANDS


def _is_in(city: Place, country: str, names: tuple[str, ...]) -> bool:
    return city.codes[0] == country and city.name.startswith(names)


@cache
def _seats() -> dict[str, list[tuple[str, tuple[str, ...]]]]:
    """Return body (as in an address) -> its seats: alpha-3 and how the names of the city begin."""
    found: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for row in vocabulary.rows("seats"):
        if row["city"]:
            seat = row["country"], tuple(row["city"].split("|"))
            found.setdefault(vocabulary.slug(row["organisation"]), []).append(seat)
    return found
