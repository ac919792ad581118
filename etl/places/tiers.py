"""Places with roles -> which of them are believed to be beneficiaries: the first tier with a country in it decides."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from etl import vocabulary
from etl.places.linked import IN_A_TOPIC
from etl.places.roles import TOWN_BY_THE_WAY, Place

ASIDE = ("subject", "border", "quoted")
ON_SITE = ("where", "held", "dateline")
NEAR, FURTHER_ON = 2, 3  # ranks of sentences: below the first the cue's and the title; the second tells nothing of it
TAKES_PART = "took part or is its subject"
THEIR_PEOPLE = "whose people it helped"  # "flew home 26 seafarers from Fiji and Samoa"
NATIONAL = "national activity there"
OFFICE = "the office for it"
ITS_OWN = "its own activity"
OPENED_BY = "those who opened it"
WITH_ITS_STATE = "carried out with its government"
SETTING = "what came before it there"  # "Following the flood in Fiji, a course was held"
ITS_TOWN = "a town that it is about"
ELSEWHERE = "named elsewhere in the text"
ONE_ALONE = (OFFICE, SETTING, OPENED_BY, ITS_TOWN)  # where there are several, whose people it was for is not said

TO_LEARN = re.compile(  # those who came from elsewhere learned there
    r"stud[yi]|étude|учебн|ознаком|стажиров|دراسي|familiari|benchmark|exposure|to learn|learning|pasant|estágio"
    r"|stages?\b|intern|placement|attachment|prácticas|estancia|Studien",
    re.I,
)
HELPED_PEOPLE = ("victim", "people +")  # how rules begin of migrants and victims, by where they are from
Tier = tuple[str, float, Callable[[Place], bool]]
# The first tier with a country in it decides; the numbers only tell the surer findings from the less sure: the share of
# right ones that a reader sees is measured (calibration.csv). Of 276 labelled tellings, those that we looked at while
# writing the rules, the first tier was right in 98 of 100 cases, the second in 92, the third in 75, no country at all
# in 99; the other tiers spoke four times.
TIERS: tuple[Tier, ...] = (
    (TAKES_PART, 0.95, lambda p: _takes_part(p)),
    (NATIONAL, 0.85, lambda p: p.role in ON_SITE and not _seat(p) and p.rank < FURTHER_ON),
    ("visited there", 0.6, lambda p: p.role == "visit" and p.rank < NEAR and not TO_LEARN.search(p.rule)),
    (OFFICE, 0.6, lambda p: _is_office(p) and p.rank < NEAR),
    (WITH_ITS_STATE, 0.55, lambda p: p.role == "partner" and p.rank < NEAR and p.rule.endswith("people")),
    (NATIONAL, 0.7, lambda p: p.role in ON_SITE and not _seat(p)),
    (THEIR_PEOPLE, 0.5, lambda p: p.role == "route" and p.rank == 0 and p.rule.startswith(HELPED_PEOPLE)),
    (
        ELSEWHERE,
        0.7,
        lambda p: (
            (p.role in ASIDE and not _by_the_way(p) and not p.rule.startswith("beside"))
            or (p.role == "recipient" and p.rank == 3)
        ),
    ),
    ("visited there", 0.6, lambda p: p.role == "visit" and not TO_LEARN.search(p.rule)),
    (ITS_OWN, 0.6, lambda p: _acts_at_home(p)),
    (WITH_ITS_STATE, 0.5, lambda p: p.role == "partner"),
    (OFFICE, 0.5, lambda p: _is_office(p) and p.rank < FURTHER_ON),
    (OPENED_BY, 0.4, lambda p: p.role == "guest"),
    (ITS_TOWN, 0.4, lambda p: p.rule == TOWN_BY_THE_WAY and p.rank < NEAR and not _seat(p)),
    (SETTING, 0.4, lambda p: p.role == "background" and p.kind in ("country", "city") and p.rank < NEAR),
)
CAME = ("recipient", "subject")
ONLY_NATIONAL = (OPENED_BY, ITS_TOWN, OFFICE, NATIONAL, ITS_OWN, WITH_ITS_STATE)
NOT_AT_A_SEAT = (ELSEWHERE,)  # tiers that say nothing of a meeting at a seat of conferences
OFFICIAL = re.compile(r"[: +](?:minist(?:er|re|ro|ra)|министр\w*|ministra|وزير)$", re.I)
PEOPLE_OF = ("person", "attendant", "people +", "list")  # how rules begin that name a country by its people
ONE_LIST = 40  # characters between names of one list


def helped_among(chosen: Sequence[Place], payers: set[str], places: Sequence[Place]) -> list[Place]:
    """Return those who took part without who only paid or was visited, and without where people of elsewhere learned.

    A payer or host in one list with others who took part has taken part too, but for a State that gives aid
    and is named beside one that it helps.
    """
    chosen = [p for p in chosen if not _is_an_official(p)] or list(chosen)
    taught_by = {p.codes[0] for p in places if p.role == "trainer" and p.kind != "organisation"}
    held_by = taught_by | {p.codes[0] for p in places if p.role == "organiser" and p.rank < NEAR}
    chosen = [p for p in chosen if not (p.rank == NEAR and p.codes[0] in taught_by) or _is_listed(p, chosen)] or chosen
    chosen = [p for p in chosen if not (p.role == "subject" and p.codes[0] in held_by)] or chosen
    came = {p.codes[0] for p in chosen if p.role == "recipient" and p.rule.startswith(PEOPLE_OF)}
    sites = {p.codes[0] for p in places if p.role in ON_SITE}
    taught = {p.codes[0] for p in chosen if p.rule == "in + name" or (p.codes[0] in sites and _beside(p, chosen, came))}
    left = [p for p in chosen if not (came and p.codes[0] in taught - came)]
    others = [p for p in left if not payers & set(p.codes)]
    return [p for p in left if p in others or not others or _took_part_too(p, others)]


def _took_part_too(payer: Place, others: Sequence[Place]) -> bool:
    listed = {p.codes[0] for p in others if (p.role, p.rule) == (payer.role, payer.rule)}
    gives = vocabulary.gives_aid(payer.codes[0], "") and len(listed) == 1
    return not gives and any(_in_one_list(payer, other) for other in others)


def not_who_paid(chosen: Sequence[Place], places: Sequence[Place], payers: set[str]) -> list[Place]:
    """Return those of `chosen` who did not pay, where the text names others: Japan trained them in Japan and paid."""
    others = any(p.role in (*ON_SITE, *CAME) and payers.isdisjoint(p.codes) for p in places)
    return [p for p in chosen if payers.isdisjoint(p.codes)] if others else list(chosen)


def _is_an_official(place: Place) -> bool:
    """Say whether a country stands there as that of a minister, who spoke: he is not whom a course was for."""
    return place.rank == NEAR and OFFICIAL.search(place.rule) is not None


def at_a_seat(places: Sequence[Place]) -> bool:
    """Say whether a sentence that tells of the activity says that it was held at a seat of conferences."""
    return any(p.role in ON_SITE and p.rank < FURTHER_ON and _seat(p) for p in places)


def _beside(place: Place, chosen: Sequence[Place], came: set[str]) -> bool:
    """Say whether a country is only named together with the one whose people came: "Italy and Tunisia cooperate"."""
    return place.role == "subject" and any(p.codes[0] in came and _in_one_list(place, p) for p in chosen)


def _is_listed(place: Place, chosen: Sequence[Place]) -> bool:
    """Say whether a country stands in a list of those that came, of whom one may have sent a trainer too."""
    return any(p.codes[0] != place.codes[0] and _in_one_list(place, p) for p in chosen)


def _in_one_list(place: Place, other: Place) -> bool:
    near = 0 <= max(place.start - other.end, other.start - place.end) <= ONE_LIST
    return near and (place.role, place.rule) == (other.role, other.rule)


def _takes_part(place: Place) -> bool:
    if place.role == "subject":
        return place.rank < 2 and place.rule != IN_A_TOPIC
    return place.role in ("recipient", "all_members") and place.rank < 3


def _by_the_way(place: Place) -> bool:
    """Say whether an adjective of a country stands far from what was held: "the head of the Dutch delegation said"."""
    return place.kind == "demonym" and place.rank == FURTHER_ON


def _acts_at_home(place: Place) -> bool:
    """Say whether a State did it itself, and is none of those that give aid: they do it for others."""
    did = place.role == "organiser" and place.rule.startswith("organiser")
    return did and not vocabulary.gives_aid(place.codes[0], "")


def _is_office(place: Place) -> bool:
    return place.role == "office" and place.kind in ("country", "city") and not _seat(place)


def _seat(place: Place) -> bool:
    if place.rule.startswith("capital:"):  # "in the Austrian capital"
        return vocabulary.has_seat(place.codes[0])
    return place.kind == "city" and vocabulary.is_seat(place.name)
