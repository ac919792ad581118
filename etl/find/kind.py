"""A passage -> its kind of activity, one of eleven; what the activity's own words say goes before words elsewhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from etl.find.clauses import MANY, RELATIVE
from etl.find.kind_meant import (
    called_later,
    is_ceremony,
    is_database,
    is_of_days,
    is_project,
    is_vague,
    told_as_training,
)
from etl.find.kind_place import ELSEWHERE, IN_CUE, IN_SENTENCE, Places, places_of
from etl.find.look_alikes import MEETINGS
from etl.find.setting import is_setting
from etl.find.theme import is_theme
from etl.find.worked_on import HALVES, is_study, worked_on
from etl.records import Document, Finding, Passage
from etl.terms import Hit

# The order of the guide: of kinds that weigh alike the first that fits stands.
ORDER = (
    "legislative", "training", "expert_meeting", "assessment", "campaign", "publication",
    "partnership", "data", "support", "workshop", "conference",
)  # fmt: skip
# What a verb says of the kind, and how much next to an event word in the same clause (1).
BY_ACT = {
    "train": {"training": 1.2},
    "sign": {"partnership": 1.3},
    "join": {"partnership": 0.9, "campaign": 0.3},
    "launch": {"partnership": 0.45, "publication": 0.4, "campaign": 0.4, "data": 0.3},
    "publish": {"publication": 0.8},
    "develop": {"publication": 0.4},
    "draft": {"legislative": 0.2, "expert_meeting": 0.3},
    "give": {"support": 1.1},
    "fund": {"support": 0.3},
    "support": {"support": 0.2},
    "collect": {"data": 1.0},
    "assess": {"assessment": 0.7},
    "hold": {"workshop": 0.1, "conference": 0.1},
    "attend": {"workshop": 0.1, "conference": 0.25, "expert_meeting": 0.1},
}
# Things are made and launched; meetings are held. A thing that is only spoken of at a meeting is not its kind.
THINGS = frozenset(("publication", "partnership", "data", "support", "campaign"))
THING_ACTS = frozenset(("launch", "publish", "develop", "sign", "join", "give", "collect"))
RELEASED = {"launch", "publish"}  # what is done with a study that has been made
THING_AT_MEETING, CAMPAIGN_HELD = 0.3, 0.7  # talks and plays of a campaign are held and attended too
FIRST = {
    "workshop": ("legislative", "training", "expert_meeting"),
    "conference": ("legislative", "expert_meeting"),
    "expert_meeting": ("legislative", "training"),
}
FITS = 0.7  # of the weight of the plain word "workshop"
TRAINING = ("training", "train")  # what a project that is launched is only for
SAYING = ("event", "act", "kind")
SAID_BESIDE = ("train", "publish")  # verbs that count in the whole sentence: "launched the atlas, published by"
WORKED_ON = {"legislative": 1.3, "expert_meeting": 0.9, "training": 0.85, "assessment": 0.85}
VAGUE = 0.5  # of the weight of a word that tells only that something was held, not what
CALLED_LATER = {"training": 1.0, "workshop": 0.6}  # what a later sentence calls it: "The training was led by"
TAUGHT, FEWEST_TAUGHT = 0.85, 2  # a workshop with exercises and instructors trains
OF_DAYS = 1.0  # a programme of some days or weeks is a course
MET = 0.5  # where something is the theme of a meeting, there was one
NEXT = 1000  # characters behind the sentence of the activity in which it is said that people were trained
NEEDS = {"give": "support", "join": "partnership"}  # verbs, and the kind of thing that they are said of
ONLY_MANNER = 0.4  # of the weight of such verbs where no such thing is named
TRAINED_NEXT = 0.65  # as much as in the sentence itself counts what is said there
FOR_A_DAY = 0.65  # what is held for an observed day makes it known, where no word says a meeting or a course
NO_WORD, NO_WORD_OF_PROJECT = "conference", "support"  # where no word says the kind: a meeting; a project is no meeting
TOLD_BEFORE = 0.9  # of a training that "the workshop" of the activity points back to


def find(passage: Passage, document: Document) -> list[Finding]:
    """Return findings of `kind`, best first and chosen; the next two stand as candidates that lost."""
    scores, words = _scores(passage)
    ranked = _ranked(scores)[:3] or [NO_WORD_OF_PROJECT if _is_project(passage) else NO_WORD]
    total = sum(scores.values()) or 1.0
    found = []
    for place, kind in enumerate(ranked):
        hit = words.get(kind)
        start, end = (hit.start, hit.end) if hit else (passage.cue_start, passage.cue_end)
        quote, lines = passage.item.text.string[start:end], passage.item.text.lines_of(start, end)
        confidence = round(min(0.97, 0.5 + 0.5 * scores.get(kind, 0.0) / total), 2)
        found.append(Finding("kind", kind, quote, *lines, "kind.words" if hit else "kind.act", confidence, place == 0))
    return found


def _is_project(passage: Passage) -> bool:
    return any(f.field == "level" and f.value == "project" for f in passage.item.stated)


def _ranked(scores: dict[str, float]) -> list[str]:
    """Return the kinds, best first; of the kinds of meeting the first of the guide's order that fits well enough."""
    ranked = sorted(scores, key=lambda kind: (-scores[kind], ORDER.index(kind)))
    if ranked and ranked[0] in FIRST:
        fits = [k for k in FIRST[ranked[0]] if scores.get(k, 0.0) >= FITS * scores[ranked[0]]]
        ranked = fits[:1] + [k for k in ranked if k not in fits[:1]]
    return ranked


def _scores(passage: Passage) -> tuple[dict[str, float], dict[str, Hit]]:
    """Return the weight of each kind, and the word that says it first."""
    places = places_of(passage)
    acts = _acts(passage, places)
    scores: defaultdict[str, float] = defaultdict(float)
    words: dict[str, Hit] = {}
    saying = _in_its_language(passage)
    themes = {h for h in saying if places.weight(h) > ELSEWHERE and is_theme(h, saying, passage.item.text.string)}
    if themes:
        scores["word conference"] = MET
    for hit in saying:
        place = ELSEWHERE if hit in themes else places.weight(hit)
        for name, score in _told(passage, hit, place, places, acts).items():
            scores[name] = max(scores[name], score)
            if not name.startswith("act "):
                words.setdefault(name.split()[-1], hit)
    for name, score, hit in _besides(passage, places, acts):
        scores[name] = max(scores[name], score)
        words.setdefault(name.split()[-1], hit)
    totals: defaultdict[str, float] = defaultdict(float)
    for name, score in scores.items():
        totals[name.split()[-1]] += score
    return dict(totals), words


def _acts(passage: Passage, places: Places) -> set[str]:
    """Return what is done in the words of the activity; a ceremony is held for the thing in its name."""
    acts = {h.code for h in passage.of("act") if places.weight(h) > IN_SENTENCE}
    ceremony = any(is_ceremony(h.term) for h in passage.of("event") if places.weight(h) > IN_SENTENCE)
    return acts | ({"launch"} if ceremony else set())


def _told(passage: Passage, hit: Hit, place: float, places: Places, acts: set[str]) -> dict[str, float]:
    """Return what one word says of the kinds; a name tells words, which add up with verbs, from each other."""
    if hit.code in TRAINING and is_project(passage, hit):
        return {"partnership": hit.term.weight * place}
    if is_setting(hit, passage.of("act"), passage.item.text.string):
        return {}
    if hit.group == "event":
        return _by_event(passage, hit, place, acts)
    if hit.group == "act":
        near = place > IN_SENTENCE or (place == IN_SENTENCE and hit.code in SAID_BESIDE)
        told = _by_act(hit, place) if near or _trained_next(hit, passage, places.sentence) else {}
        share = _share(hit, passage, places)
        return {kind: share * weight for kind, weight in told.items()}
    if hit.code in HALVES:
        return {}
    beside = IN_CUE if place >= IN_SENTENCE else place
    return {f"word {hit.code}": hit.term.weight * beside * _as_thing(hit.code, acts)}


def _share(hit: Hit, passage: Passage, places: Places) -> float:
    """Return how much of what a verb says counts beside the words for what was held, made or given.

    Nothing of the verb of a side clause: "the board of the project, which trains crews, met". Less of "distributed" and
    "joined" where a course or meeting is told of, and nothing that may be given or joined: "a distributed online
    training", "joined the union to host a forum".
    """
    if passage.item.text.string.endswith(RELATIVE, places.sentence[0], hit.start):
        return 0.0
    if hit.code not in NEEDS:
        return 1.0
    events = passage.of("event")
    told = any(h.code.removesuffix(MANY) in MEETINGS for h in events if places.weight(h) >= IN_SENTENCE)
    has = any(h.code.startswith(NEEDS[hit.code]) for h in events if hit.code == "give" or places.weight(h) >= IN_CUE)
    return ONLY_MANNER if told and not has else 1.0


def _besides(passage: Passage, places: Places, acts: set[str]) -> Iterator[tuple[str, float, Hit]]:
    """Yield what an observed day says, what a later sentence calls the activity, and what is worked on."""
    near = [h for h in passage.of("event", "kind", "not_activity") if places.weight(h) >= IN_SENTENCE]
    day = next((h for h in near if h.group == "not_activity" and h.code == "day"), None)
    if day:
        yield "word campaign", FOR_A_DAY, day
    called = called_later(passage)
    if called:
        yield called.code, CALLED_LATER[called.code] * called.term.weight, called
    taught = _taught(passage, places)
    if taught:
        yield "word training", TAUGHT, taught
    held = any(
        h.code.startswith("workshop") or is_vague(h.term) for h in passage.of("event") if places.weight(h) >= IN_CUE
    )
    met = "attend" in acts or any(
        h.code.removesuffix(MANY) in MEETINGS for h in passage.of("event") if places.weight(h) >= IN_CUE
    )
    for kind, hit in worked_on(near, passage.item.text.string):
        if hit.code == "skill" and not held:
            continue  # equipment and projects strengthen skills too
        if hit.code.startswith("data") and not met:
            continue  # who prepares a study alone collects data
        made = kind == "expert_meeting" and bool(acts & THING_ACTS)
        yield f"word {kind}", WORKED_ON[kind] * (THING_AT_MEETING if made else 1.0), hit


def _taught(passage: Passage, places: Places) -> Hit | None:
    """Return a word for what is done at courses, where a workshop's text has several: instructors, exercises, skills."""
    if not any(h.code.startswith("workshop") for h in passage.of("event") if places.weight(h) >= IN_CUE):
        return None
    start = places.sentence[0]
    said = {h.term.term.lower(): h for h in passage.of("kind") if h.code == "taught" and start <= h.start <= start + NEXT}
    return next(iter(said.values())) if len(said) >= FEWEST_TAUGHT else None


def _by_event(passage: Passage, hit: Hit, place: float, acts: set[str]) -> dict[str, float]:
    """Return what an event word says, and what a sentence before calls it."""
    kind = _of_thing(hit, acts)
    if kind == "partnership" and is_of_days(passage, hit):
        return {"training": OF_DAYS * place}
    told = {kind: hit.term.weight * place * _as_thing(kind, acts) * (VAGUE if is_vague(hit.term) else 1.0)}
    meant = told_as_training(passage, hit) if kind == "workshop" and place == IN_CUE else None
    return told | ({"training": meant.term.weight * TOLD_BEFORE} if meant else {})


def _of_thing(hit: Hit, acts: set[str]) -> str:
    """Return the kind that an event word says: a study that is released is a publication, a database only then."""
    released = not acts.isdisjoint(RELEASED)
    if released and is_study(hit):
        return "publication"
    kind = hit.code.removesuffix(MANY)
    return "data" if kind == "publication" and not released and is_database(hit.term) else kind


def _by_act(hit: Hit, place: float) -> dict[str, float]:
    said = max(place, TRAINED_NEXT) * min(1.0, hit.term.weight)
    return {f"act {hit.code} {kind}": weight * said for kind, weight in BY_ACT.get(hit.code, {}).items()}


def _as_thing(kind: str, acts: set[str]) -> float:
    """Return how much of a word for a thing counts where nothing is made, launched or given."""
    if kind not in THINGS or acts & THING_ACTS:
        return 1.0
    return CAMPAIGN_HELD if kind == "campaign" else THING_AT_MEETING


def _in_its_language(passage: Passage) -> Sequence[Hit]:
    """Return the words that say the kind; those of other languages ("oficina") only where it has none of its own."""
    saying = passage.of(*SAYING)
    own = [h for h in saying if passage.item.language in h.term.language]
    return own if any(h.group in ("event", "act") for h in own) else saying


def _trained_next(hit: Hit, passage: Passage, cue: tuple[int, int]) -> bool:
    """Say whether people were trained, as a sentence behind that of the activity says, and not of other years."""
    if hit.code != "train" or not cue[1] <= hit.start <= cue[1] + NEXT:
        return False
    return not any(h.code == "past" and abs(h.start - hit.start) <= NEXT for h in passage.hits)
