"""Turns the places of a passage into its beneficiaries: those whose institutions or people took part or were helped."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from etl import vocabulary
from etl.find.country_around import COUNTRIES, around, instead, said_above, with_who_signed
from etl.places.all_counted import all_counted
from etl.places.bodies import paying_in, states_and_bodies
from etl.places.bystanders import POSTED, held_in_several, without_bystanders, without_givers, without_speakers
from etl.places.counted import AS_COUNTED, as_counted
from etl.places.country_sections import placed_in_section
from etl.places.gatherings import gathers, meets_for_many
from etl.places.givers import held_among_others
from etl.places.linked import IN_A_TOPIC
from etl.places.one_place import at_one_place, with_the_host
from etl.places.own_paragraph import LISTED, own_first
from etl.places.own_seat import away_from_seats
from etl.places.published import without_launches
from etl.places.reviewers import without_reviewers
from etl.places.roles import Place
from etl.places.scope import is_said_wide, is_wide, met_as_a_bloc, of_its_nation
from etl.places.sentence import title_end
from etl.places.tiers import (
    ELSEWHERE,
    FURTHER_ON,
    NATIONAL,
    NOT_AT_A_SEAT,
    ON_SITE,
    ONE_ALONE,
    ONLY_NATIONAL,
    TAKES_PART,
    THEIR_PEOPLE,
    TIERS,
    TO_LEARN,
    at_a_seat,
    helped_among,
    not_who_paid,
)
from etl.records import Document, Finding, Passage
from etl.sentences import sentences
from etl.terms import Hit, Hits

YEAR = re.compile(r"\b(?:19|20)\d\d\b")
MORE_THAN_ITS_PLACE = 2  # names of one country: more are no mere place
AN_ASIDE = 3  # times as often as it another country is named
ALL_COUNTED = "country: as many as the document names"
A_PAIR = 2
LIST_GAP = 12  # characters between names of one list: ", and the "
CAME = "recipient"


def find(passage: Passage, document: Document) -> list[Finding]:
    """Return the beneficiaries as one finding of `country` (sorted alpha-3), and one for each country that lost."""
    every = as_counted(placed_in_section(passage, document), passage)
    if not any(p.rule == AS_COUNTED for p in every) and (counted := all_counted(passage, document)):
        return [said_above(counted, ALL_COUNTED), *_losers(every, [*counted.codes], passage)]
    payers = {name for p in paying_in(every) for name in states_and_bodies(p)}
    visited = {code for p in every if p.role == "visit" for code in p.codes}
    others = payers | visited
    places = [p for p in every if p.kind != "organisation" and not (p.role == "subject" and others & set(p.codes))]
    places = without_reviewers(without_bystanders(places, payers, passage), passage)
    told, places = places, without_launches(places, passage, document)
    wide = is_wide(passage) or meets_for_many(places, passage, document)
    barred = (ONLY_NATIONAL if wide else ()) + (NOT_AT_A_SEAT if at_a_seat(places) or met_as_a_bloc(passage) else ())
    barred += (THEIR_PEOPLE,) if gathers(passage) else ()
    places = away_from_seats(places, every, document.publisher)
    sites = {p.codes[0] for p in every if p.role in ON_SITE}
    for rule, confidence, fits in TIERS:
        chosen = [p for p in places if rule not in barred and fits(p)]
        if rule == TAKES_PART:
            chosen = own_first(chosen, passage)
            chosen = helped_among(chosen, payers | _studied(every), places) or _in_a_topic(places)
            chosen = without_givers(chosen, places, payers, _year(passage, document), passage)
            chosen = [] if held_among_others(chosen, places, _year(passage, document)) else chosen
            chosen = without_speakers(of_its_nation(chosen, places, passage), passage)
            chosen = with_the_host(_but_those_visited(chosen, every), every, passage)
            chosen = chosen or held_in_several(places) if wide else chosen
        elif rule in ONLY_NATIONAL:
            chosen = not_who_paid(chosen, places, payers)
        if rule == ELSEWHERE and wide and not _is_of_one(places, passage):  # it was held there, for many
            chosen = [p for p in chosen if _is_listed(p, chosen) or (p.role == CAME and p.codes[0] not in sites)]
        chosen = at_one_place(chosen, passage) if rule == NATIONAL else chosen
        chosen = _without_helper(_told_most(chosen, places), passage, document) if rule == ELSEWHERE else chosen
        codes = sorted({code for p in chosen for code in _codes(p, passage, document)})
        codes = with_who_signed(codes, passage, document)
        if codes and not (rule in ONE_ALONE and len(codes) > 1):
            said = _finding(codes, chosen, passage, rule, confidence)
            found = instead(codes, chosen, every, passage, document, wide) or said
            return [found, *_losers(places, [*found.value], passage)]
    if earlier := _carried(passage):
        said_before = [replace(f, rule=f"{f.rule}, said before") for f in find(earlier, document)]
        if any(f.chosen and f.value for f in said_before):
            return [*said_before, *_losers(places, [], passage)]
    found = around(passage, document, every, told)
    return [found, *_losers(places, [*found.value], passage)]


def _told_most(chosen: list[Place], places: Sequence[Place]) -> list[Place]:
    """Return those of `chosen` that are no mere aside: named a third as often as the one named most, or in a list."""
    times = Counter(p.codes[0] for p in places)
    most = max((times[p.codes[0]] for p in chosen), default=0)
    return [p for p in chosen if times[p.codes[0]] * AN_ASIDE > most or _is_listed(p, chosen)]


def _without_helper(chosen: list[Place], passage: Passage, document: Document) -> list[Place]:
    """Return of two States the one that gives no aid, if there is one: the other one helped it."""
    year = _year(passage, document)
    helped = [p for p in chosen if not vocabulary.gives_aid(p.codes[0], year)]
    return helped if helped and len({p.codes[0] for p in chosen}) == A_PAIR else chosen


def _is_listed(place: Place, places: Sequence[Place]) -> bool:
    """Say whether a place is one of a list of those who came, be it where they live."""
    near = [p for p in places if 0 <= p.start - place.end <= LIST_GAP or 0 <= place.start - p.end <= LIST_GAP]
    others = {p.codes[0] for p in near if (p.role, p.rule) == (place.role, place.rule)} - {place.codes[0]}
    return place.rule in LISTED or bool(others)


def _is_of_one(places: Sequence[Place], passage: Passage) -> bool:
    """Say whether all that is told of a regional programme is told again and again of one country."""
    told = [p for p in places if p.kind == "country"]
    return (
        len(told) > MORE_THAN_ITS_PLACE
        and len({p.codes[0] for p in places if p.kind in COUNTRIES}) == 1
        and not is_said_wide(passage)
    )


def _studied(places: Sequence[Place]) -> set[str]:
    """Return the countries where people went to learn; where they were sent to work, others are helped by them."""
    visits = [p for p in places if p.role == "visit" and not p.rule.startswith(POSTED)]
    return {code for p in visits for code in p.codes}


def _but_those_visited(chosen: list[Place], places: Sequence[Place]) -> list[Place]:
    """Return none where all of them are said of bodies behind the place that people visited to learn there."""
    visits = [p for p in places if p.role == "visit" and TO_LEARN.search(p.rule)]
    hosts = [p for p in chosen if any(v.start < p.start and v.codes[0] == p.codes[0] for v in visits)]
    return [] if len(hosts) == len(chosen) else chosen


def _in_a_topic(places: Sequence[Place]) -> list[Place]:
    return [p for p in places if p.rule == IN_A_TOPIC and p.rank < FURTHER_ON - 1]


def _carried(passage: Passage) -> Passage | None:
    """Return what a passage without countries refers back to: its title, or ("the Government") a sentence before it."""
    whole, edge = passage.item.text.string, title_end(passage)
    start, end = 0, edge
    if passage.of("back_reference") and passage.start > edge:
        start, end = edge, passage.start
    if not start < end <= passage.start:
        return None
    hits = [h for h in vocabulary.terms().find(whole[start:end]) if h.code]
    for first, last in reversed(sentences(whole[start:end])):
        inside = Hits(Hit(h.start + start, h.end + start, h.term) for h in hits if first <= h.start < last)
        if any(h.group in COUNTRIES for h in inside):
            first, last = first + start, last + start
            return replace(passage, start=first, end=last, cue_start=first, cue_end=first, hits=inside)
    return None


def _codes(place: Place, passage: Passage, document: Document) -> Sequence[str]:
    if place.kind != "bloc":
        return place.codes[:1]
    if place.role != "all_members":
        return ()
    return vocabulary.members(place.codes[0], _year(passage, document))


def _year(passage: Passage, document: Document) -> str:
    """Return the year of which a passage tells, else the day of publication; "" where neither is known."""
    year = YEAR.search(passage.item.heading) or YEAR.search(passage.string)
    return year.group() if year else (document.published or "")


def _finding(
    codes: list[str], places: Sequence[Place], passage: Passage, rule: str, confidence: float, chosen: bool = True
) -> Finding:
    text = passage.item.text
    start, end = places[0].start, places[-1].end
    lines = text.lines_of(start, end)
    return Finding("country", codes, text.string[start:end], *lines, f"country: {rule}", confidence, chosen)


def _losers(places: list[Place], codes: list[str], passage: Passage) -> list[Finding]:
    lost = [p for p in places if p.kind != "bloc" and set(codes).isdisjoint(p.codes)]
    return [_finding(list(p.codes[:1]), [p], passage, f"{p.role} ({p.rule})", 0.3, chosen=False) for p in lost]
