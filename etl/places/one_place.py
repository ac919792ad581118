"""Places where a national activity may have been -> the one that is told first and surest, and what is listed with it.

A story names other towns by the way: where a minister will travel next, where a job was offered, where an adviser was
before. What was national was in one country, unless a list says otherwise: "in Bo (May) and Gbarnga (June)".
"""

from __future__ import annotations

from collections.abc import Sequence

from etl.places.links import STOP
from etl.places.roles import Place
from etl.records import Passage
from etl.small_words import pattern

ELSEWHERE = "people of elsewhere in"  # where people live that came from elsewhere: "consuls of Peru in Paris"
LIST_GAP = 40  # characters between the places of one list, each with its day or number
HOST_REACH = 60  # characters: "and Togo, as well as their colleagues from the host country"
CAME = "recipient"
SUREST = ("held", "where", "dateline")


def at_one_place(chosen: Sequence[Place], passage: Passage) -> list[Place]:
    """Return of the places where it took place those in the country of the likeliest, and those of one list with it."""
    best = min(chosen, key=_order, default=None)
    if best is None:
        return []
    listed = {p.codes[0] for p in chosen if _are_listed(p, best, passage.item.text.string)}
    return [p for p in chosen if p.codes[0] in listed]


def _order(place: Place) -> tuple[bool, int, bool, int, int]:
    """Return what sorts places, the likeliest first: by its sentence's rank, how it is said, where it stands."""
    of_elsewhere = place.rule.startswith(ELSEWHERE)
    return of_elsewhere, place.rank, place.role == "dateline", SUREST.index(place.role), place.start


def _are_listed(place: Place, other: Place, text: str) -> bool:
    first, second = sorted((place, other), key=lambda p: p.start)
    near = second.start - first.end <= LIST_GAP and "." not in text[first.end : second.start]
    return place is other or (near and place.rank == other.rank)


def with_the_host(chosen: list[Place], places: Sequence[Place], passage: Passage) -> list[Place]:
    """Return those who came and, where the text lists the host country among them, the one in which it was held."""
    text, came = passage.item.text.string, [p for p in chosen if p.role == CAME]
    said = pattern("host country").search(text, passage.start, passage.end) if came else None
    near = [p for p in came if said and 0 <= said.start() - p.end <= HOST_REACH]
    if not said or not near or STOP.search(text, near[-1].end, said.start()):
        return chosen
    return chosen + at_one_place([p for p in places if p.role in SUREST], passage)
