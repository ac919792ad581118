"""Places with roles -> those that may be beneficiaries, without where news is reported from and who only helps.

A dateline says where a story was written; of a regional event the one country named with "in" is only its place; in a
twinning the administrations of the European Union's members help one that is no member; and where States that give aid
(members of the OECD's Development Assistance Committee) are only named beside others, the others are helped.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from etl import vocabulary
from etl.places.counted import counts
from etl.places.roles import Place
from etl.places.scope import is_for_many, tells_of_others
from etl.places.sentence import parts
from etl.records import Passage
from etl.small_words import spelt

NEAR = 2  # ranks below it: the sentence of the activity, and the title
OUTRIGHT = ("held", "where")
MANY = 5  # countries of which one may have spoken
ONE_LIST = 10  # characters between names of one list
SESSIONS = 40  # characters between the countries of two sessions: "Peru in June and in Chile"
POSTED = ("visit: deployed", "visit: posted", "visit: seconded")
SIGNED = ("sign", "partnership")  # meanings of what two States do of whom one helps the other
PEOPLE_OF = ("person", "attendant", "people +")  # how rules begin that name a country by its people
ONLY_NAMED = re.compile(  # rules that say of a State only that it, its government or who speaks for it, is named
    rf"(?:name alone|in \+ name|body: )|(?:people \+|person:|people in:) (?:{spelt('who speaks for a State')})",
    re.I,
)


def without_bystanders(places: Sequence[Place], payers: set[str], passage: Passage) -> list[Place]:
    """Return `places` without datelines of elsewhere and members of the Union that help; places of what was regional.

    `payers` are names as in donors: who learns where a payer lives comes from where it is reported.
    """
    unpaid = [p for p in places if payers.isdisjoint(p.codes)]
    left = [p for p in places if not (p.role == "dateline" and (tells_of_others(p, passage) or _elsewhere(p, unpaid)))]
    left = _without_helpers(left) if _is_twinning(passage) else left
    return _only_its_place(left, passage) if is_for_many(passage) else left


def without_givers(
    chosen: Sequence[Place], places: Sequence[Place], payers: set[str], year: str, passage: Passage
) -> list[Place]:
    """Return those believed to be helped without States that give aid and are only named beside others that do not.

    "The Government of Sweden signed with UNDP to support Malawi"; whose people are said to have come stays, and those
    of one list that met, but for who signed an agreement with one that it helps. One that paid is left out even where
    nobody else is named.
    """
    chosen = [p for p in _without_sent(chosen, places) if not (_gives(p, year) and p.codes[0] in payers)]
    helped = [p for p in chosen if not _gives(p, year)]
    if helped and all(p.rank >= NEAR and vocabulary.gives_aid(p.codes[0], year) for p in helped if p.kind != "bloc"):
        helped = [p for p in helped if p.kind == "bloc" or not _are_elsewhere(places)]
    if not (_is_signed(passage) or any(p.rule.startswith(PEOPLE_OF) for p in helped)):
        helped = _with_their_lists(helped, chosen)
    if any(p.kind != "bloc" for p in helped):
        return helped
    return [] if chosen and not helped and _are_elsewhere(places) else list(chosen)


def without_speakers(chosen: Sequence[Place], passage: Passage) -> list[Place]:
    """Return none where the text counts who came, and one State of so many is only named further on: it spoke.

    "Experts of eight States met. The delegate of Peru asked for more."
    """
    one = len({p.codes[0] for p in chosen if p.kind != "city"}) == 1
    further_on = one and all(p.rank >= NEAR and p.kind != "bloc" for p in chosen)
    many = further_on and max(counts(passage), default=0) >= MANY
    return [] if many else list(chosen)


def _are_elsewhere(places: Sequence[Place]) -> bool:
    """Say whether the text tells of what was done in a State that gives no aid."""
    sites = [p for p in places if p.role in (*OUTRIGHT, "visit") and p.kind != "organisation" and p.rank <= NEAR]
    return any(not vocabulary.gives_aid(p.codes[0], "") for p in sites)


def _without_sent(chosen: Sequence[Place], places: Sequence[Place]) -> list[Place]:
    """Return `chosen` without the people of a State that gives aid, who were sent to work elsewhere."""
    to = {p.codes[0] for p in places if p.role == "visit" and p.rule.startswith(POSTED) and p.rank < NEAR}
    here = [p for p in chosen if p.kind == "bloc" or p.codes[0] in to or not vocabulary.gives_aid(p.codes[0], "")]
    return here if to else list(chosen)


def _is_signed(passage: Passage) -> bool:
    told = {h.code for h in passage.of("act", "event") if h.start == passage.cue_start}
    return not told.isdisjoint(SIGNED)


def held_in_several(places: Sequence[Place]) -> list[Place]:
    """Return the places of sessions that were held in several countries: "courses in Togo and Benin", one for each."""
    sites = [p for p in places if p.role in OUTRIGHT and p.kind != "organisation"]
    near = [p for p in sites if any(p.codes[0] != q.codes[0] and _is_near(p, q) for q in sites)]
    return near if len({p.codes[0] for p in near}) > 1 else []


def _is_near(place: Place, other: Place) -> bool:
    gap = max(place.start - other.end, other.start - place.end)
    return 0 <= gap <= SESSIONS and (place.rule, place.rank) == (other.rule, other.rank)


def _with_their_lists(helped: list[Place], chosen: Sequence[Place]) -> list[Place]:
    grown = [p for p in chosen if p in helped or any(_beside(p, other) for other in helped)]
    return grown if len(grown) == len(helped) else _with_their_lists(grown, chosen)


def _beside(place: Place, other: Place) -> bool:
    near = 1 < max(place.start - other.end, other.start - place.end) <= ONE_LIST  # not joined by a hyphen
    return near and (place.role, place.rule) == (other.role, other.rule)


def _gives(place: Place, year: str) -> bool:
    weak = ONLY_NAMED.match(place.rule) is not None and place.kind != "city"
    return weak and vocabulary.gives_aid(place.codes[0], year)


def _elsewhere(dateline: Place, places: Sequence[Place]) -> bool:
    """Say whether the text says outright that it was in another country than that of the dateline."""
    held = {p.codes[0] for p in places if p.role in OUTRIGHT and p.rank < NEAR and p.kind != "organisation"}
    return bool(held) and dateline.codes[0] not in held


def _is_twinning(passage: Passage) -> bool:
    return any(h.code == "twinning" for h in passage.of("role"))


def _without_helpers(places: list[Place]) -> list[Place]:
    members = set(vocabulary.members("eu"))
    return [p for p in places if p.kind == "bloc" or p.codes[0] not in members] or places


def _only_its_place(places: list[Place], passage: Passage) -> list[Place]:
    told = [s for s in parts(passage) if s.rank < NEAR and s.has("event", "held")]
    inside = [p for p in places if p.rule == "in + name" and any(s.start <= p.start < s.end for s in told)]
    alone = len({p.codes[0] for p in inside}) == 1
    return [replace(p, role="where") if alone and p in inside else p for p in places]
