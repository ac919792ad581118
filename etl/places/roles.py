"""A passage -> the countries, cities, blocs and organisations that it names, each with the one role it plays there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from etl import vocabulary
from etl.fixed import fixed
from etl.places.continued import goes_on
from etl.places.linked import BY_THE_WAY, LIST_FROM
from etl.places.links import AND
from etl.places.named import Name, Ruled, lists_of_names
from etl.places.reach import pays_itself
from etl.places.ruled import role_of
from etl.places.sentence import KEPT, LAST_RANK, Sentence, parts
from etl.records import Passage

SHARED = {"COD": "COG", "DOM": "DMA"}  # demonyms of two States stand in the vocabulary with the larger one
TOWN_BY_THE_WAY = "city by the way"
UNTOLD = ("subject", "recipient", "named", "organiser", "partner")  # roles that say nothing of money
CAME = ("person", "people +", "list of countries", "a number from", "a number behind", LIST_FROM)  # rules


@fixed
class Place:
    """A name at `start:end` of the item's text; `codes` are alpha-3, for an organisation or a bloc its canonical name.

    `role` is recipient, subject, where (it took place there), held (the text says so outright), dateline, donor,
    support, partner, organiser, trainer, office, route, background, visit, thanked, guest, chair, document, language,
    border, quoted, all_members or named. `rule` says what gave the role. `rank` is that of its sentence.
    """

    start: int
    end: int
    kind: str
    codes: tuple[str, ...]
    role: str
    rule: str
    rank: int
    name: str


@lru_cache(maxsize=KEPT)
def placed(passage: Passage) -> tuple[Place, ...]:
    """Return every name of the passage in the order of the text, each with its role."""
    lists = list(lists_of_names(passage))
    sure = {n.codes[0] for _, names in lists for n in names if len(n.codes) == 1 and n.hits[0].term.weight >= 1}
    found: list[Place] = []
    came_in: dict[int, set[tuple[str, ...]]] = {}
    for sentence, names in lists:
        came = [(p.start, (p.role, p.rule)) for p in found if p.role == "recipient"]
        ruled = goes_on(role_of(names, sentence), names, sentence, came)
        places = list(_places(names, sentence, sure, ruled))
        came_in.setdefault(sentence.start, set()).update(p.codes for p in places if _came(p))
        found += places
    several = [s for s in parts(passage) if s.rank == LAST_RANK and len(came_in.get(s.start, ())) > 1]
    return tuple(
        replace(p, rank=LAST_RANK - 1) if _came(p) and any(s.start <= p.start < s.end for s in several) else p
        for p in found
    )


def _came(place: Place) -> bool:
    """Say whether people of a State came; officers of several are those who came, whatever their sentence tells."""
    return place.role == "recipient" and place.rule.startswith(CAME) and place.kind != "organisation"


def _places(names: list[Name], sentence: Sentence, sure: set[str], ruled: Ruled) -> Iterator[Place]:
    """Yield the places of a list; of a name with several meanings the one that the passage names elsewhere is first."""
    states = [n for n in names if n.kind != "organisation"]
    beside = ruled
    if ruled[1] == BY_THE_WAY and states:
        beside = _beside_a_body(names, states, sentence)
    for n in names:
        role, rule = ruled if n.kind == "organisation" else beside
        if role in UNTOLD and sentence.has("financing") and _lends(n):
            role, rule = "donor", "who gives in a financing agreement"
        if n.kind == "city" and role == "subject":
            role, rule = "named", TOWN_BY_THE_WAY
        codes = _codes(n, sure)
        yield Place(n.start, n.end, n.kind, codes, role, rule, sentence.rank, n.hits[0].term.term)


def _lends(name: Name) -> bool:
    """Say whether a body gives money of its own, or a State gives aid: it is not the one that an agreement helps."""
    if name.kind == "organisation":
        return pays_itself(name)
    return name.kind in ("country", "demonym") and vocabulary.gives_aid(name.codes[0], "")


def _codes(name: Name, sure: set[str]) -> tuple[str, ...]:
    """Return what a name may mean, what the passage names elsewhere first: "congolais" beside Brazzaville is COG."""
    if len(name.codes) > 1:
        return tuple(sorted(name.codes, key=lambda code: (code not in sure, code)))
    other = SHARED.get(name.codes[0], "") if name.kind == "demonym" and name.hits[0].term.weight < 1 else ""
    return (other,) if other in sure and name.codes[0] not in sure else name.codes


def _beside_a_body(names: list[Name], states: list[Name], sentence: Sentence) -> Ruled:
    """Return the role of States in a list with bodies: they act together ("IOM and Kenya held"), or it is no list."""
    bodies = [n.end for n in names if n.kind == "organisation" and n.end <= states[0].start]
    joined = bodies and AND.match(sentence.text[bodies[-1] : states[0].start].lstrip(")"))
    return ("organiser", "organiser: together with a body") if joined else role_of(states, sentence)
