"""A passage and its document -> whether a meeting was one of people of many countries, though it names none of them.

"The annual meeting was held in Lima" on the page of a body of many countries: its members sent for it wherever it met.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from etl.places.covered import covered_alone
from etl.places.home import home_of, only_in, places_of
from etl.places.roles import Place
from etl.places.scope import HELD
from etl.places.sentence import Sentence, parts
from etl.records import Document, Passage

FEWEST = 3  # countries that the document of a body of many names
NEAR = 2  # ranks below it: the sentence of the activity, and the title
MEETINGS = ("conference", "expert_meeting")
OF_ONE = ("training", "legislative", "workshop")  # what is as often held for the people of the place


def meets_for_many(places: Sequence[Place], passage: Passage, document: Document) -> bool:
    """Say whether a meeting was held in a town, in a document that tells of many countries; no national meeting.

    Nor one in the country in which the document is at home.
    """
    towns = {p.codes[0] for p in places if p.kind == "city" and p.role in HELD and p.rank <= NEAR}
    named = {p.codes[0] for p in places if p.kind in ("country", "demonym") and p.rank <= NEAR}
    if not towns or towns & named or not _is_meeting(passage):
        return False
    return _is_of_many(document) and _own(document) not in towns


def _is_national(sentence: Sentence) -> bool:
    """Say whether a sentence calls the event or its body national; "of the national focal points" are those of many."""
    people = sentence.of("person", "attendant")
    return any(
        not any(0 <= max(p.start - h.end, h.start - p.end) <= 1 for p in people) for h in sentence.of("national")
    )


def gathers(passage: Passage) -> bool:
    """Say whether the title or the sentence of the cue names what people gather for: a course, a meeting."""
    return not _named(passage).isdisjoint((*MEETINGS, *OF_ONE))


def _named(passage: Passage) -> set[str]:
    """Return what kinds of events the title and the sentence of the cue name."""
    near = [s for s in parts(passage) if s.rank < NEAR]
    return {h.code.split(":")[0] for h in passage.of("event") if any(s.start <= h.start < s.end for s in near)}


def _is_meeting(passage: Passage) -> bool:
    """Say whether the title or the sentence of the cue names a meeting, and nothing that is held for people of one."""
    said = _named(passage)
    national = any(_is_national(s) for s in parts(passage) if s.rank < NEAR)
    return not national and not said.isdisjoint(MEETINGS) and said.isdisjoint(OF_ONE)


def _own(document: Document) -> str:
    return home_of(document) or only_in(document) or covered_alone(document, 1)


@lru_cache(maxsize=8)
def _is_of_many(document: Document) -> bool:
    return len({code for code, _, _ in places_of(document)}) >= FEWEST
