"""Places with roles -> those that are as many as the text counts: "officers of four countries", and four are named."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from etl.numbers import numbers
from etl.places.roles import Place
from etl.places.sentence import LAST_RANK, parts
from etl.records import Passage
from etl.small_words import spelt

FEWEST, MOST = 3, 60  # countries of a count; two are as often the sides of a border
COUNT_REACH = 45  # characters between a number and what it counts: "five selected Portuguese-speaking African nations"
COUNTED = ("countries", "whom")  # "four countries", "four countries: "
CAME = ("recipient", "subject")
FURTHER = re.compile(  # "three further States" came beside those named before
    r"\b(?:other|further|more|additional|autres|otros|otras|outros|outras|weitere[nr]?|altri|altre|других|أخرى)\b", re.I
)
ALL_OF = re.compile(rf"\b(?:{spelt('all of')})\s(?:\w+\s)?$", re.I)  # known countries: "the three", "all five"
AS_COUNTED = "list of countries as counted"
OTHERS_COUNTED = ("donor", "support", "trainer", "organiser", "partner", "visit")


def as_counted(places: Sequence[Place], passage: Passage) -> list[Place]:
    """Return `places`, the countries whose list has just as many as the text counts with the role of recipients.

    Whoever else seems to have come is no longer one of them: who opened it, or in whose country it was.
    """
    counted = counts(passage)
    if not counted:
        return list(places)
    found = next((run for run in _runs(places, passage) if len({p.codes[0] for p in run}) in counted), None)
    if found is None:
        return list(places)
    codes = {p.codes[0] for p in found}
    return [_ruled(p, found, codes) for p in places]


def _ruled(place: Place, found: Sequence[Place], codes: set[str]) -> Place:
    if place in found:
        return replace(place, role="recipient", rule=AS_COUNTED, rank=min(place.rank, LAST_RANK - 1))
    left = place.kind != "organisation" and place.role in CAME and place.codes[0] not in codes
    return replace(place, role="named", rule=f"not in the {AS_COUNTED}") if left else place


def counts(passage: Passage, known: bool = False) -> set[int]:
    """Return how many countries the text counts where it tells of the activity; `known`: only those of "the five"."""
    found: set[int] = set()
    for sentence in parts(passage):
        if sentence.rank == LAST_RANK or not sentence.has(*COUNTED):
            continue
        for cue in sentence.of(*COUNTED):
            first = max(sentence.start, cue.start - COUNT_REACH)
            counted = numbers(sentence.text[first : cue.start], sentence.language)[-1:]
            if FURTHER.search(sentence.text, first, cue.end):
                continue
            if not known or ALL_OF.search(sentence.text, first, first + counted[0].start if counted else first):
                found.update(n.value for n in counted if FEWEST <= n.value <= MOST)
    return found


def _runs(places: Sequence[Place], passage: Passage) -> Iterator[list[Place]]:
    """Yield the lists of countries: those of one sentence and of one role; then all of a sentence behind its count."""
    for sentence in parts(passage):
        inside = [p for p in places if sentence.start <= p.start < sentence.end and p.kind in ("country", "demonym")]
        if sentence.rank == LAST_RANK and not sentence.has(*COUNTED, "person"):
            continue
        for rule in dict.fromkeys((p.role, p.rule) for p in inside if p.role in CAME):
            yield [p for p in inside if (p.role, p.rule) == rule]
        for cue in sentence.of(*COUNTED):
            yield [p for p in inside if p.start > cue.end and p.role not in OTHERS_COUNTED]
