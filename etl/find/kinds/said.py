"""One word of a passage -> how much it says for which of the eleven kinds, for where and beside what it stands."""

from __future__ import annotations

from etl import vocabulary
from etl.find.events.against import RELATIVE
from etl.find.events.clauses import MANY
from etl.find.events.look_alikes import MEETINGS
from etl.find.kinds.launched import is_project
from etl.find.kinds.place import IN_CUE, IN_SENTENCE, Places, is_meeting
from etl.find.kinds.setting import is_setting
from etl.find.kinds.worked_on import HALVES, NAMED_LAW, is_study
from etl.records import Passage
from etl.terms import Hit, within

# What a verb says of the kind, and how much next to an event word in the same clause (1).
BY_ACT = {
    "train": {"training": 1.2},
    "sign": {"partnership": 1.3},
    "join": {"partnership": 0.9, "campaign": 0.3},
    "launch": {"partnership": 0.45, "publication": 0.4, "campaign": 0.4, "data": 0.3},
    "publish": {"publication": 0.8},
    "give": {"support": 1.1},
    "fund": {"support": 0.3},
    "support": {"support": 0.2},
    "collect": {"data": 1.0},
    "assess": {"assessment": 0.7},
    "attend": {"workshop": 0.1, "conference": 0.25, "expert_meeting": 0.1},
}
# Things are made and launched; meetings are held. A thing that is only spoken of at a meeting is not its kind.
THINGS = frozenset(("publication", "partnership", "data", "support", "campaign"))
THING_ACTS = frozenset(("launch", "publish", "develop", "sign", "join", "give", "collect"))
RELEASED = frozenset(("launch", "publish"))  # what is done with a study that has been made
THING_AT_MEETING, CAMPAIGN_HELD = 0.3, 0.7  # talks and plays of a campaign are held and attended too
TRAINING = ("training", "train")  # what a project that is launched is only for
SAID_BESIDE = ("train", "publish")  # verbs that count in the whole sentence: "launched the atlas, published by"
NEXT = 1000  # characters behind the sentence of the activity in which it is said that people were trained
NEEDS = {"give": "support", "join": "partnership"}  # verbs, and the kind of thing that they are said of
HANDED_OVER = frozenset(("publication", "legislative"))  # things of other kinds that one may give: comments on a bill
ONLY_NAMED = 0.4  # of the weight of a law, plan or policy where no word says that it is drafted or reviewed
ONLY_MANNER = 0.4  # of the weight of such verbs where no such thing is named
TRAINED_NEXT = 0.65  # as much as in the sentence itself counts what is said there
LONGEST = 12  # characters of a word before an attribute, and the space


def told(passage: Passage, hit: Hit, place: float, places: Places, acts: set[str]) -> dict[str, float]:
    """Return what one word says of the kinds; a name tells words, which add up with verbs, from each other."""
    if hit.code in TRAINING and is_project(passage, hit):
        return {"partnership": hit.term.weight * place}
    if is_setting(hit, passage.of("act"), passage.item.text.string):
        return {}
    if hit.group == "event":
        kind = _of_thing(hit, acts)
        held = kind == "data" and "hold" in acts and not is_meeting(passage, places)  # surveys are held
        return {kind: hit.term.weight * place * (1.0 if held else _as_thing(kind, acts))}
    if hit.group == "act":
        near = place > IN_SENTENCE or (place == IN_SENTENCE and hit.code in SAID_BESIDE)
        said = _by_act(hit, place) if near or _trained_next(hit, passage, places) else {}
        share = _share(hit, passage, places)
        return {kind: share * weight for kind, weight in said.items()}
    if hit.code in HALVES:
        return {}
    if hit.code == NAMED_LAW:
        return {"legislative": hit.term.weight * place * ONLY_NAMED}
    beside = IN_CUE if place >= IN_SENTENCE else place
    return {f"word {hit.code}": hit.term.weight * beside * _as_thing(hit.code, acts)}


def _share(hit: Hit, passage: Passage, places: Places) -> float:
    """Return how much of what a verb says counts beside the words for what was held, made or given.

    Nothing of the verb of a side clause: "the board of the project, which trains crews, met". Less of "distributed" and
    "joined" where a course, meeting or publication is told of, and nothing that may be given or joined: "a distributed
    online training", "distributed the handbook", "joined the union to host a forum".
    """
    if passage.item.text.string.endswith(RELATIVE, places.sentence[0], hit.start):
        return 0.0
    if hit.code not in NEEDS:
        return 1.0
    events = [(h.code.removesuffix(MANY), places.weight(h)) for h in passage.of("event")]
    told = any(c in MEETINGS and w >= IN_SENTENCE or c in HANDED_OVER and w >= IN_CUE for c, w in events)
    has = any(c == NEEDS[hit.code] and (hit.code == "give" or w >= IN_CUE) for c, w in events)
    return ONLY_MANNER if told and not has else 1.0


def _of_thing(hit: Hit, acts: set[str]) -> str:
    """Return the kind that an event word says: a study that is released is a publication."""
    return "publication" if is_study(hit) and acts & RELEASED else hit.code.removesuffix(MANY)


def _by_act(hit: Hit, place: float) -> dict[str, float]:
    said = max(place, TRAINED_NEXT) * min(1.0, hit.term.weight)
    return {f"act {hit.code} {kind}": weight * said for kind, weight in BY_ACT.get(hit.code, {}).items()}


def _as_thing(kind: str, acts: set[str]) -> float:
    """Return how much of a word for a thing counts where nothing is made, launched or given."""
    if kind not in THINGS or acts & THING_ACTS:
        return 1.0
    return CAMPAIGN_HELD if kind == "campaign" else THING_AT_MEETING


def _trained_next(hit: Hit, passage: Passage, places: Places) -> bool:
    """Say whether people were trained, as a sentence behind that of the activity says, and not of other years.

    Who is trained for a campaign is trained within it.
    """
    end = places.sentence[1]
    if hit.code != "train" or not end <= hit.start <= end + NEXT or _is_attribute(hit, passage):
        return False
    if any(h.code.startswith("campaign") for h in within(passage.of("event"), *places.core)):
        return False
    return not any(h.code == "past" and abs(h.start - hit.start) <= NEXT for h in passage.hits)


def _is_attribute(hit: Hit, passage: Passage) -> bool:
    """Say whether "trained" only describes people: "turnover among trained analysts"."""
    before = passage.item.text.string[max(0, hit.start - LONGEST) : hit.start].split()[-1:]
    return not vocabulary.small_words("before an attribute").isdisjoint(word.lower() for word in before)
