"""A passage -> what else is said of its kind: what it is called later, what is worked on or taught."""

from __future__ import annotations

from collections.abc import Iterator

from etl.find.events.look_alikes import MEETINGS
from etl.find.kinds.called_later import called_later
from etl.find.kinds.place import IN_CUE, IN_SENTENCE, Places
from etl.find.kinds.said import THING_ACTS, THING_AT_MEETING
from etl.find.kinds.worked_on import worked_on
from etl.records import Passage
from etl.terms import Hit, within

WORKED_ON = {"legislative": 1.3, "expert_meeting": 0.9, "training": 0.85, "assessment": 0.85}
CALLED_LATER = {"training": 1.0, "workshop": 0.6}  # what a later sentence calls it: "The training was led by"
EXPERTS = "expert_meeting"
TAUGHT, FEWEST_TAUGHT = 0.85, 2  # a workshop with exercises and instructors trains
NEXT = 1000  # characters from the start of the sentence in which it is said what was taught, and how


def besides(passage: Passage, places: Places, acts: set[str]) -> Iterator[tuple[str, float, Hit]]:
    """Yield what a later sentence calls the activity, how people were taught there, and what is worked on."""
    near = [h for h in passage.of("event", "act", "kind") if places.weight(h) >= IN_SENTENCE]
    held = _is_workshop(passage, places)
    called = called_later(passage)
    if called and not any(h.code == "publication" for h in within(passage.of("event"), *places.core)):
        yield called.code, CALLED_LATER[called.code] * called.term.weight, called
    taught = _taught(passage, places) if held else None
    if taught:
        yield "word training", TAUGHT, taught
    met = "attend" in acts or any(h.code in MEETINGS for h in (*near, *passage.of("event")))
    for kind, hit in worked_on(near, passage.item.text.string):
        if hit.code == "skill" and not held:
            continue  # equipment and projects strengthen skills too
        if kind == EXPERTS and not met:
            continue  # who prepares a study or a handbook alone met nobody
        made = kind == EXPERTS and bool(acts & THING_ACTS)
        yield f"work {kind}", WORKED_ON[kind] * (THING_AT_MEETING if made else 1.0), hit


def _taught(passage: Passage, places: Places) -> Hit | None:
    """Return a word for what is done at courses, where a workshop's text has several: instructors, exercises."""
    start = places.sentence[0]
    said = {h.term.term.lower(): h for h in within(passage.of("kind"), start, start + NEXT) if h.code == "taught"}
    return next(iter(said.values())) if len(said) >= FEWEST_TAUGHT else None


def _is_workshop(passage: Passage, places: Places) -> bool:
    return any(h.code.startswith("workshop") and places.weight(h) >= IN_CUE for h in passage.of("event"))
