"""A city in a passage -> whether it is the seat of the body whose own meeting the passage tells of."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from etl import vocabulary
from etl.places.linked import OWN_SEAT
from etl.places.roles import Place

NEAR = 2  # ranks below it: the sentence of the activity, and the title
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
