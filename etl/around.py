"""The words before and after a list of names -> the role that they give it."""

from __future__ import annotations

import re

from etl.links import STOP, link
from etl.named import Name, Ruled, Sentence
from etl.reach import REACH, VERB_REACH, another_time, role_by
from etl.terms import Hit

LINK_REACH = 60  # characters in which the word that links a name to what stands before it is looked for
VERBS = ("gave", "handed", "taught", "hosts")
AFTER = {
    "envoy": "organiser",
    "office": "office",
    "gave": "donor",
    "handed": "donor",
    "taught": "trainer",
    "hosts": "held",
}
OVERRULED = {"body": "recipient", "people in": "recipient", "envoy": "organiser"}


def after(names: list[Name], sentence: Sentence) -> Ruled | None:
    """Return the role that a cue after the names gives them ("Japan donated", "UK-funded"); None where none does."""
    start = names[-1].end
    for cue in sentence.cues:
        if start <= cue.start <= start + VERB_REACH and (ruled := _followed_by(cue, names, sentence.text)):
            return ruled
    return None


def _followed_by(cue: Hit, names: list[Name], text: str) -> Ruled | None:
    gap = text[names[-1].end : cue.start].strip()
    close = gap in ("", ")", "'s", "’s", "has", "have", "also", "generously")
    rule = f"name + {cue.term.term}"
    if gap in ("-", "‑") and cue.code in ("funded", "office"):
        return {"funded": "donor"}.get(cue.code, cue.code), rule
    if cue.code == "border" and not gap:
        return "border", rule
    if cue.code == "document" and names[0].kind == "city" and close and text[cue.start].isupper():
        return "document", rule
    if cue.code == "handed" and names[0].kind == "organisation":  # a body hands over what others paid for
        return None
    named_after = close or re.fullmatch(r"(?:['’]s\s)?\w+", gap)
    if (cue.code in ("envoy", "office") and named_after) or (cue.code in VERBS and close):
        return AFTER[cue.code], rule
    return None


def before(names: list[Name], sentence: Sentence, adjective: bool = False) -> Ruled:
    """Return the role that the nearest fitting cue before the names gives them, else that of the word before them."""
    start = names[0].start
    linked, _ = link(sentence.text[max(sentence.start, start - LINK_REACH) : start])
    linked = "of" if adjective and linked == "in" else linked
    if linked == "in" and (elsewhere := another_time(start, sentence)):
        return "background", elsewhere
    weaker: Ruled | None = None
    for cue in reversed(sentence.cues):
        if cue.end > start:
            continue
        if start - cue.end > REACH or STOP.search(sentence.text, cue.end, start):
            break
        role = role_by(cue, names, sentence, linked)
        if role and role not in OVERRULED:
            return role, f"{cue.code}: {cue.term.term}"
        weaker = weaker or ((OVERRULED[role], f"{role}: {cue.term.term}") if role else None)
    return _by_link(linked, weaker, names, sentence)


def _by_link(linked: str, weaker: Ruled | None, names: list[Name], sentence: Sentence) -> Ruled:
    kind = names[0].kind
    if linked == "in" and kind == "city":
        return "where", "in + city"
    if weaker:
        return weaker
    if kind == "organisation":
        return "named", "organisation by the way"
    if linked == "in":
        return ("held", "in + country first") if _opens_event(names, sentence) else ("subject", "in + name")
    return ("recipient", "from + name") if linked == "from" else ("subject", "name alone")


def _opens_event(names: list[Name], sentence: Sentence) -> bool:
    """Say whether the sentence opens with "In <country>," and then tells of something held."""
    first = names[0].start - sentence.start < 8 and sentence.text[names[-1].end : names[-1].end + 1] == ","
    return first and sentence.has("held") and sentence.has("event")
