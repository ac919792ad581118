"""The words before a list of names -> the role that they give it."""

from __future__ import annotations

import re

from etl.places.linked import by_link, by_link_alone, link_of
from etl.places.links import AND, BEFORE_A_LIST, LINK_REACH, NAME_WORDS, STOP, WORD, link
from etl.places.named import Name, Ruled
from etl.places.reach import REACH
from etl.places.rules import RULES, role_by
from etl.places.sentence import Sentence
from etl.small_words import spelt
from etl.terms import Hit

OPENS_WITH = re.compile(rf"(?:.*[-–—:])?\W*(?:{spelt('opens with')})\s(?:(?:{spelt('the')})\s)?")
GOVERNED_BY = {
    "office": ("donor", "support"),
    "person": ("trainer", "partner", "donor", "support", "visit"),
    "victim": ("donor",),  # "funded by the people of Japan"
}
VERB_FIRST = ("ar", "de")  # languages in which "visited" may stand before who visits
MODIFIERS_OF_PEOPLE = 3  # "given by a retired anti-drug judge"
LONGEST_COLON = 3  # characters of a colon and the spaces beside it
SEVERAL = 3  # so many places at once are not where a course was
OVERRULED = {"body": "recipient", "people in": "recipient", "envoy": "organiser"}


def before(names: list[Name], sentence: Sentence, adjective: bool = False) -> Ruled:
    """Return the role that the nearest fitting cue before the names gives them, else that of the word before them."""
    start = names[0].start
    linked = link_of(names, sentence, adjective)
    if outright := by_link_alone(linked, names, sentence):
        return outright
    said = sentence.text[max(sentence.start, start - LINK_REACH) : start].rstrip()
    colon = start - LONGEST_COLON if said.endswith(":") and BEFORE_A_LIST.search(said) else start
    weaker: Ruled | None = None
    for cue in reversed(sentence.cues):
        if cue.end > start or cue.code not in RULES:
            continue
        if start - cue.end > REACH or STOP.search(sentence.text, cue.end, colon):
            break
        role = "" if governed(cue, sentence) else role_by(cue, names, sentence, linked)
        if role == "people in" and _behind_another_place(cue, start, sentence):
            continue
        if role == "office" and linked == "in" and _has_its_seat(cue, start, sentence):
            continue
        if ruled := _outright(role, cue, weaker, names, sentence):
            return ruled
        weaker = weaker or ((OVERRULED[role], f"{role}: {cue.term.term}") if role else None)
        if role == "body" and opens_with(cue, sentence):
            weaker = "partner", f"with + {cue.term.term}"
    return by_link(linked, weaker, names, sentence)


def _outright(role: str, cue: Hit, weaker: Ruled | None, names: list[Name], sentence: Sentence) -> Ruled | None:
    """Return the role that a cue gives the names behind it, unless one further before may say more."""
    start = names[0].start
    if role == "people in" and _of_elsewhere(cue, start, sentence):
        return "where", f"people of elsewhere in: {cue.term.term}"
    of_envoy = role == "envoy" and names[0].kind == "city" and "," not in sentence.text[cue.end : start]
    if of_envoy and link(sentence.text[max(sentence.start, start - LINK_REACH) : start])[0] == "in":
        return "office", f"where the {cue.term.term} has its seat"
    if role == "held" and weaker and len(names) >= SEVERAL:
        return weaker  # "a course for officials in Peru, Chile and Ecuador": it was held for them, not there
    return (role, f"{cue.code}: {cue.term.term}") if role and role not in OVERRULED else None


def _of_elsewhere(people: Hit, start: int, sentence: Sentence) -> bool:
    """Say whether the people are named by another country: "Tajik officers in Belarus", "consuls of Peru in Spain"."""
    return any(0 <= people.start - e <= 1 or people.end <= s < e <= start for s, e in sentence.names)


def _behind_another_place(people: Hit, start: int, sentence: Sentence) -> bool:
    """Say whether the people are already in a place: "consuls in Madrid and Paris attended a course in Lima"."""
    between = [(s, e) for s, e in sentence.names if people.end < s < start]
    linked = [link(sentence.text[max(people.end, s - LINK_REACH) : s])[0] == "in" for s, _ in between]
    return any(linked) and not AND.fullmatch(sentence.text, between[-1][1], start)


def _has_its_seat(office: Hit, start: int, sentence: Sentence) -> bool:
    """Say whether the seat of an office is named before: "with the Regional Bureau Nairobi ... in Mombasa"."""
    return any(office.end < s < start for s, e in sentence.names if (s, e) not in sentence.bodies)


def governed(noun: Hit, sentence: Sentence) -> bool:
    """Say whether a cue before a noun says more: "funded by the Office of ...", "taught by judges of ..."."""
    agents = GOVERNED_BY.get(noun.code, ())
    return any(_governs(h, noun, sentence) for h in sentence.of(*agents) if 0 <= noun.start - h.end <= REACH)


def _governs(agent: Hit, noun: Hit, sentence: Sentence) -> bool:
    words = WORD.findall(sentence.text, agent.end, noun.start)
    if all(word in NAME_WORDS for word in words):
        return True
    beside = len(words) <= MODIFIERS_OF_PEOPLE + 1 and "," not in sentence.text[agent.end : noun.start]
    named = any(agent.end <= start < noun.start for start, _ in sentence.names)
    visits = agent.code == "visit" and agent.term.language not in VERB_FIRST
    return (agent.code == "trainer" or visits) and beside and not named


def opens_with(body: Hit, sentence: Sentence) -> bool:
    """Say whether the sentence opens with who took a hand in it: "With the Ministry of ..., IOM held ..."."""
    return bool(OPENS_WITH.fullmatch(sentence.text, sentence.start, body.start))
