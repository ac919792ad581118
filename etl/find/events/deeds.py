"""A sentence -> the deeds that it tells in a row: "trained 40 guards, published a guide and organised a seminar".

A deed is a finite verb of delivering next to its own object: people who are counted, one new event or thing, things
that were given. Three different ones of one sentence are three activities; so are two, where none is a meeting: what
was published, signed or given beside a meeting may well be a part of it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from etl.find.events.against import RELATIVE
from etl.find.events.clauses import MANY
from etl.find.events.determiners import NEW, determiner
from etl.find.events.look_alikes import MEETINGS
from etl.fixed import fixed
from etl.terms import Hit

TRAIN, GIVE, SUPPORT = "train", "give", "support"
OBJECTS = {  # what stands next to a verb, if it tells of a deed
    "launch": ("publication", "campaign", "partnership", "data", "training", SUPPORT),
    "publish": ("publication", "data"),
    "sign": ("partnership",),
    "hold": (*MEETINGS, "campaign", "assessment"),
    "assess": ("assessment",),
    GIVE: (SUPPORT,),
}
STRONG = 1.0  # weight of "handed over"; "provided" may be help of any kind
ROW = 3  # deeds that make a row, whatever they are
BEHIND, BEFORE = 80, 60  # characters from a verb to its object
COUNTED = 25  # characters from "trained" to how many
WITHOUT_ARTICLES = ("ru", "ar")
AIM = 12  # characters before a verb in which stands what makes it an aim: "in order to train"
NOT_FINITE = ("to ", "for ", "by ", "pour ", "para ", "чтобы ", "zu ", "de ", "per ", *RELATIVE)
DIGIT = re.compile(r"(?<![\w.,])\d")
JOINT = re.compile(
    r"(?:[,;]\s*)?(?:\b(?:and|as well as|et|ainsi que|y|e|así como|bem como|и|а также|und|sowie)\s|\sو)|[,;،]\s"
)


@fixed
class Deed:
    """The span of a verb with its object, the meaning of the verb and the kind of the object."""

    start: int
    end: int
    verb: str
    what: str


def row(text: str, sentence: tuple[int, int], telling: Sequence[Hit]) -> tuple[list[Deed], list[int]]:
    """Return the deeds of a sentence that are an activity each, and where each begins but the first; else no deeds.

    `telling` are the terms in the sentence that say what was done, in order.
    """
    found = _deeds(text, sentence, telling)
    if len(found) < 2:
        return [], []
    different = len({(d.verb, d.what) for d in found}) == len(found)
    several = len(found) >= ROW or (len(found) > 1 and all(d.verb == TRAIN or d.what not in MEETINGS for d in found))
    joints = [_last(JOINT, text, a.end, b.start) for a, b in zip(found, found[1:], strict=False)]
    if not (different and several and all(joints)):
        return [], []
    return found, [joint.end() for joint in joints if joint]


def _deeds(text: str, sentence: tuple[int, int], telling: Sequence[Hit]) -> list[Deed]:
    acts = [h for h in telling if h.group == "act" and _tells(text, h)]
    if len(acts) < 2:
        return []
    events = [h for h in telling if h.group == "event"]
    found: list[Deed] = []
    for act, following in zip(acts, [*acts[1:], None], strict=True):
        within = (found[-1].end if found else sentence[0], following.start if following else sentence[1])
        deed = _trained(text, act, within) if act.code == TRAIN else _done(text, act, events, within)
        found += [deed] if deed else []
    return found


def _tells(text: str, act: Hit) -> bool:
    known = act.code == TRAIN or (act.code in OBJECTS and (act.code != GIVE or act.term.weight >= STRONG))
    return known and not text[max(0, act.start - AIM) : act.start].lower().endswith(NOT_FINITE)


def _trained(text: str, act: Hit, within: tuple[int, int]) -> Deed | None:
    """Return the deed of a verb that says how many it trained, behind it or before it."""
    behind = DIGIT.search(text, act.end, min(within[1], act.end + COUNTED))
    before = _last(DIGIT, text, max(within[0], act.start - BEFORE), act.start)
    if behind:
        return Deed(act.start, behind.end(), TRAIN, "training")
    return Deed(before.start(), act.end, TRAIN, "training") if before else None


def _done(text: str, act: Hit, events: Sequence[Hit], within: tuple[int, int]) -> Deed | None:
    """Return the deed of a verb with its object, which stands behind it, or before it in the passive."""
    likely = [e for e in events if _code(e) in OBJECTS[act.code] and within[0] <= e.start < within[1]]
    behind = [e for e in likely if act.end <= e.start <= act.end + BEHIND and _is_one(text, act, e)]
    if behind:
        return Deed(act.start, behind[0].end, act.code, _code(behind[0]))
    before = [e for e in likely if e.end <= act.start <= e.end + BEFORE and _is_one(text, act, e)]
    if not before:
        return None
    joint = _last(JOINT, text, within[0], before[-1].start)
    return Deed(joint.end() if joint else before[-1].start, act.end, act.code, _code(before[-1]))


def _is_one(text: str, act: Hit, event: Hit) -> bool:
    """Say whether an event word says that it is a new or counted one; things that are given need not."""
    start = act.start if act.start < event.start else max(0, event.start - BEFORE)
    counted = DIGIT.search(text, max(start, event.start - COUNTED), event.start) is not None
    without = act.term.language in WITHOUT_ARTICLES and not event.code.endswith(MANY)
    return counted or without or _code(event) == SUPPORT or determiner(text, start, event) == NEW


def _code(event: Hit) -> str:
    return event.code.removesuffix(MANY)


def _last(pattern: re.Pattern[str], text: str, start: int, end: int) -> re.Match[str] | None:
    found = list(pattern.finditer(text, start, end))
    return found[-1] if found else None
